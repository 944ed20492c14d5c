"""Pictures for a sheet of paper: the layout whose text stays largest."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sphinx_gitops.facts import LegendEntry
from sphinx_gitops.model import Direction
from sphinx_gitops.render.engines import pins
from sphinx_gitops.render.foresight import least_length
from sphinx_gitops.render.geometry.layout import DOWN, Layout
from sphinx_gitops.render.painting import Picture, paint, size
from sphinx_gitops.render.painting.ink import paper
from sphinx_gitops.render.text import FONT_SIZE, WRAP
from sphinx_gitops.scene import Box, Node, Scene

POINTS = 2 / 3
"""How large one px of a picture is on paper, in pt, so that its text has the size of a page's: 10 pt."""
COMFORTABLE = 8.0
"""Text of this size, in pt, needs no other layout."""
ENOUGH = 6.0
"""Text of this size, in pt, is read without effort: where the plainest layouts are not comfortable, it is accepted."""
SMALLEST = 5.0
"""Text below this size, in pt, cannot be read."""
SHARE = 0.88
"""How much of a page's height a picture may fill: its caption wants room."""
_NARROW = 95.0
_HIGH = 2.0
_MANY = 14
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

    def texts(self, width: float, height: float) -> tuple[float, float]:
        """How large, in pt, the text of a picture of a size in px is once it fits: upright, and on its side."""
        side, text = Sheet(self.height / SHARE, self.width * SHARE), FONT_SIZE * POINTS
        return text * self.scale(width, height), text * side.scale(width, height)


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

    def to_json(self) -> str:
        """The print as text, for a cache."""
        return json.dumps([self.picture.to_json(), self.text, self.landscape])

    @classmethod
    def from_json(cls, text: str) -> Print:
        """What ``to_json`` wrote. Raises ValueError where it did not write this."""
        try:
            picture, size_of_text, landscape = json.loads(text)
            return cls(Picture.from_json(picture), float(size_of_text), bool(landscape))
        except (TypeError, OverflowError, RecursionError) as error:
            raise ValueError("this is no print") from error


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
    wrap: float = WRAP

    @property
    def config(self) -> dict[str, object]:
        """The Mermaid configuration of this layout."""
        return pins(elk=True, wrap=self.wrap)


def first_plans(scene: Scene) -> tuple[Plan, ...]:
    """The scene as written and without its groups; with many components at once what makes their text larger."""
    if not scene.nested:
        return (Plan(scene),)
    flat = Plan(flatten(scene))
    return (flat,) if sum(1 for _ in scene.all_nodes()) > _MANY else (Plan(scene), flat)


def other_plans(scene: Scene, shape: float) -> tuple[Plan, ...]:
    """More plans, the most promising first for a scene whose height by its width, laid out plainly, is *shape*.

    A high scene becomes lower by turning, any other narrower by breaking its titles sooner.
    """
    flat, turned = flatten(scene), flatten(replace(scene, direction=_TURNED[scene.direction]))
    narrow, across = Plan(flat, wrap=_NARROW), (Plan(turned), Plan(turned, wrap=_NARROW))
    return (*across, narrow) if shape > _HIGH else (narrow, *across)


@dataclass(frozen=True, slots=True)
class _Fit:
    """A plan laid out: the size of its picture, in px, and of its text, in pt, on a sheet upright and on its side."""

    plan: Plan
    layout: Layout
    width: float
    height: float
    upright: float
    lying: float


def _hopeful(plan: Plan, sheet: Sheet, plain: _Fit, found: Sequence[_Fit]) -> bool:
    """Whether a plan may have a larger text than what was *found*; most have not, and a layout costs more than a look.

    A picture is as long as its chain of components, and broken titles make it no lower than the *plain* one.
    """
    scene, direction = plain.plan.scene, plan.scene.direction
    length = least_length(scene, plain.layout, direction=direction, wrap=plan.wrap)
    wide, high = (1.0, length) if direction in DOWN else (length, 1.0)
    upright, lying = sheet.texts(wide, max(high, plain.height) if direction is scene.direction else high)
    best, flat = max(fit.upright for fit in found), max(fit.lying for fit in found)
    return upright > best or (best < SMALLEST <= lying and lying > flat)


def _fits(
    scene: Scene, lay: Callable[[Plan], Layout | None], sheet: Sheet, legend: Sequence[LegendEntry]
) -> list[_Fit]:
    """Plans that can be laid out, until one is comfortable, or one past the first can be read."""
    found: list[_Fit] = []

    def tried(plan: Plan) -> None:
        layout = lay(plan)
        if layout:
            wide, high = size(plan.scene, layout, legend)
            found.append(_Fit(plan, layout, wide, high, *sheet.texts(wide, high)))

    def best() -> float:
        return max((fit.upright for fit in found), default=0.0)

    for plan in first_plans(scene):
        tried(plan)
        if best() >= COMFORTABLE:
            return found
    plain = found[-1] if found else None
    for plan in other_plans(scene, plain.height / plain.width if plain else 1.0):
        if plain is None or _hopeful(plan, sheet, plain, found):
            tried(plan)
        if best() >= ENOUGH:
            break
    return found


def typeset(
    scene: Scene,
    lay: Callable[[Plan], Layout | None],
    sheet: Sheet,
    *,
    prefix: str,
    legend: Sequence[LegendEntry] = (),
) -> Print | None:
    """The picture by the layout whose text is largest on *sheet*, turned on its side where it must be.

    *lay* gives None where a plan cannot be laid out; without any layout there is no picture.
    """
    found = _fits(scene, lay, sheet, legend)
    if not found:
        return None
    best = max(found, key=lambda fit: fit.upright)
    flat = max(found, key=lambda fit: fit.lying)
    landscape = best.upright < SMALLEST <= flat.lying
    chosen = flat if landscape else best
    picture = paint(chosen.plan.scene, chosen.layout, prefix=prefix, ink=paper, links=False, legend=legend)
    return Print(picture, chosen.lying if landscape else chosen.upright, landscape)
