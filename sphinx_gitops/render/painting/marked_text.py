"""Text with a mark's sign before it, wrapped as an engine wraps the two, as SVG."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.model import Mark
from sphinx_gitops.render.painting.svg import MARK_SIZE, as_text, sign
from sphinx_gitops.render.painting.outlines import number
from sphinx_gitops.render.text import FONT_SIZE, LINE_HEIGHT, fitted, width, wrap

_GAP = 3.0
_SMALL = 12.0
_GLYPH = "\u2713"
_HALO = 'stroke-width="5" stroke-linejoin="round" paint-order="stroke"'


def halo(colour: str) -> str:
    """Attributes that keep a text apart from what it stands on."""
    return f' stroke="{colour}" {_HALO}'


@dataclass(frozen=True, slots=True)
class Signed:
    """A text, the mark before it, how wide a line may be, in px, and what stands under it in small letters."""

    text: str
    mark: Mark | None
    limit: float
    under: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The text in as many lines as it takes, the sign's room counted."""
        if not self.mark:
            return wrap(self.text, self.limit)
        lines = wrap(f"{_GLYPH} {self.text}", self.limit)
        return (lines[0].removeprefix(_GLYPH).lstrip(), *lines[1:])

    @property
    def extra(self) -> float:
        """How much of the first line the sign takes."""
        return MARK_SIZE + _GAP if self.mark else 0.0

    @property
    def width(self) -> float:
        """The width of the longest line, in px."""
        return max(width(line) + (0.0 if count else self.extra) for count, line in enumerate(self.lines))

    @property
    def height(self) -> float:
        """The height of all lines, in px."""
        return len(self.lines) * FONT_SIZE * LINE_HEIGHT

    def draw(self, x: float, y: float, colour: str, *, classes: str = "", ground: str = "") -> Iterator[str]:
        """The sign and all lines around a middle; *ground* is the colour of a halo."""
        about = (f' class="{classes}"' if classes else "", halo(ground) if ground else "")
        lines, small = self.lines, wrap(self.under, self.limit) if self.under else ()
        top = y - (len(lines) + len(small) - 1) * FONT_SIZE * LINE_HEIGHT / 2
        if self.mark:
            yield sign(self.mark, x - (width(lines[0]) + self.extra) / 2, top - MARK_SIZE / 2, colour, ground)
        for count, line in enumerate(lines):
            at = x if count else x + self.extra / 2
            middle = top + count * FONT_SIZE * LINE_HEIGHT
            yield (
                f'<text{about[0]} x="{number(at)}" y="{number(middle)}" dy=".35em" fill="{colour}"{about[1]}'
                f"{fitted(line)}>{as_text(line)}</text>"
            )
        for count, line in enumerate(small, start=len(lines)):
            place = f'x="{number(x)}" y="{number(top + count * FONT_SIZE * LINE_HEIGHT)}" dy=".3em"'
            look = f'font-size="{number(_SMALL)}" fill="{colour}"{fitted(line, _SMALL)}'
            yield f"<text {place} {look}>{as_text(line)}</text>"
