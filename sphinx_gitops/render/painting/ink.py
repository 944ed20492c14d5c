"""How a colour is written: for a page that may turn dark, or plainly in its light or its dark value."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from sphinx_gitops.identifiers import css_name
from sphinx_gitops.palette import EDGE, READABLE, blend, contrast
from sphinx_gitops.scene import Swatch

Ink: TypeAlias = Callable[[str, str, str], str]
"""The name of a CSS variable without its prefix, its light colour and its dark one, as an SVG paint."""
QUIET = 0.8
"""How much of its colour a second line has; the rest is that of the fill."""


def screen(name: str, light: str, dark: str) -> str:
    """A CSS variable with the light colour as its fallback."""
    return f"var(--gitops-{name},{light})"


def paper(name: str, light: str, dark: str) -> str:
    """The light colour itself: converters to PDF know no variables."""
    return light


def night(name: str, light: str, dark: str) -> str:
    """The dark colour itself."""
    return dark


def tint(ink: Ink, name: str, role: str, swatch: Swatch) -> str:
    """One colour of a class; *role* is fill, stroke or text."""
    return ink(f"{css_name(name)}-{role}", getattr(swatch.light, role), getattr(swatch.dark, role))


def edge_tint(ink: Ink, name: str, swatch: Swatch) -> str:
    """The colour of an arrow."""
    return ink(f"{name if name == EDGE else css_name(name)}-stroke", swatch.light.stroke, swatch.dark.stroke)


def quiet(swatch: Swatch) -> bool:
    """Whether a second line in a quieter colour can still be read, in light and in dark (WCAG 2.2, 1.4.3)."""
    sides = (swatch.light, swatch.dark)
    return all(contrast(blend(side.text, side.fill, QUIET), side.fill) >= READABLE for side in sides)


def quiet_attributes(ink: Ink, name: str, swatch: Swatch) -> str:
    """The colour of a second line: quieter where that can be read; mixed beforehand where paints are plain."""
    colour = tint(ink, name, "text", swatch)
    if not quiet(swatch):
        return f'fill="{colour}"'
    if ink is screen:
        return f'fill="{colour}" fill-opacity="{QUIET:g}"'
    return f'fill="{blend(colour, tint(ink, name, "fill", swatch), QUIET)}"'
