"""Two workflows in, the scene of both out in which what is new, gone and changed is marked, and its legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sphinx_gitops.diff.change import Action, Change
from sphinx_gitops.diff.comparing import compared
from sphinx_gitops.diff.fields import flow_fields
from sphinx_gitops.diff.flow_changes import FlowPair, paired_flows
from sphinx_gitops.diff.matching import matched
from sphinx_gitops.diff.sentences import counted
from sphinx_gitops.diff.union import united
from sphinx_gitops.facts import LegendEntry
from sphinx_gitops.model import Workflow
from sphinx_gitops.scene import Border, Box, Colours, Edge, Node, Scene, Swatch
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import Vocabulary

NEW, GONE, CHANGED, SAME = "new", "gone", "changed", "unchanged"
"""The classes of a picture of changes, which are its words too."""


def _swatch(light: str, dark: str) -> Swatch:
    def side(line: str) -> Colours:
        fill, stroke, text = line.split()
        return Colours(fill=fill, stroke=stroke, text=text)

    return Swatch(light=side(light), dark=side(dark))


SWATCHES: Mapping[str, Swatch] = {
    NEW: _swatch("#cdf3d5 #1a7f37 #0a3a17", "#0f3d1e #56d364 #dcfbe3"),
    CHANGED: _swatch("#fdeab3 #9a6700 #463000", "#463605 #e3b341 #fff4d2"),
    GONE: _swatch("#fbdcd9 #b3261e #56100c", "#4d1512 #ff938a #ffe6e3"),
    SAME: _swatch("#eef0f2 #6b7680 #2b333a", "#262c31 #939fa9 #dde3e8"),
}
"""The colours of the classes; words and borders say the same without them."""
_BETWEEN = " \N{MIDDLE DOT} "
_BORDERS = {NEW: Border.STRONG, CHANGED: Border.STRONG, GONE: Border.DASHED, SAME: Border.NORMAL}


@dataclass(frozen=True, slots=True)
class MarkedScene:
    """A scene with its marks, and what its legend explains."""

    scene: Scene
    legend: Sequence[LegendEntry]


class _Marks:
    """What the changes say of each part, by its id in the scene."""

    def __init__(self, changes: Sequence[Change], gone: set[str]) -> None:
        self.gone = gone
        self.changes: dict[str, list[Change]] = {}
        for change in changes:
            if change.action is not Action.REMOVED:
                self.changes.setdefault(change.id, []).append(change)

    def name(self, part: str) -> str:
        """The class of a part."""
        if part in self.gone:
            return GONE
        actions = {change.action for change in self.changes.get(part, ())}
        return NEW if Action.ADDED in actions else CHANGED if actions else SAME

    def words(self, part: str) -> str:
        """What is said under the title of a part: its earlier id and box, and the fields that have changed."""
        name = self.name(part)
        if name != CHANGED:
            return "" if name == SAME else name
        said, fields = [], []
        for change in self.changes[part]:
            if change.action is Action.RENAMED:
                said.append(f"was {change.before}")
            elif change.action is Action.MOVED:
                said.append(f"moved from {change.before}" if change.before else "moved")
            else:
                fields.append(change.field)
        return _BETWEEN.join([*said, *([f"{CHANGED}: {', '.join(fields)}"] if fields else [])])

    def node(self, node: Node) -> Node:
        name, words = self.name(node.id), self.words(node.id)
        facts = (*node.facts, words) if words else node.facts
        under = _BETWEEN.join(one for one in (words, node.under) if one)
        return replace(node, colour=name, border=_BORDERS[name], under=under, facts=facts)

    def box(self, box: Box) -> Box:
        subtitle = _BETWEEN.join(one for one in (self.words(box.id), box.subtitle) if one)
        return replace(
            box, subtitle=subtitle, boxes=tuple(map(self.box, box.boxes)), nodes=tuple(map(self.node, box.nodes))
        )


def _flow_mark(pair: FlowPair) -> tuple[str, str]:
    """The class of an arrow, and the words before its label."""
    if pair.old is None:
        return NEW, NEW
    if pair.new is None:
        return GONE, GONE
    if pair.turned:
        return CHANGED, "turned"
    is_same = flow_fields(pair.old) == flow_fields(pair.new)
    return (SAME, "") if is_same else (CHANGED, CHANGED)


def _edge(edge: Edge, pair: FlowPair) -> Edge:
    name, words = _flow_mark(pair)
    label = ": ".join(one for one in (words, edge.label) if one)
    return replace(edge, colour=name, label=label)


def _legend(shown: Scene) -> tuple[LegendEntry, ...]:
    """What the marks mean; that of what is gone has its dashes where a component has."""
    nodes = {node.colour for node in shown.all_nodes()}
    used = nodes | {edge.colour for edge in shown.edges}
    dashed = LegendEntry("border", _BORDERS[GONE].value, GONE)
    entries = {name: LegendEntry("class", name, name) for name in SWATCHES if name in used}
    return tuple({**entries, **({GONE: dashed} if GONE in nodes else {})}.values())


def marked(old: Workflow, new: Workflow, vocabulary: Vocabulary, *, by_manifest: bool = False) -> MarkedScene:
    """The picture of a change: everything of both workflows, in the order of the new one."""
    earlier = matched(old, new, by_manifest=by_manifest)
    changes = compared(old, new, by_manifest=by_manifest)
    whole = united(old, new, earlier)
    gone = {part.id for part in whole.parts()} - {part.id for part in new.parts()}
    marks = _Marks(changes, gone)
    pairs = paired_flows(old, new, {former: name for name, former in earlier.items()})
    shown = scene(whole, vocabulary)
    result = replace(
        shown,
        boxes=tuple(map(marks.box, shown.boxes)),
        nodes=tuple(map(marks.node, shown.nodes)),
        edges=tuple(_edge(edge, pair) for edge, pair in zip(shown.edges, pairs, strict=True)),
        swatches={**shown.swatches, **SWATCHES},
        description=counted(changes),
    )
    return MarkedScene(result, _legend(result))
