"""A scene and a sheet of paper in, its picture in the sheet's width out, with the size of its text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from sphinx_gitops.facts import LegendEntry
from sphinx_gitops.render.drawing import draw
from sphinx_gitops.render.layout import Budget
from sphinx_gitops.render.painting.ink import paper
from sphinx_gitops.render.painting.picture import Picture
from sphinx_gitops.render.text_fitting.text_width import FONT_SIZE
from sphinx_gitops.scene import Scene

POINTS = 2 / 3
"""How large one px of a picture is on paper, in pt, so that its text has the size of a page's: 10 pt."""
COMFORTABLE = 8.0
"""Text of this size, in pt, needs no other layout."""
SMALLEST = 6.0
"""Text below this size, in pt, is not read without effort."""
SHARE = 0.88
"""How much of a page's height a picture may fill: its caption wants room."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a picture may fill of a page, in pt."""

    width: float
    height: float

    @property
    def turned(self) -> Sheet:
        """The same page lying on its side."""
        return Sheet(self.height / SHARE, self.width * SHARE)

    def text(self, width: float, height: float) -> float:
        """How large, in pt, the text of a picture of a size in px is once it fits."""
        scale = min(1.0, self.width / (width * POINTS), self.height / (height * POINTS))
        return FONT_SIZE * POINTS * scale


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


def _shaped(sheet: Sheet, picture: Picture) -> float:
    """The width in px at which a picture, its area the same, has the shape of a sheet."""
    return sqrt(picture.width * picture.height * sheet.width / sheet.height)


def typeset(
    scene: Scene,
    sheet: Sheet,
    *,
    prefix: str,
    legend: Sequence[LegendEntry] = (),
    links: bool = False,
) -> Print:
    """The picture in the width of *sheet*; where its text would be small, in a width of the sheet's shape.

    With *links* its parts are links, as on a screen, whose addresses are still to be written.

    The page lies on its side where the text can be read only there. Raises RenderError where there is nothing to draw.
    """

    def drawn(on: Sheet, width: float) -> Print:
        budget = Budget(width=width, shrink=1.0)
        picture = draw(scene, prefix=prefix, budget=budget, ink=paper, links=links, legend=legend)
        return Print(picture, on.text(picture.width, picture.height), landscape=on is not sheet)

    def tried(on: Sheet) -> Iterator[Print]:
        first = drawn(on, on.width / POINTS)
        yield first
        if first.text < COMFORTABLE and first.picture.height > first.picture.width * on.height / on.width:
            yield drawn(on, _shaped(on, first.picture))

    upright = max(tried(sheet), key=lambda found: found.text)
    if upright.text >= SMALLEST:
        return upright
    lying = max(tried(sheet.turned), key=lambda found: found.text)
    return lying if lying.text >= SMALLEST else max(upright, lying, key=lambda found: (found.text, not found.landscape))
