"""The text equivalent as docutils nodes: every entry an anchor, every flow a line of real references."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.crossrefs import joined, to_book, to_page, to_thing
from sphinx_gitops.ext.relations import Brief, Page
from sphinx_gitops.ext.rows import anchor_of, former_names, objtype_of
from sphinx_gitops.language import FLOWS, MENTIONS, PAGE, RUNBOOKS, Say
from sphinx_gitops.model import Component, Flow, FlowKind, Group, Thing, Workflow
from sphinx_gitops.problems import Span
from sphinx_gitops.view import Foreign
from sphinx_gitops.vocabulary import Vocabulary
from sphinx_gitops.words import component_facts, flow_words

_Node = TypeVar("_Node", bound=nodes.Element)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineBuilder:
    """Builds the outline of one workflow; ``anchors`` is false where another has them already.

    With ``linked`` its titles lead to where the things are documented. ``held`` is the name, for the full name of a
    component, whose anchor a description on the same page has.
    """

    workflow: Workflow
    vocabulary: Vocabulary
    docname: str
    say: Say
    anchors: bool = True
    linked: bool = False
    foreign: Mapping[str, Foreign] = field(default_factory=dict)
    brief: Callable[[str], Brief] = lambda _: Brief()
    within: Callable[[Brief], list[Page]] = lambda brief: list(brief.mentions)
    held: Callable[[str], str] = lambda _: ""

    def build(self) -> list[nodes.Element]:
        """A description, the list of stages and the list of flows."""
        parts: list[nodes.Element] = []
        if self.workflow.description:
            parts.append(_at(nodes.paragraph("", self.workflow.description), self.workflow.span))
        parts.append(self._boxes(self.workflow.stages))
        if self.workflow.flows:
            parts.append(nodes.paragraph("", "", nodes.strong("", self.say(FLOWS)), classes=["gitops-flows-title"]))
            parts.append(self._flows())
        return parts

    def names(self, thing: Thing) -> list[str]:
        """A thing's full names: its own, then the former ones."""
        return [f"{self.workflow.id}.{thing.id}", *former_names(self.workflow, thing)]

    def _title(self, thing: Thing) -> nodes.Node:
        """A thing's title, as a reference where it is documented elsewhere."""
        name = f"{self.workflow.id}.{thing.id}"
        if not (self.linked or self.brief(name).described):
            return nodes.Text(thing.title)
        return _at(to_thing(name, objtype_of(thing), thing.title, self.docname), thing.span)

    def _foreign(self, name: str) -> list[nodes.Node]:
        """The end of a flow in another workflow; its full name alone where it is not there."""
        end = self.foreign.get(name)
        if end is None or not end.known:
            return [nodes.Text(name)]
        return [to_thing(name, end.what, end.title, self.docname), nodes.Text(f" ({end.workflow})")]

    def _entry(self, thing: Thing, paragraph: nodes.paragraph) -> nodes.list_item:
        names = self.names(thing) if self.anchors else []
        held = self.held(f"{self.workflow.id}.{thing.id}")
        ids = [anchor_of(name) for name in names if name != held]
        return _at(nodes.list_item("", _at(paragraph, thing.span), ids=ids), thing.span)

    def _boxes(self, groups: tuple[Group, ...]) -> nodes.bullet_list:
        return nodes.bullet_list("", *(self._box(group) for group in groups), bullet="-")

    def _box(self, group: Group) -> nodes.list_item:
        paragraph = nodes.paragraph("", "", nodes.strong("", "", self._title(group)))
        if group.description:
            paragraph += nodes.Text(f": {group.description}")
        entry = self._entry(group, paragraph)
        inner = [*(self._component(component) for component in group.components), *map(self._box, group.groups)]
        if inner:
            entry += nodes.bullet_list("", *inner, bullet="-")
        return entry

    def _component(self, component: Component) -> nodes.list_item:
        brief = self.brief(f"{self.workflow.id}.{component.id}")
        paragraph = nodes.paragraph("", "", self._title(component))
        facts = component_facts(component, self.vocabulary, self.say)
        if facts:
            paragraph += nodes.Text(f" ({', '.join(facts)})")
        if component.description:
            paragraph += nodes.Text(f": {component.description}")
        links: list[nodes.Node] = []
        if component.url:
            links.append(nodes.reference("", self.say(PAGE), refuri=component.url, internal=False))
        links += [nodes.reference("", title, refuri=url, internal=False) for title, url in component.links]
        if component.doc:
            doc = reference_to_doc(component.doc, component.doc_span or component.span, self.docname)
            doc["gitops:quiet"] = self.linked  # the definition's own outline warns
            links.append(doc)
        for number, link in enumerate(links):
            paragraph += nodes.Text(", " if number else " [")
            paragraph += link
        if links:
            paragraph += nodes.Text("]")
        entry = self._entry(component, paragraph)
        entry += [_at(more, component.span) for more in self._more(brief)]
        return entry

    def _more(self, brief: Brief) -> Iterator[nodes.paragraph]:
        """The runbooks of a component, and the pages that mention it unless its description lists them."""
        books = [to_book(book, self.docname) for book in brief.runbooks]
        pages: list[list[nodes.Node]] = [[to_page(page, self.docname)] for page in self.within(brief)]
        for phrase, parts in ((RUNBOOKS, books), (MENTIONS, [] if brief.described else pages)):
            if parts:
                yield nodes.paragraph("", f"{self.say(phrase)}: ", *joined(parts), classes=["gitops-more"])

    def _flows(self) -> nodes.bullet_list:
        things = {thing.id: thing for thing in self.workflow.things()}
        return nodes.bullet_list("", *(self._flow(flow, things) for flow in self.workflow.flows), bullet="-")

    def _flow(self, flow: Flow, things: dict[str, Thing]) -> nodes.list_item:
        paragraph = nodes.paragraph()
        self._ends(paragraph, flow.sources, things)
        arrow = "\u2194" if flow.kind is FlowKind.SYNC else "\u2192"
        paragraph += [nodes.Text(" "), nodes.inline("", arrow, classes=["gitops-arrow"]), nodes.Text(" ")]
        self._ends(paragraph, flow.targets, things)
        words = flow_words(flow, self.say)
        if words:
            paragraph += nodes.Text(f" ({words})")
        if flow.description:
            paragraph += nodes.Text(f": {flow.description}")
        return _at(nodes.list_item("", _at(paragraph, flow.span)), flow.span)

    def _ends(self, paragraph: nodes.paragraph, ends: tuple[str, ...], things: dict[str, Thing]) -> None:
        for number, name in enumerate(ends):
            if number:
                paragraph += nodes.Text(", ")
            if name not in things:
                paragraph += self._foreign(name)
                continue
            full = f"{self.workflow.id}.{name}"
            if self.anchors and not self.brief(full).described:
                paragraph += nodes.reference("", things[name].title, refid=anchor_of(full), internal=True)
            else:
                paragraph += self._title(things[name])


def reference_to_doc(target: str, span: Span, refdoc: str) -> addnodes.pending_xref:
    """A component's ``doc``: a document, or a label."""
    xref = addnodes.pending_xref(
        "",
        nodes.inline("", target),
        refdomain="gitops",
        reftype="doc",
        reftarget=target,
        refdoc=refdoc,
        refexplicit=False,
        refwarn=True,
    )
    return _at(xref, span)


def _at(node: _Node, span: Span) -> _Node:
    """The node with its place in the source."""
    node.source, node.line = span.source, span.line
    return node
