"""The directives ``gitops-component`` and ``gitops-runbook``: places in prose, as other domains describe objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.directives import ObjectDescription

from sphinx_gitops.ext.domain import gitops_domain
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_facts, gitops_signature, gitops_title
from sphinx_gitops.ext.report import report, warn_duplicate
from sphinx_gitops.ext.rows import anchor_of, runbook_anchor
from sphinx_gitops.ext.spans import option_lines, standing
from sphinx_gitops.ext.views import ViewDirective
from sphinx_gitops.format import ID
from sphinx_gitops.language import RUNBOOK_ENTRY, spaced
from sphinx_gitops.problems import Code, Problem
from sphinx_gitops.reader.fields import safe_url
from sphinx_gitops.runbook import Description, Procedure, Runbook

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx

_FULL_NAME = "is no full name of a component: write WORKFLOW.ID, as in 'delivery.SCAN'"
_NO_ID = "is no id: start with a letter or underscore, go on with letters, digits, '_', '-', '.'"


def listed(argument: str | None) -> tuple[str, ...]:
    """Names with commas or blanks between, each once."""
    return tuple(dict.fromkeys((argument or "").replace(",", " ").split()))


def _line(argument: str | None) -> str:
    return " ".join((argument or "").split())


def _address(argument: str | None) -> str:
    address = directives.uri(argument or "")
    if not safe_url(address):
        raise ValueError("the link is refused: write an http, https or mailto address, or a relative one")
    return str(address)


def _procedure(argument: str) -> Procedure:
    return Procedure(directives.choice(argument, tuple(member.value for member in Procedure)))


class _Described(ObjectDescription[str]):
    """What the two directives share: one name, an anchor letter for letter, facts before the prose."""

    has_content = True
    objtype_name: ClassVar[str]

    def run(self) -> list[Node]:
        """Check the name, then describe it."""
        argument = _line(self.arguments[0])
        if not self._legal(argument):
            self._report(Code.INVALID_ID, f"{argument!r} {self._illegal}")
            container = nodes.container(classes=["gitops", f"gitops-{self.objtype_name}"])
            self.state.nested_parse(self.content, self.content_offset, container)
            return container.children
        self.name = f"gitops:{self.objtype_name}"
        return super().run()

    _illegal: ClassVar[str]

    def _legal(self, name: str) -> bool:
        return bool(ID.fullmatch(name))

    def _report(self, code: Code, message: str) -> None:
        report([Problem(code=code, message=message, span=standing(self))])

    def get_signatures(self) -> list[str]:
        """One name, as it stands."""
        return [_line(self.arguments[0])]

    def transform_content(self, content_node: addnodes.desc_content) -> None:
        """Leave room for the facts, which are known when all is read."""
        if self.names:
            said = self._said(self.names[0])
            gitops_domain(self.env).note_placeholder(said, self.env.docname)
            facts = gitops_facts(said=said)
            self.set_source_info(facts)
            facts["places"] = option_lines(self)
            content_node.insert(0, facts)

    def _said(self, name: str) -> Runbook | Description:
        """What the directive itself says."""
        raise NotImplementedError

    def _object_hierarchy_parts(self, sig_node: addnodes.desc_signature) -> tuple[str, ...]:
        return (str(sig_node["fullname"]),)

    def _toc_entry_name(self, sig_node: addnodes.desc_signature) -> str:
        return str(sig_node["toc"])

    def _anchor(self, signode: addnodes.desc_signature, anchors: list[str]) -> None:
        signode["ids"] += [anchor for anchor in anchors if anchor not in self.state.document.ids]
        self.state.document.note_explicit_target(signode)


class RunbookDirective(_Described):
    """``.. gitops-runbook:: ID``."""

    objtype_name = "runbook"
    _title: gitops_title | None = None
    _illegal = _NO_ID
    option_spec: ClassVar = {
        "title": _line,
        "components": listed,
        "procedure": _procedure,
        "severity": _line,
        "owner": _line,
        "formerly": listed,
        "no-index": directives.flag,
        "no-index-entry": directives.flag,
        "no-contents-entry": directives.flag,
        "no-typesetting": directives.flag,
    }

    def handle_signature(self, sig: str, signode: addnodes.desc_signature) -> str:
        """The title, and what the runbook is for."""
        title = self.options.get("title") or sig
        signode["fullname"], signode["toc"] = sig, title
        self._title = gitops_title(name=sig, title=title, shown=title, own=title != sig, registered=False)
        self.set_source_info(self._title)
        signode += self._title
        procedure = self.options.get("procedure")
        if procedure:
            words = say(spaced(procedure.value))
            signode += [
                addnodes.desc_sig_punctuation("", ":"),
                addnodes.desc_sig_space(),
                addnodes.desc_annotation(words, words),
            ]
        return sig

    def _said(self, name: str) -> Runbook:
        return Runbook(
            id=name,
            title=self.options.get("title") or name,
            procedure=self.options.get("procedure"),
            severity=self.options.get("severity", ""),
            owner=self.options.get("owner", ""),
            components=self.options.get("components", ()),
            formerly=tuple(old for old in self.options.get("formerly", ()) if ID.fullmatch(old)),
        )

    def add_target_and_index(self, name: str, sig: str, signode: addnodes.desc_signature) -> None:
        """Register the runbook, its anchors and its entry in the index."""
        runbook = self._said(name)
        docname = self.env.docname
        if not gitops_domain(self.env).note_runbook(runbook, docname, standing(self)):
            warn_duplicate("runbook", name, docname, standing(self))
            return
        for title in signode.findall(gitops_title):
            title["registered"] = True
        self._anchor(signode, [runbook_anchor(one) for one in (name, *runbook.formerly)])
        if "no-index-entry" not in self.options and signode["ids"]:
            text = say(RUNBOOK_ENTRY).replace("{title}", runbook.title).replace(";", ",")
            self.indexnode["entries"].append(("single", text, signode["ids"][0], "", None))

    def run(self) -> list[Node]:
        """What is not typeset has a title too, which other pages show."""
        result = super().run()
        if "no-typesetting" in self.options and self._title:
            result.append(self._title)
        return result


class ComponentDirective(_Described):
    """``.. gitops-component:: WORKFLOW.ID``."""

    objtype_name = "component"
    _illegal = _FULL_NAME
    option_spec: ClassVar = {
        "owner": _line,
        "url": _address,
        "manifest": _line,
        "tags": listed,
        "diagram": directives.flag,
        "no-index": directives.flag,
        "no-contents-entry": directives.flag,
        "no-typesetting": directives.flag,
    }

    def _legal(self, name: str) -> bool:
        workflow, dot, own = name.partition(".")
        return bool(dot and ID.fullmatch(workflow) and ID.fullmatch(own))

    def transform_content(self, content_node: addnodes.desc_content) -> None:
        """Leave room for the facts, and for a picture of what stands around the component."""
        super().transform_content(content_node)
        if "diagram" in self.options and self.names:
            content_node[1:1] = self._neighbourhood(*self.names[0].split(".", 1))

    def _neighbourhood(self, workflow: str, own: str) -> list[Node]:
        """A view of the component and of what is one flow away."""
        options = {"focus": own, "hops": 1, "legend": "none", "outline": "none", "direction": "LR"}
        options["class"] = ["gitops-neighbourhood"]
        place = (StringList(), self.lineno, self.content_offset, self.block_text, self.state, self.state_machine)
        parts = ViewDirective("gitops-view", [workflow], options, *place).run()
        for diagram in parts[0].findall(gitops_diagram):
            diagram["around"] = f"{workflow}.{own}"
        return parts

    def handle_signature(self, sig: str, signode: addnodes.desc_signature) -> str:
        """Room for the title, the kind and the marks, which the workflow knows."""
        signode["fullname"], signode["toc"] = sig, sig.partition(".")[2]
        signature = gitops_signature(name=sig)
        self.set_source_info(signature)
        signode += signature
        return sig

    def _said(self, name: str) -> Description:
        added = {field: self.options[field] for field in ("owner", "url", "manifest", "tags") if field in self.options}
        return Description(name=name, **added)

    def add_target_and_index(self, name: str, sig: str, signode: addnodes.desc_signature) -> None:
        """Register where the component is described."""
        docname = self.env.docname
        if not gitops_domain(self.env).note_description(self._said(name), docname, standing(self)):
            warn_duplicate("component", name, docname, standing(self))
            return
        self._anchor(signode, [anchor_of(name)])


def setup(app: Sphinx) -> None:
    """Register the directives, plainly and in the domain."""
    for name, directive in (("runbook", RunbookDirective), ("component", ComponentDirective)):
        app.add_directive(f"gitops-{name}", directive)
        app.add_directive_to_domain("gitops", name, directive)
