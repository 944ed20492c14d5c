"""The lists of flows in, short forms and mappings; ``Flow`` values whose ends exist out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TypeAlias

from sphinx_gitops.format import FLOW
from sphinx_gitops.model import Flow, FlowKind
from sphinx_gitops.problems import Code, Span
from sphinx_gitops.reader.arrows import ArrowError, FlowEnd, has_arrow, read_arrows
from sphinx_gitops.reader.bidirectional import contained
from sphinx_gitops.reader.diagnostics import Diagnostics
from sphinx_gitops.reader.fields import Fields
from sphinx_gitops.reader.places import KnownIds
from sphinx_gitops.yamltree.document import Mapping as MappingTree
from sphinx_gitops.yamltree.document import Scalar, Sequence, Tree, describe
from sphinx_gitops.yamltree.errors import shortened

_Read: TypeAlias = "tuple[Flow, Callable[[int], Span]]"
"""A flow, and what has the place of each of its ends by their number."""
MAX_ARROWS = 2_000
"""The most arrows of one flow: every source with every target of two long lists."""
MAX_ALL_ARROWS = 50_000
"""The most arrows of all flows of a workflow."""


def _moved(span: Span, column: int, *, plain: bool) -> Span:
    return Span(span.source, span.line, span.column + column) if plain else span


def _short(value: Scalar, path: str, places: KnownIds, diagnostics: Diagnostics) -> Iterator[_Read]:
    """The flows of one short form."""
    try:
        links = read_arrows(value.text)
    except ArrowError as error:
        span = _moved(value.span, error.column, plain=value.plain)
        diagnostics.add(
            Code.INVALID_FLOW, f"{error}{_cut(value) or places.title_in(value.text, diagnostics)}", span, path
        )
        return
    for link in links:
        if link.quoted:
            message = f"the quotes would be drawn: write |{link.label}|"
            diagnostics.add(Code.INVALID_FLOW, message, _moved(value.span, link.quoted, plain=value.plain), path)
        flow = Flow(
            sources=tuple([end.id for end in link.sources]),
            targets=tuple([end.id for end in link.targets]),
            kind=link.kind,
            label=contained(link.label),
            span=value.span,
        )

        def place(number: int, ends: tuple[FlowEnd, ...] = (*link.sources, *link.targets)) -> Span:
            return _moved(value.span, ends[number].column, plain=value.plain)

        yield flow, place


def _cut(value: Scalar) -> str:
    """A hint for a flow of which a comment hides the end."""
    whole = f"{value.text} {value.cut}"
    return f"; a blank and '#' start a comment: quote the flow, {whole[:90]!r}" if value.cut else ""


def _split(value: MappingTree) -> Scalar | None:
    """The short form that ``: `` in it makes a mapping of; None where a mapping is meant."""
    if len(value.entries) != 1:
        return None
    name, rest = value.entries[0]
    if not (isinstance(rest, Scalar) and has_arrow(name.text)):
        return None
    return Scalar(f"{name.text}: {rest.text}", name.span)


def _colon(value: MappingTree, whole: Scalar, path: str, places: KnownIds, diagnostics: Diagnostics) -> Iterator[_Read]:
    """The flows of a short form that YAML reads as a mapping."""
    message = f"': ' makes a mapping of this flow: quote all of it, {describe(whole)}"
    if "|" not in whole.text:
        message = "a label is written between bars, 'A -->|label| B'"
    diagnostics.add(Code.INVALID_FLOW, message, value.span, path)
    yield from _short(whole, path, places, diagnostics if "|" in whole.text else Diagnostics())


def _long(value: MappingTree, path: str, diagnostics: Diagnostics) -> Iterator[_Read]:
    """The flow of one mapping."""
    fields = Fields(value, path, diagnostics, FLOW)
    fields.check_keys()
    sources, targets = tuple(fields.scalars("from")), tuple(fields.scalars("to"))
    for key in ("from", "to"):
        given = fields.get(key)
        if given is None or (isinstance(given, Sequence) and not given.items):
            diagnostics.add(Code.MISSING_KEY, f"a flow needs {key!r}: an id or a list of ids", value.span, path)
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
    yield flow, lambda number: (*sources, *targets)[number].span


def _known(
    flow: Flow, place: Callable[[int], Span], path: str, places: KnownIds, diagnostics: Diagnostics
) -> Flow | None:
    """The flow with the ends that exist; None where too few are left."""
    if len(flow.sources) == len(flow.targets) == 1 and {*flow.sources, *flow.targets} <= places.around.keys():
        return flow
    kept: list[list[str]] = [[], []]
    for number, written in enumerate((*flow.sources, *flow.targets)):
        name = places.own(written)
        if name in places.around or places.foreign(name):
            kept[number >= len(flow.sources)].append(name)
        elif not places.quiet(name, span := place(number)):
            message = f"{shortened(name)} is no id of this workflow{places.remedy(name, diagnostics)}"
            diagnostics.add(Code.UNKNOWN_ID, message, span, path)
    sources, targets = tuple(dict.fromkeys(kept[0])), tuple(dict.fromkeys(kept[1]))
    if len(sources) * len(targets) > MAX_ARROWS:
        message = f"{len(sources):,} times {len(targets):,} arrows, at most {MAX_ARROWS:,} are drawn for one flow"
        diagnostics.add(Code.TOO_LARGE, message, flow.span, path)
        return None
    if (sources, targets) == (flow.sources, flow.targets):
        return flow
    return replace(flow, sources=sources, targets=targets) if sources and targets else None


def _wrong(source: str, target: str, around: Mapping[str, tuple[str, ...]]) -> str:
    """Why an arrow cannot be drawn; the empty string where it can."""
    if source not in around and target not in around:
        return "joins two other workflows: name a component of this one on one end"
    if source in around.get(target, ()) or target in around.get(source, ()):
        return "joins a box with something inside it: name a component on both ends"
    return ""


def _outside(flow: Flow, path: str, places: KnownIds, diagnostics: Diagnostics) -> Iterator[Flow]:
    """The flow without arrows that nothing can draw, or that are another workflow's."""
    bad = {(a, b): why for a, b in flow.pairs() if (why := _wrong(a, b, places.around))}
    for (source, target), why in bad.items():
        diagnostics.add(Code.INVALID_FLOW, f"{source!r} --> {target!r} {why}", flow.span, path)
    if not bad:
        yield flow
        return
    for source, target in flow.pairs():
        if (source, target) not in bad:
            yield replace(flow, sources=(source,), targets=(target,))


def _listed(
    value: Tree | None, path: str, places: KnownIds, diagnostics: Diagnostics
) -> Iterator[tuple[str, Flow, Callable[[int], Span]]]:
    """Every flow of a list as it is written, with its path and the places of its ends."""
    if value is None or (isinstance(value, Scalar) and value.is_null):
        return
    if not isinstance(value, Sequence):
        diagnostics.add(
            Code.WRONG_TYPE, f"expected a list of flows ('- A --> B'), found {describe(value)}", value.span, path
        )
        return
    for number, item in enumerate(value.items):
        here = f"{path}[{number}]"
        if isinstance(item, Scalar) and not item.is_null:
            found = _short(item, here, places, diagnostics)
        elif isinstance(item, MappingTree):
            whole = _split(item)
            found = _colon(item, whole, here, places, diagnostics) if whole else _long(item, here, diagnostics)
        else:
            diagnostics.add(
                Code.WRONG_TYPE, f"expected 'A --> B' or a mapping, found {describe(item)}", item.span, here
            )
            continue
        for flow, place in found:
            yield here, flow, place


def read_flows(values: Iterable[Tree | None], path: str, places: KnownIds, diagnostics: Diagnostics) -> Iterator[Flow]:
    """Every flow of these lists that can be drawn; those behind MAX_ALL_ARROWS arrows are not read."""
    left = MAX_ALL_ARROWS
    for here, flow, place in chain.from_iterable(_listed(value, path, places, diagnostics) for value in values):
        known = _known(flow, place, here, places, diagnostics)
        left -= max(len(flow.sources) + len(flow.targets) - 1, len(known.sources) * len(known.targets) if known else 0)
        if left < 0:
            message = (
                f"more than {MAX_ALL_ARROWS:,} arrows: the flows from this one on are left out; split the workflow"
            )
            diagnostics.add(Code.TOO_LARGE, message, flow.span, here)
            return
        if known:
            yield from _outside(known, here, places, diagnostics)
