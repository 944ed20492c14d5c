"""A drawn scene: its SVG, its size, and where its parts are in it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sphinx_gitops.render.geometry.layout import Rect


@dataclass(frozen=True, slots=True)
class Spot:
    """What a click on a part of a picture leads to: an id of the workflow, and its box in px from the top left."""

    id: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn scene: the SVG, its size in px, and the places of its components and titles."""

    svg: str
    width: float
    height: float
    spots: tuple[Spot, ...]

    def to_json(self) -> str:
        """The picture as text, for a cache."""
        spots = [[spot.id, spot.rect.x, spot.rect.y, spot.rect.width, spot.rect.height] for spot in self.spots]
        return json.dumps([self.svg, self.width, self.height, spots], separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Picture:
        """What ``to_json`` wrote. Raises ValueError where it did not write this."""
        try:
            svg, wide, high, spots = json.loads(text)
            return cls(
                svg=str(svg),
                width=float(wide),
                height=float(high),
                spots=tuple(Spot(str(name), Rect(*map(float, rect))) for name, *rect in spots),
            )
        except (TypeError, OverflowError, RecursionError) as error:
            raise ValueError("this is no picture") from error
