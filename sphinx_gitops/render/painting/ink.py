"""The name of a colour and its light value in, an SVG paint out: for a page that may turn dark, or plain."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from sphinx_gitops.identifiers import css_name
from sphinx_gitops.palette import READABLE, blend, contrast
from sphinx_gitops.scene import Swatch

Ink: TypeAlias = Callable[[str, str], str]
"""The name of a CSS variable without its prefix, and its light colour, as an SVG paint."""
QUIET = 0.8
"""How much of its colour a second line has; the rest is that of the fill."""


def screen(name: str, colour: str) -> str:
    """A CSS variable with the light colour as its fallback."""
    return f"var(--gitops-{name},{colour})"


def paper(name: str, colour: str) -> str:
    """The light colour itself: converters to PDF know no variables."""
    return colour


def tint(ink: Ink, name: str, role: str, swatch: Swatch) -> str:
    """One colour of a class; *role* is fill, stroke or text."""
    return ink(f"{css_name(name)}-{role}", getattr(swatch.light, role))


@lru_cache(maxsize=256)
def quiet(swatch: Swatch) -> bool:
    """Whether a second line in a quieter colour can still be read, in light and in dark (WCAG 2.2, 1.4.3)."""
    sides = (swatch.light, swatch.dark)
    return all(contrast(blend(side.text, side.fill, QUIET), side.fill) >= READABLE for side in sides)


def quiet_attributes(ink: Ink, name: str, swatch: Swatch) -> str:
    """The colour of a second line: quieter where that can be read, on paper mixed beforehand."""
    colour = tint(ink, name, "text", swatch)
    if not quiet(swatch):
        return f'fill="{colour}"'
    if ink is paper:
        return f'fill="{blend(colour, swatch.light.fill, QUIET)}"'
    return f'fill="{colour}" fill-opacity="{QUIET:g}"'
