"""How a colour is written: for a page that may turn dark, or for paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Ink: TypeAlias = Callable[[str, str], str]
"""The name of a CSS variable without its prefix, and its light colour, as an SVG paint."""


def screen(name: str, colour: str) -> str:
    """A CSS variable with the light colour as its fallback."""
    return f"var(--gitops-{name},{colour})"


def paper(name: str, colour: str) -> str:
    """The light colour itself: converters to PDF know no variables."""
    return colour
