"""A scene in, the entries of its legend out: what no title, label or mark in the picture says already."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from sphinx_gitops.facts import LegendEntry, legend_entries
from sphinx_gitops.model import FlowKind
from sphinx_gitops.phrases.translator import Translator, english
from sphinx_gitops.phrases.words import PULLED, PULLED_SHORT
from sphinx_gitops.render.painting.legends.legend import arrange
from sphinx_gitops.render.painting.signs.glyphs import Glyph, glyphs_of
from sphinx_gitops.scene import Border, Node, Scene

_COLUMN, _PHONE = 720.0, 340.0
"""The width of a legend in the column of a page and on a phone, in px."""
_MOST = 3
"""The rows that a legend takes on a phone."""
_STEM = 4
_NEUTRAL = "neutral"
"""The class of components without a kind."""
_WORD = re.compile(r"\w+")


def _own(node: Node) -> bool:
    return node.border is not Border.FOREIGN


def _boxes(scene: Scene) -> Iterator[tuple[Node, ...]]:
    """The components of each stage and each group."""
    for box in scene.all_boxes():
        yield tuple(node for inner in box.walk() for node in inner.nodes if _own(node))


def _titled_classes(scene: Scene) -> set[str]:
    """The classes that a mark says, or the title of a stage or group that holds all of a class and nothing else new.

    The class of what has no kind says nothing, and the only one of a picture tells nothing apart.
    """
    nodes = [node for node in scene.all_nodes() if _own(node)]
    by_class = {name: [node for node in nodes if node.colour == name] for name in {node.colour for node in nodes}}
    marks = {name: {node.mark for node in own} for name, own in by_class.items()}
    said = {name for name, own in marks.items() if len(own) == 1 and None not in own} | {_NEUTRAL}
    if len(by_class) == 1:
        return {*by_class}  # there is no other to tell it from
    boxes = list(_boxes(scene))
    while True:
        found = set(said)
        for inside in boxes:
            new = {node.colour for node in inside} - found
            if len(new) == 1 and all(node in inside for name in new for node in by_class[name]):
                found |= new
        if found == said:
            return said
        said = found


def _stems(words: str) -> set[str]:
    return {word.casefold()[:_STEM] for word in _WORD.findall(words)}


def _titled_border(name: str, words: str, nodes: Collection[Node]) -> bool:
    """Whether the title of every component with a border says what it is."""
    own = [node for node in nodes if node.border.value == name]
    return all(words.casefold() in node.title.casefold() for node in own)


def _named_abroad(scene: Scene) -> bool:
    """Whether all that is of another workflow has its title below its own."""
    return all(node.under for node in scene.all_nodes() if node.border is Border.FOREIGN)


def _labelled(name: str, scene: Scene) -> bool:
    """Whether every flow of a kind has a label."""
    return all(edge.label for edge in scene.edges if edge.kind.value == name)


def _said(entry: LegendEntry, scene: Scene, classes: Collection[str], nodes: Collection[Node]) -> bool:
    if entry.what == "class":
        return entry.name in classes
    if entry.what == "border":
        foreign = entry.name == Border.FOREIGN.value
        return _named_abroad(scene) if foreign else _titled_border(entry.name, entry.words, nodes)
    if entry.what != "flow" or entry.name == FlowKind.PROMOTION.value:
        return False  # no label says what a promotion means
    return entry.name == FlowKind.AUTOMATION.value or _labelled(entry.name, scene)


def _kinds(nodes: Sequence[Node], glyphs: Mapping[str, Glyph]) -> Iterator[LegendEntry]:
    """The kinds in use whose name no title of such a component says; the first fact of a component is its kind."""
    named = sorted((node for node in nodes if node.kind in glyphs and node.facts), key=lambda node: node.kind)
    order = list(dict.fromkeys(node.kind for node in nodes))
    found = {kind: list(own) for kind, own in groupby(named, key=lambda node: node.kind)}
    for kind in sorted(found, key=order.index):
        words = found[kind][0].facts[0]
        if not any(_stems(words) & _stems(node.title) for node in found[kind]):
            yield LegendEntry("kind", kind, words)


def _rows(entries: Sequence[LegendEntry], width: float) -> int:
    return len({y for _, _, y in arrange(entries, width).entries})


def _fits(entries: Sequence[LegendEntry]) -> bool:
    return _rows(entries, _COLUMN) <= 1 and not is_long(entries)


def is_long(entries: Sequence[LegendEntry]) -> bool:
    """Whether a legend has more rows on a phone than a reader looks through."""
    return _rows(entries, _PHONE) > _MOST


def explained(scene: Scene, say: Translator = english, *, signs: bool = False) -> list[LegendEntry]:
    """What the legend of a picture names, in one row of a column; with *signs* of one that Mermaid draws.

    The plain arrow is none of it. Colour is never the only sign: where classes would take a second row, all of them go.
    What a promotion means is said, in a word where there is no more room. Kinds of components are named where all
    that no title says fit in, and else none of them: some would look forgotten.
    """
    nodes = [node for node in scene.all_nodes() if _own(node)]
    classes = _titled_classes(scene)
    entries = [entry for entry in legend_entries(scene, say) if not _said(entry, scene, classes, nodes)]
    bare = [entry for entry in entries if entry.what != "class"]
    ways = [[_meant(one, say(words)) for one in own] for own in (entries, bare) for words in (PULLED, PULLED_SHORT)]
    short = ways[-1]
    entries = next(filter(_fits, ways), bare if is_long(short) else short)
    kinds = list(_kinds(nodes, {} if signs else glyphs_of(scene)))
    return [*entries, *kinds] if _fits([*entries, *kinds]) else entries


def _meant(entry: LegendEntry, words: str) -> LegendEntry:
    """An entry with what its arrow means: a promotion pushes nothing."""
    is_promotion = (entry.what, entry.name) == ("flow", FlowKind.PROMOTION.value)
    return replace(entry, words=words) if is_promotion else entry
