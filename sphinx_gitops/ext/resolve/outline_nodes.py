"""A workflow in, its text equivalent out: every entry an anchor, every flow a line of references."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic

from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.domain.entries import anchor_of, former_names, objtype_of
from sphinx_gitops.ext.domain.relations import ComponentContext, RelatedPage
from sphinx_gitops.ext.resolve.in_picture import InPicture
from sphinx_gitops.ext.resolve.outline_markup import Maker, Piece, with_source
from sphinx_gitops.ext.resolve.pending_xrefs import joined, to_page, to_part, to_runbook
from sphinx_gitops.facts import component_facts, flow_words
from sphinx_gitops.model import Component, Flow, FlowKind, Group, Part, Workflow
from sphinx_gitops.phrases.translator import Translator
from sphinx_gitops.phrases.words import BREAKS, FLOWS, IN_PICTURE, MENTIONS, NOTE, PAGE, RUNBOOKS
from sphinx_gitops.problems import Span
from sphinx_gitops.rule import RuleMarks
from sphinx_gitops.view import Foreign, runs
from sphinx_gitops.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineBuilder(Generic[Piece]):
    """Builds the outline of one workflow with *make*; ``anchors`` is false where another has them already.

    With ``linked`` its titles are references to where the parts are documented. ``held`` are the anchors that
    descriptions on the same page have; ``taken`` is true where the first, a former name, leads to another part than
    the second. ``pictured`` says what shows each part in a picture that entries lead back to, ``marked`` which rules
    are broken where, as the picture shows it.
    """

    make: Maker[Piece]
    workflow: Workflow
    vocabulary: Vocabulary
    docname: str
    say: Translator
    anchors: bool = True
    linked: bool = False
    foreign: Mapping[str, Foreign] = field(default_factory=dict)
    brief: Callable[[str], ComponentContext] = lambda _: ComponentContext()
    within: Callable[[ComponentContext], list[RelatedPage]] = lambda brief: list(brief.mentions)
    held: Container[str] = frozenset()
    taken: Callable[[str, str], bool] = lambda _name, _own: False
    pictured: Mapping[str, InPicture] = field(default_factory=dict)
    marked: RuleMarks = RuleMarks()  # noqa: RUF009 - frozen

    def build(self) -> list[Piece]:
        """A description, the list of stages and the list of flows."""
        make, workflow = self.make, self.workflow
        parts: list[Piece] = []
        if workflow.description:
            parts.append(make.paragraph([make.text(workflow.description)], workflow.span))
        parts.append(self._boxes(workflow.stages))
        if workflow.flows:
            parts.append(make.paragraph([make.strong(make.text(self.say(FLOWS)))], None, "gitops-flows-title"))
            parts += self._flows()
        return parts

    def build_short(self) -> list[Piece]:
        """The titles alone: a line for each stage with its components, and entries for the groups in it."""
        return [self.make.entries(map(self._short_box, self.workflow.stages))]

    def _short_box(self, group: Group) -> Piece:
        line = [self.make.strong(self._title(group))]
        for number, component in enumerate(group.components):
            line += [self.make.text(", " if number else ": "), self._short_component(component)]
        return self._entry(group, line, [self.make.entries(map(self._short_box, group.groups))] if group.groups else [])

    def _short_component(self, component: Component) -> Piece:
        return self.make.target(self._title(component), self._ids(component))

    def _ids(self, part: Part) -> list[str]:
        """The anchors of a part, but for those that a description on the same page has."""
        anchors = [anchor_of(name) for name in self.names(part)] if self.anchors else []
        return [anchor for anchor in anchors if anchor not in self.held]

    def names(self, part: Part) -> list[str]:
        """A part's full names: its own, then the former ones that lead to no other part."""
        own = f"{self.workflow.id}.{part.id}"
        return [own, *(name for name in former_names(self.workflow, part) if not self.taken(name, own))]

    def _title(self, part: Part) -> Piece:
        """A part's title, as a reference where it is documented elsewhere."""
        name = f"{self.workflow.id}.{part.id}"
        if not (self.linked or self.brief(name).described):
            return self.make.text(part.title)
        return self.make.open(with_source(to_part(name, objtype_of(part), part.title, self.docname), part.span))

    def _foreign(self, name: str) -> list[Piece]:
        """The end of a flow in another workflow; its full name alone where it is not there."""
        end = self.foreign.get(name)
        if end is None or not end.known:
            return [self.make.text(name)]
        xref = to_part(name, end.what, end.title, self.docname)
        return [self.make.open(xref), self.make.text(f" ({end.workflow})")]

    def _entry(self, part: Part, line: list[Piece], more: Iterable[Piece]) -> Piece:
        found = self.pictured.get(part.id)
        if found:
            line += [self.make.text(" "), self.make.anchored(self.say(IN_PICTURE), found.anchor, "gitops-back")]
        name = found.name if found else ""
        return self.make.entry([self.make.paragraph(line, part.span), *more], part.span, self._ids(part), name)

    def _boxes(self, groups: tuple[Group, ...]) -> Piece:
        return self.make.entries(map(self._box, groups))

    def _box(self, group: Group) -> Piece:
        line = [self.make.strong(self._title(group)), *self._subtitle(group)]
        if group.description:
            line.append(self.make.text(f": {group.description}"))
        inner = [*map(self._component, group.components), *map(self._box, group.groups)]
        more = [*self._note(group), *self._broken(group.span, self.marked.parts.get(group.id, ()))]
        return self._entry(group, line, [*more, *([self.make.entries(inner)] if inner else [])])

    def _subtitle(self, part: Part) -> list[Piece]:
        return [self.make.text(f", {part.subtitle}")] if part.subtitle else []

    def _note(self, part: Part) -> list[Piece]:
        """The note of a part, as a paragraph of its entry."""
        words = self.say(NOTE).replace("{note}", part.note)
        return [self.make.paragraph([self.make.text(words)], part.span, "gitops-note")] if part.note else []

    def _component(self, component: Component) -> Piece:
        brief, text = self.brief(f"{self.workflow.id}.{component.id}"), self.make.text
        line = [self._title(component), *self._subtitle(component)]
        facts = component_facts(component, self.vocabulary, self.say)
        if facts:
            line.append(text(f" ({', '.join(facts)})"))
        if component.description:
            line.append(text(f": {component.description}"))
        for number, link in enumerate(self._links(component)):
            line += [text(", " if number else " ["), link]
        if component.url or component.links or component.doc:
            line.append(text("]"))
        broken = self._broken(component.span, self.marked.parts.get(component.id, ()))
        return self._entry(component, line, [*self._note(component), *broken, *self._more(component, brief)])

    def _broken(self, span: Span, found: Iterable[tuple[str, str]]) -> Iterator[Piece]:
        """The rules that a part or a flow breaks, each as a paragraph."""
        for code, words in found:
            line = f"{self.say(BREAKS).replace('{rule}', code)}: {words}"
            yield self.make.paragraph([self.make.text(line)], span, "gitops-breaks")

    def _doc(self, written: Component | Flow) -> Piece:
        """The document or label that a component or a flow names."""
        doc = reference_to_doc(written.doc, written.span_of("doc"), self.docname)
        doc["gitops:quiet"] = self.linked  # the definition's own outline warns
        return self.make.open(doc)

    def _links(self, component: Component) -> Iterator[Piece]:
        """The pages of a component, outside and inside."""
        if component.url:
            yield self.make.outside(self.say(PAGE), component.url)
        for title, url in component.links:
            yield self.make.outside(title, url)
        if component.doc:
            yield self._doc(component)

    def _more(self, component: Component, brief: ComponentContext) -> Iterator[Piece]:
        """The runbooks of a component, and the pages that mention it unless its description lists them."""
        books = [to_runbook(book, self.docname) for book in brief.runbooks]
        pages: list[list[nodes.Node]] = [[to_page(page, self.docname)] for page in self.within(brief)]
        for phrase, parts in ((RUNBOOKS, books), (MENTIONS, [] if brief.described else pages)):
            if parts:
                line = [self.make.text(f"{self.say(phrase)}: "), *map(self.make.open, joined(parts))]
                yield self.make.paragraph(line, component.span, "gitops-more")

    def _flows(self) -> Iterator[Piece]:
        """The list of flows; a list for each run of numbers, where a view has only some of them."""
        parts = {part.id: part for part in self.workflow.parts()}
        for run in runs(self.workflow.flows):
            entries = [self._flow(flow, parts) for flow in run]
            yield self.make.numbered(entries, run[0].number) if run[0].number else self.make.entries(entries)

    def _flow(self, flow: Flow, parts: dict[str, Part]) -> Piece:
        text = self.make.text
        arrow = self.make.span("\u2194" if flow.kind is FlowKind.SYNC else "\u2192", "gitops-arrow")
        line = [*self._ends(flow.sources, parts), text(" "), arrow, text(" "), *self._ends(flow.targets, parts)]
        words = flow_words(flow, self.say)
        if words:
            line.append(text(f" ({words})"))
        if flow.description:
            line.append(text(f": {flow.description}"))
        pages = [self.make.outside(self.say(PAGE), flow.url)] if flow.url else []
        pages += [self._doc(flow)] if flow.doc else []
        for number, page in enumerate(pages):
            line += [text(", " if number else " ["), page]
        line += [text("]")] if pages else []
        broken = self._broken(flow.span, self.marked.flows.get(flow.span, ()))
        return self.make.entry([self.make.paragraph(line, flow.span), *broken], flow.span)

    def _ends(self, ends: tuple[str, ...], parts: dict[str, Part]) -> Iterator[Piece]:
        for number, name in enumerate(ends):
            if number:
                yield self.make.text(", ")
            if name not in parts:
                yield from self._foreign(name)
                continue
            full = f"{self.workflow.id}.{name}"
            if self.anchors and not self.brief(full).described:
                yield self.make.anchored(parts[name].title, anchor_of(full))
            else:
                yield self._title(parts[name])


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
    return with_source(xref, span)
