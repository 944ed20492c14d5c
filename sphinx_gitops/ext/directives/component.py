"""The directive ``gitops-component``, and what it shares with that of runbooks: an object description in, nodes out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.parsers.rst.states import RSTState
from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.directives import ObjectDescription

from sphinx_gitops.ext.diagram_request import DiagramRequest
from sphinx_gitops.ext.directives.options.options import lenient, report_unusable
from sphinx_gitops.ext.directives.view import ViewDirective
from sphinx_gitops.ext.domain.entries import anchor_of
from sphinx_gitops.ext.nodes import gitops_facts, gitops_object, gitops_signature
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.source_places import directive_span, option_lines
from sphinx_gitops.format import ID
from sphinx_gitops.model import Direction
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.reader.fields import safe_url
from sphinx_gitops.runbook import Description, Runbook

if TYPE_CHECKING:
    from docutils.nodes import Node

_FULL_NAME = "is no full name of a component: write WORKFLOW.ID, as in 'delivery.SCAN'"


def listed(argument: str | None) -> tuple[str, ...]:
    """Names with commas or blanks between, or as a list of YAML, each once."""
    words = (argument or "").strip()
    if words.startswith("[") and words.endswith("]"):
        words = words[1:-1]
    names = (word.strip("\"'") for word in words.replace(",", " ").split() if word != "-")
    return tuple(dict.fromkeys(filter(None, names)))


def one_line(argument: str | None) -> str:
    """Words on one line."""
    return " ".join((argument or "").split())


def _address(argument: str | None) -> str:
    return "".join((argument or "").split())


class ObjectDirective(ObjectDescription[str]):
    """A directive that describes one object: an anchor letter for letter, facts before the prose."""

    has_content = True
    objtype_name: ClassVar[str]
    _mark: gitops_object | None = None

    def run(self) -> list[Node]:
        """Check the name, then describe it."""
        report_unusable(self)
        argument = one_line(self.arguments[0])
        if not self._legal(argument):
            self._report(Code.INVALID_ID, f"{argument!r} {self._illegal}")
            return self.parse_content_to_nodes(allow_section_headings=True)
        self.name = f"gitops:{self.objtype_name}"
        found = super().run()
        target = found[-1]
        if self._mark and isinstance(target, nodes.target):  # nothing is typeset
            self.state.document.ids.update(dict.fromkeys(target["ids"], target))
            found.append(self._mark)
        return found

    def parse_content_to_nodes(self, allow_section_headings: bool = False) -> list[Node]:  # noqa: FBT002 - Sphinx's own
        """The prose. A heading in it is a section in reStructuredText; MyST would put one before the object."""
        is_rst = isinstance(self.state, RSTState)
        return super().parse_content_to_nodes(allow_section_headings=allow_section_headings and is_rst)

    _illegal: ClassVar[str]

    def _legal(self, name: str) -> bool:
        return bool(ID.fullmatch(name))

    def _report(self, code: Code, message: str, option: str = "") -> None:
        """Report a problem, at the line of an option or of the directive."""
        report([Problem(code=code, message=message, span=self._place(option))])

    def _place(self, option: str = "") -> Span:
        return directive_span(self, option_lines(self).get(option, 0))

    def get_signatures(self) -> list[str]:
        """One name, unchanged."""
        return [one_line(self.arguments[0])]

    def transform_content(self, content_node: addnodes.desc_content) -> None:
        """Put a placeholder of the facts before the prose: they are known when every document has been read."""
        facts = gitops_facts(record=self._record(self.names[0]))
        self.set_source_info(facts)
        facts["option_lines"] = option_lines(self)
        content_node.insert(0, facts)

    def _record(self, name: str) -> Runbook | Description:
        """The facts that the directive itself gives."""
        raise NotImplementedError

    def _object_hierarchy_parts(self, sig_node: addnodes.desc_signature) -> tuple[str, ...]:
        return (str(sig_node["fullname"]),)

    def _toc_entry_name(self, sig_node: addnodes.desc_signature) -> str:
        return str(sig_node["toc"])

    def _register(self, signode: addnodes.desc_signature, mark: gitops_object, anchors: list[str]) -> None:
        """Add the mark by which the domain has the object from here, and take its anchors."""
        self.set_source_info(mark)
        signode += mark
        self._mark = mark
        self._anchor(signode, anchors)

    def _anchor(self, signode: addnodes.desc_signature, anchors: list[str]) -> None:
        """Take the anchors that are free, the first also from what has it as a former one."""
        ids, own = self.state.document.ids, anchors[0]
        holder = ids.get(own)
        if isinstance(holder, (addnodes.desc_signature, nodes.target)) and own in holder["ids"][1:]:
            holder["ids"].remove(own)
            del ids[own]
        signode["ids"] += [anchor for anchor in anchors if anchor not in ids]
        self.state.document.note_explicit_target(signode)


class _NeighbourhoodDirective(ViewDirective):
    """The view that ``:diagram:`` adds; it follows the component when that gets another id."""

    def request(self, *, view: str = "") -> DiagramRequest:
        """A request that names the component."""
        return replace(super().request(view=view), neighbourhood=f"{view}.{self.options['focus']}")


class ComponentDirective(ObjectDirective):
    """``.. gitops-component:: WORKFLOW.ID``."""

    objtype_name = "component"
    _illegal = _FULL_NAME
    option_spec: ClassVar = lenient(
        {
            "owner": one_line,
            "url": _address,
            "manifest": one_line,
            "tags": listed,
            "diagram": directives.flag,
            "no-index": directives.flag,
            "no-contents-entry": directives.flag,
            "no-typesetting": directives.flag,
        }
    )

    def _legal(self, name: str) -> bool:
        workflow, dot, own = name.partition(".")
        return bool(dot and ID.fullmatch(workflow) and ID.fullmatch(own))

    def transform_content(self, content_node: addnodes.desc_content) -> None:
        """Put the placeholder of the facts, and a view of the neighbours, before the prose."""
        super().transform_content(content_node)
        if "diagram" in self.options:
            content_node[1:1] = self._neighbourhood(*self.names[0].split(".", 1))

    def _neighbourhood(self, workflow: str, own: str) -> list[Node]:
        """A view of the component and of its neighbours."""
        options = {"focus": own, "hops": 1, "legend": "none", "outline": {"html": "none"}, "direction": Direction.LR}
        options["collapse"] = None
        options["class"] = ["gitops-neighbourhood"]
        place = (StringList(), self.lineno, self.content_offset, self.block_text, self.state, self.state_machine)
        return _NeighbourhoodDirective("gitops-view", [workflow], options, *place).run()

    def handle_signature(self, sig: str, signode: addnodes.desc_signature) -> str:
        """The placeholder of the title, the kind and the mark, which the workflow has."""
        signode["fullname"], signode["toc"] = sig, sig.partition(".")[2]
        signature = gitops_signature(name=sig)
        self.set_source_info(signature)
        signode += signature
        return sig

    def run(self) -> list[Node]:
        """Refuse a link that could run code, and describe the component."""
        address = self.options.get("url", "")
        if address and not safe_url(address):
            why = "write an http, https or mailto address"
            self._report(Code.UNSAFE_URL, f"the link {address!r} is refused: {why}", "url")
            del self.options["url"]
        return super().run()

    def _record(self, name: str) -> Description:
        added = {field: self.options[field] for field in ("owner", "url", "manifest", "tags") if field in self.options}
        return Description(name=name, **added)

    def add_target_and_index(self, name: str, sig: str, signode: addnodes.desc_signature) -> None:
        """Register where the component is described."""
        self._register(signode, gitops_object(said=self._record(name), span=self._place()), [anchor_of(name)])
