"""The directive ``gitops-runbook``: a section of prose that is the target of alerts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives
from sphinx import addnodes

from sphinx_gitops.ext.directives.component import ObjectDirective, listed, one_line
from sphinx_gitops.ext.directives.options.options import lenient, unexpected
from sphinx_gitops.ext.domain.entries import runbook_anchor
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_object, gitops_title
from sphinx_gitops.format import ID
from sphinx_gitops.phrases.translator import spaced
from sphinx_gitops.phrases.words import RUNBOOK_ENTRY
from sphinx_gitops.problems import Code
from sphinx_gitops.runbook import Procedure, Runbook

if TYPE_CHECKING:
    from docutils.nodes import Node

_NO_ID = "is no id: start with a letter or underscore, go on with letters, digits, '_', '-', '.'"


_ALERT = re.compile(r"""\s*(?:"((?:[^"]|"")*)"|'((?:[^']|'')*)')\s*(?:,|$)|([^,]*)(?:,|$)""")
"""One of several names with commas between: in quotes, which are doubled inside of them, or as it is."""


def _is_list(words: str) -> bool:
    """Whether a text is in one pair of brackets, as a list of YAML is, and no name such as ``[PROD] Down``."""
    depths = accumulate({"[": 1, "]": -1}.get(letter, 0) for letter in words)
    return words.startswith("[") and next((at for at, depth in enumerate(depths, 1) if not depth), 0) == len(words)


def _names_of(line: str) -> Iterator[str]:
    for double, single, plain in _ALERT.findall(line):
        yield double.replace('""', '"') or single.replace("''", "'") or plain.strip()


def _alert_names(argument: str | None) -> tuple[str, ...]:
    """Names and globs with commas between, or one a line: the names of some tools have blanks in them."""
    words = (argument or "").strip()
    words = words[1:-1] if _is_list(words) else words
    lines = (line.strip().removeprefix("- ") for line in words.splitlines())
    return tuple(dict.fromkeys(filter(None, (name for line in lines for name in _names_of(line)))))


def _symptoms(argument: str | None) -> tuple[str, ...]:
    """What is seen from outside, one a line or with semicolons between."""
    words = (line.strip().removeprefix("- ") for line in (argument or "").replace(";", "\n").splitlines())
    return tuple(dict.fromkeys(" ".join(word.split()) for word in words if word.strip()))


class RunbookDirective(ObjectDirective):
    """``.. gitops-runbook:: ID``."""

    objtype_name = "runbook"
    _title: gitops_title | None = None
    _illegal = _NO_ID
    option_spec: ClassVar = lenient(
        {
            "title": one_line,
            "components": listed,
            "alerts": _alert_names,
            "procedure": one_line,
            "severity": one_line,
            "owner": one_line,
            "symptoms": _symptoms,
            "formerly": listed,
            "no-index": directives.flag,
            "no-index-entry": directives.flag,
            "no-contents-entry": directives.flag,
            "no-typesetting": directives.flag,
        }
    )

    def handle_signature(self, sig: str, signode: addnodes.desc_signature) -> str:
        """The title, and what the runbook is for."""
        title = self.options.get("title") or sig
        signode["fullname"], signode["toc"] = sig, title
        self._title = gitops_title(name=sig, title=title, shown=title, own=title != sig)
        self.set_source_info(self._title)
        signode += self._title
        procedure = self.options.get("procedure")
        if procedure:
            words = say(spaced(procedure))
            signode += [
                addnodes.desc_sig_punctuation("", ":"),
                addnodes.desc_sig_space(),
                addnodes.desc_annotation(words, words),
            ]
        return sig

    def _record(self, name: str) -> Runbook:
        return Runbook(
            id=name,
            title=self.options.get("title") or name,
            procedure=Procedure(self.options["procedure"]) if "procedure" in self.options else None,
            severity=self.options.get("severity", ""),
            owner=self.options.get("owner", ""),
            components=self.options.get("components", ()),
            symptoms=self.options.get("symptoms", ()),
            alerts=self.options.get("alerts", ()),
            formerly=self.options.get("formerly", ()),
        )

    def add_target_and_index(self, name: str, sig: str, signode: addnodes.desc_signature) -> None:
        """Register the runbook, its anchors and its entry in the index."""
        runbook = self._record(name)
        mark = gitops_object(said=runbook, shown=runbook, span=self._place(), former=self._place("formerly"))
        mark["alerts"] = self._place("alerts")
        self._register(signode, mark, [runbook_anchor(one) for one in (name, *runbook.formerly)])
        if "no-index-entry" not in self.options:
            text = say(RUNBOOK_ENTRY).replace("{title}", runbook.title).replace(";", ",")
            self.indexnode["gitops"] = True
            self.indexnode["entries"].append(("single", text, runbook_anchor(name), "", None))

    def run(self) -> list[Node]:
        """Report what cannot be used, and describe the runbook; not typeset, it has a title that others show."""
        self._check_procedure()
        if "formerly" in self.options:
            self.options["formerly"] = tuple(self._former(one_line(self.arguments[0]), self.options["formerly"]))
        result = super().run()
        if "no-typesetting" in self.options and self._title:
            result.append(self._title)
        return result

    def _check_procedure(self) -> None:
        known, found = [member.value for member in Procedure], self.options.get("procedure")
        if found is not None and found not in known:
            self._report(Code.OPTION, f":procedure: {unexpected(found, known)}", "procedure")
            del self.options["procedure"]

    def _former(self, own: str, names: tuple[str, ...]) -> Iterator[str]:
        """The former ids that are legal and another's than today's."""
        for name in names:
            if name == own:
                message = f"the former id {name!r} is taken, by this runbook itself: remove it here"
                self._report(Code.DUPLICATE_ID, message, "formerly")
            elif not ID.fullmatch(name):
                self._report(Code.INVALID_ID, f"the former id {name!r} {_NO_ID}", "formerly")
            else:
                yield name
