"""Places in prose, as other domains describe objects: what their directives share, and ``gitops-component``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.directives import ObjectDescription

from sphinx_gitops.ext.directives.options import leave_aside, lenient
from sphinx_gitops.ext.directives.view import ViewDirective
from sphinx_gitops.ext.domain.entries import anchor_of
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_facts, gitops_object, gitops_signature
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.source_places import option_lines, standing
from sphinx_gitops.format import ID
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.reader.fields import safe_url
from sphinx_gitops.runbook import Description, Runbook

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx

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


class Described(ObjectDescription[str]):
    """What the two directives share: one name, an anchor letter for letter, facts before the prose."""

    has_content = True
    objtype_name: ClassVar[str]
    _mark: gitops_object | None = None

    def run(self) -> list[Node]:
        """Check the name, then describe it."""
        leave_aside(self)
        argument = one_line(self.arguments[0])
        if not self._legal(argument):
            self._report(Code.INVALID_ID, f"{argument!r} {self._illegal}")
            container = nodes.container(classes=["gitops", f"gitops-{self.objtype_name}"])
            self.state.nested_parse(self.content, self.content_offset, container)
            return container.children
        self.name = f"gitops:{self.objtype_name}"
        found = super().run()
        if "no-typesetting" in self.options and self._mark:
            found.append(self._mark)
        return found

    _illegal: ClassVar[str]

    def _legal(self, name: str) -> bool:
        return bool(ID.fullmatch(name))

    def _report(self, code: Code, message: str, option: str = "") -> None:
        """Say what is wrong, at the line of an option or of the directive."""
        report([Problem(code=code, message=message, span=self._place(option))])

    def _place(self, option: str = "") -> Span:
        return standing(self, option_lines(self).get(option, 0))

    def get_signatures(self) -> list[str]:
        """One name, as it stands."""
        return [one_line(self.arguments[0])]

    def transform_content(self, content_node: addnodes.desc_content) -> None:
        """Leave room for the facts, which are known when all is read."""
        if self.names:
            said = self._said(self.names[0])
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

    def _register(self, signode: addnodes.desc_signature, mark: gitops_object, anchors: list[str]) -> None:
        """Leave the mark by which the domain has the object from here, and take its anchors."""
        self.set_source_info(mark)
        signode += mark
        self._mark = mark
        self._anchor(signode, anchors)

    def _anchor(self, signode: addnodes.desc_signature, anchors: list[str]) -> None:
        """Take the anchors that are free, the first also from what has it as a former one."""
        ids, own = self.state.document.ids, anchors[0]
        holder = ids.get(own)
        if isinstance(holder, addnodes.desc_signature) and own in holder["ids"][1:]:
            holder["ids"].remove(own)
            del ids[own]
        signode["ids"] += [anchor for anchor in anchors if anchor not in ids]
        self.state.document.note_explicit_target(signode)


class ComponentDirective(Described):
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

    def run(self) -> list[Node]:
        """Leave a link that could run code aside, and describe the component."""
        address = self.options.get("url", "")
        if address and not safe_url(address):
            why = "write an http, https or mailto address"
            self._report(Code.UNSAFE_URL, f"the link {address!r} is refused: {why}", "url")
            del self.options["url"]
        return super().run()

    def _said(self, name: str) -> Description:
        added = {field: self.options[field] for field in ("owner", "url", "manifest", "tags") if field in self.options}
        return Description(name=name, **added)

    def add_target_and_index(self, name: str, sig: str, signode: addnodes.desc_signature) -> None:
        """Register where the component is described."""
        self._register(signode, gitops_object(said=self._said(name), span=self._place()), [anchor_of(name)])


def setup(app: Sphinx) -> None:
    """Register the directive, plainly and in the domain."""
    app.add_directive("gitops-component", ComponentDirective)
    app.add_directive_to_domain("gitops", "component", ComponentDirective)
