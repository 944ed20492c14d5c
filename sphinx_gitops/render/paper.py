"""Pictures for a sheet of paper: the layout whose text stays largest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sphinx_gitops.model import Direction
from sphinx_gitops.render.engines import pins
from sphinx_gitops.render.ink import paper
from sphinx_gitops.render.layout import Layout
from sphinx_gitops.render.paint import Picture, paint
from sphinx_gitops.render.text import FONT_SIZE, WRAP
from sphinx_gitops.scene import Box, Node, Scene
from sphinx_gitops.words import LegendEntry

POINTS = 2 / 3
"""How large one px of a picture is on paper, in pt, so that its text has the size of a page's: 10 pt."""
COMFORTABLE = 8.0
"""Text of this size, in pt, needs no other layout."""
SMALLEST = 5.0
"""Text below this size, in pt, cannot be read."""
SHARE = 0.88
"""How much of a page's height a picture may fill: its caption wants room."""
_NARROW = 95.0
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

    @property
    def width(self) -> float:
        """How wide the picture is on its page, in pt."""
        return self.picture.width * self.text / FONT_SIZE

    @property
    def height(self) -> float:
        """How high the picture is on its page, in pt."""
        return self.picture.height * self.text / FONT_SIZE


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


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to lay a scene out on paper."""

    scene: Scene
    elk: bool
    wrap: float = WRAP

    @property
    def config(self) -> dict[str, object]:
        """The Mermaid configuration of this layout, closer than on a screen."""
        return pins(elk=self.elk, spacing=(16, 26) if self.wrap == WRAP else (14, 18), wrap=self.wrap)


def plans(scene: Scene) -> Iterator[Plan]:
    """The scene as written, without groups, and both turned; the narrower, the later."""
    for shown in (scene, replace(scene, direction=_TURNED[scene.direction])):
        flat = flatten(shown)
        yield Plan(shown, elk=scene.nested)
        if scene.nested:
            yield Plan(flat, elk=False)
        yield Plan(flat, elk=True)
        yield Plan(flat, elk=False, wrap=_NARROW)


def typeset(
    scene: Scene,
    lay: Callable[[Plan], Layout | None],
    sheet: Sheet,
    *,
    prefix: str,
    legend: Sequence[LegendEntry] = (),
) -> Print | None:
    """The first layout whose text is comfortable on *sheet*, else the largest, a sheet on its side included.

    *lay* gives None where a plan cannot be laid out; without any layout there is no picture.
    """
    side = Sheet(sheet.height / SHARE, sheet.width * SHARE)
    found: list[Print] = []
    for plan in plans(scene):
        layout = lay(plan)
        if layout is None:
            continue
        picture = paint(
            plan.scene, replace(layout, wrap=plan.wrap), prefix=prefix, ink=paper, links=False, legend=legend
        )
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
