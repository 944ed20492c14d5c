"""Pictures for a sheet of paper: the layout whose text stays largest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sphinx_gitops.model import Direction
from sphinx_gitops.render.ink import paper
from sphinx_gitops.render.layout import Layout
from sphinx_gitops.render.paint import Picture, paint
from sphinx_gitops.render.text import FONT_SIZE
from sphinx_gitops.scene import Box, Node, Scene
from sphinx_gitops.words import LegendEntry

POINTS = 2 / 3
"""How large one px of a picture is on paper, in pt, so that its text has the size of a page's: 10 pt."""
COMFORTABLE = 8.0
"""Text of this size, in pt, needs no other layout."""
SMALLEST = 5.0
"""Text below this size, in pt, cannot be read."""
_TURNED = {
    Direction.TB: Direction.LR,
    Direction.LR: Direction.TB,
    Direction.BT: Direction.RL,
    Direction.RL: Direction.BT,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a picture may fill of a page, in pt."""

    width: float
    height: float

    def scale(self, width: float, height: float) -> float:
        """How much a picture of a size in px shrinks to fit; at most 1."""
        return min(1.0, self.width / (width * POINTS), self.height / (height * POINTS))


@dataclass(frozen=True, slots=True)
class Print:
    """A picture for paper: the size of its text in pt once it fits, and whether the page must lie on its side."""

    picture: Picture
    text: float
    landscape: bool


def flatten(scene: Scene) -> Scene:
    """The scene without group boxes, save those in which an arrow ends."""
    ends = {key for edge in scene.edges for key in (edge.source, edge.target)}

    def nodes(box: Box) -> Iterator[Node]:
        yield from box.nodes
        for inner in box.boxes:
            if inner.key not in ends:
                yield from nodes(inner)

    def kept(box: Box) -> Iterator[Box]:
        for inner in box.boxes:
            if inner.key in ends:
                yield replace(inner, nodes=tuple(nodes(inner)), boxes=tuple(kept(inner)))
            else:
                yield from kept(inner)

    boxes = tuple(replace(box, nodes=tuple(nodes(box)), boxes=tuple(kept(box))) for box in scene.boxes)
    return replace(scene, boxes=boxes)


def _candidates(scene: Scene) -> Iterator[Scene]:
    """The scene as written, without groups, and both turned."""
    turned = replace(scene, direction=_TURNED[scene.direction])
    yield scene
    if scene.nested:
        yield flatten(scene)
    yield turned
    if scene.nested:
        yield flatten(turned)


def typeset(
    scene: Scene,
    lay: Callable[[Scene], Layout | None],
    sheet: Sheet,
    *,
    prefix: str,
    legend: Sequence[LegendEntry] = (),
) -> Print | None:
    """The first layout whose text is comfortable on *sheet*, else the largest, a sheet on its side included.

    *lay* gives None where a scene cannot be laid out; without any layout there is no picture.
    """
    side = Sheet(sheet.height / 0.85, sheet.width * 0.85)
    found: list[Print] = []
    for shown in _candidates(scene):
        layout = lay(shown)
        if layout is None:
            continue
        picture = paint(shown, layout, prefix=prefix, ink=paper, links=False, legend=legend)
        size = FONT_SIZE * POINTS
        upright = Print(picture, size * sheet.scale(picture.width, picture.height), landscape=False)
        if upright.text >= COMFORTABLE:
            return upright
        found += [upright, Print(picture, size * side.scale(picture.width, picture.height), landscape=True)]
    standing = [one for one in found if not one.landscape]
    best = max(standing, key=lambda one: one.text, default=None)
    if best is None or best.text >= SMALLEST:
        return best
    lying = max(found, key=lambda one: one.text)
    return lying if lying.text >= SMALLEST else best
