"""Flows, in short form or as mappings, become ``Flow`` values whose ends exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sphinx_gitops.format import FLOW, ID
from sphinx_gitops.model import Flow, FlowKind
from sphinx_gitops.problems import Code, Span
from sphinx_gitops.reader.arrows import ArrowError, End, read_arrows
from sphinx_gitops.reader.bidirectional import contained
from sphinx_gitops.reader.fields import Fields, Notes
from sphinx_gitops.yamltree.document import Mapping as MappingTree
from sphinx_gitops.yamltree.document import Scalar, Sequence, Tree, describe
from sphinx_gitops.yamltree.errors import shortened

MAX_ARROWS = 2_000
"""One flow stands for no more: every source with every target of two long lists."""
MAX_ALL_ARROWS = 50_000
"""All flows of a workflow stand for no more."""


@dataclass(frozen=True, slots=True)
class Places:
    """The ids of the workflow: each with the ids of the boxes around it, and those that a template's user removed."""

    around: Mapping[str, tuple[str, ...]]
    removed: frozenset[str]
    template: str = ""
    workflow: str = ""

    def own(self, name: str) -> str:
        """The id that a full name in this very workflow stands for; any other name as it is."""
        workflow, _, inside = name.partition(".")
        return inside if name not in self.around and workflow == self.workflow and inside in self.around else name

    def foreign(self, name: str) -> bool:
        """Whether a name can be a full one in another workflow: known only when all workflows are read.

        A box and something of this workflow with a dot between is rather a slip.
        """
        first, dot, inside = name.partition(".")
        slip = first == self.workflow or (first in self.around and inside in self.around)
        return bool(dot and ID.fullmatch(name)) and not slip

    def inside(self, name: str) -> str:
        """What a name means without this workflow's id, or without the box that is named before it."""
        first, _, inside = name.partition(".")
        return inside if first == self.workflow or inside in self.around else name

    def quiet(self, name: str, span: Span) -> bool:
        """Whether a missing end is a template's, removed on purpose."""
        return name in self.removed and span.source == self.template


def _moved(span: Span, column: int, *, plain: bool) -> Span:
    return Span(span.source, span.line, span.column + column) if plain else span


def _short(value: Scalar, path: str, notes: Notes) -> Iterator[tuple[Flow, tuple[Span, ...]]]:
    """The flows of one short form, each with the spans of its ends."""
    try:
        links = read_arrows(value.text)
    except ArrowError as error:
        span = _moved(value.span, error.column, plain=value.plain)
        notes.add(Code.INVALID_FLOW, str(error), span, path)
        return
    for link in links:
        flow = Flow(
            sources=tuple(end.id for end in link.sources),
            targets=tuple(end.id for end in link.targets),
            kind=link.kind,
            label=contained(link.label),
            span=value.span,
        )
        ends: tuple[End, ...] = (*link.sources, *link.targets)
        yield flow, tuple(_moved(value.span, end.column, plain=value.plain) for end in ends)


def _long(value: MappingTree, path: str, notes: Notes) -> Iterator[tuple[Flow, tuple[Span, ...]]]:
    """The flow of one mapping, with the spans of its ends."""
    fields = Fields(value, path, notes, FLOW)
    fields.check_keys()
    sources, targets = tuple(fields.scalars("from")), tuple(fields.scalars("to"))
    for key in ("from", "to"):
        given = fields.get(key)
        if given is None or (isinstance(given, Sequence) and not given.items):
            notes.add(Code.MISSING_KEY, f"a flow needs {key!r}: an id or a list of ids", value.span, path)
    if not (sources and targets):
        return
    flow = Flow(
        sources=tuple(scalar.text for scalar in sources),
        targets=tuple(scalar.text for scalar in targets),
        kind=fields.choice("kind", FlowKind) or FlowKind.AUTOMATION,
        label=fields.line("label"),
        description=fields.text("description"),
        url=fields.url("url"),
        doc=fields.text("doc"),
        waive=fields.waive(),
        span=value.span,
        spans=fields.spans("doc", "url"),
    )
    yield flow, tuple(scalar.span for scalar in (*sources, *targets))


def _known(flow: Flow, spans: tuple[Span, ...], path: str, places: Places, notes: Notes) -> Flow | None:
    """The flow with the ends that exist; None where too few are left."""
    kept: list[list[str]] = [[], []]
    ends = [(0, end) for end in flow.sources] + [(1, end) for end in flow.targets]
    for (side, written), span in zip(ends, spans, strict=True):
        name = places.own(written)
        if name in places.around or places.foreign(name):
            kept[side].append(name)
        elif not places.quiet(name, span):
            meant = places.inside(name)
            message = f"{shortened(name)} is no id of this workflow{notes.near(meant, places.around)}"
            notes.add(Code.UNKNOWN_ID, message, span, path)
    sources, targets = (tuple(dict.fromkeys(side)) for side in kept)
    if len(sources) * len(targets) > MAX_ARROWS:
        message = f"{len(sources):,} times {len(targets):,} arrows, at most {MAX_ARROWS:,} are drawn for one flow"
        notes.add(Code.TOO_LARGE, message, flow.span, path)
        return None
    if (sources, targets) == (flow.sources, flow.targets):
        return flow
    return replace(flow, sources=sources, targets=targets) if sources and targets else None


def _wrong(source: str, target: str, around: Mapping[str, tuple[str, ...]]) -> str:
    """Why an arrow cannot be drawn; the empty string where it can."""
    if source not in around and target not in around:
        return "leads from one other workflow to another: name a component of this one on one end"
    if source in around.get(target, ()) or target in around.get(source, ()):
        return "joins a box with something inside it: name a component on both ends"
    return ""


def _outside(flow: Flow, path: str, places: Places, notes: Notes) -> Iterator[Flow]:
    """The flow without arrows that no engine can draw, or that are another workflow's."""
    bad = {(a, b): why for a, b in flow.pairs() if (why := _wrong(a, b, places.around))}
    for (source, target), why in bad.items():
        notes.add(Code.INVALID_FLOW, f"{source!r} --> {target!r} {why}", flow.span, path)
    if not bad:
        yield flow
        return
    for source, target in flow.pairs():
        if (source, target) not in bad:
            yield replace(flow, sources=(source,), targets=(target,))


def _listed(value: Tree | None, path: str, notes: Notes) -> Iterator[tuple[str, Flow, tuple[Span, ...]]]:
    """Every flow of a list as it is written, with its path and the spans of its ends."""
    if value is None or (isinstance(value, Scalar) and value.is_null):
        return
    if not isinstance(value, Sequence):
        notes.add(Code.WRONG_TYPE, f"expected a list of flows ('- A --> B'), found {describe(value)}", value.span, path)
        return
    for number, item in enumerate(value.items):
        here = f"{path}[{number}]"
        if isinstance(item, Scalar) and not item.is_null:
            found = _short(item, here, notes)
        elif isinstance(item, MappingTree):
            found = _long(item, here, notes)
        else:
            notes.add(Code.WRONG_TYPE, f"expected 'A --> B' or a mapping, found {describe(item)}", item.span, here)
            continue
        yield from ((here, flow, spans) for flow, spans in found)


def read_flows(values: Iterable[Tree | None], path: str, places: Places, notes: Notes) -> Iterator[Flow]:
    """Every flow of these lists that can be drawn; those behind MAX_ALL_ARROWS arrows are not read."""
    left = MAX_ALL_ARROWS
    for here, flow, spans in (found for value in values for found in _listed(value, path, notes)):
        known = _known(flow, spans, here, places, notes)
        left -= max(len(spans) - 1, len(known.sources) * len(known.targets) if known else 0)
        if left < 0:
            message = (
                f"more than {MAX_ALL_ARROWS:,} arrows: the flows from this one on are left out; split the workflow"
            )
            notes.add(Code.TOO_LARGE, message, flow.span, here)
            return
        if known:
            yield from _outside(known, here, places, notes)
