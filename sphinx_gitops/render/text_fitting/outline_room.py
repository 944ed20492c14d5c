"""A shape and the size of a text in, the outline that holds the text out, and back."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.scene import Shape

_INK = 7.0
"""How much of the height of a text's lines is above its first and below its last letters, in px."""
_CLEAR = 9.0
"""The least distance of letters from a side that is not upright, in px."""

_UPRIGHT: dict[Shape, tuple[float, float]] = {
    Shape.RECTANGLE: (24, 14),
    Shape.CYLINDER: (22, 24),
    Shape.DOCUMENT: (22, 20),
    Shape.LINED_DOCUMENT: (30, 20),
    Shape.DOCUMENTS: (32, 26),
    Shape.STACK: (30, 22),
    Shape.VAULT: (32, 14),
    Shape.FOLDED: (30, 24),
    Shape.MANUAL: (46, 14),
    Shape.LEAN_RIGHT: (42, 12),
    Shape.LEAN_LEFT: (42, 12),
    Shape.HEXAGON: (28, 12),
    Shape.STADIUM: (26, 12),
    Shape.DISPLAY: (38, 14),
}
"""What each outline takes beyond its text, across and along, in px."""
_DIAMOND_ACROSS, _DIAMOND_ALONG = 1.6, 2.9
"""How much wider and higher than its text a diamond is: any point of it is inside where x/w + y/h is less than 1."""

_SLIM, _ROUND = 1.25, 1.8
"""The least ratio of an outline's width to its height, and that of one with round sides."""


def least_ratio(shape: Shape) -> float:
    """How many times as wide as high an outline is at least: none stands upright, and round sides stay apart."""
    return _ROUND if shape in _ACROSS else _SLIM


def _round_inset(height: float, text: float) -> float:
    """How far a half circle of a *height* stands in at the first and last letters of a *text* as high as its lines."""
    radius, ink = height / 2, max(0.0, text - _INK) / 2
    return radius - sqrt(max(0.0, radius * radius - ink * ink))


def _stadium(height: float, text: float) -> float:
    return max(26.0, 2 * (_round_inset(height, text) + _CLEAR))


def _display(height: float, text: float) -> float:
    return max(38.0, 2 * (_round_inset(height, text) + _CLEAR))


_ACROSS: dict[Shape, Callable[[float, float], float]] = {Shape.STADIUM: _stadium, Shape.DISPLAY: _display}
"""What outlines with round sides take beyond their text, by the heights of both."""


def outline_size(shape: Shape, width: float, height: float) -> tuple[float, float]:
    """The width and height of an outline around a text of a *width* and *height*, in px."""
    if shape is Shape.DIAMOND:
        return width * _DIAMOND_ACROSS + 2 * _CLEAR, max(0.0, height - _INK) * _DIAMOND_ALONG + _CLEAR
    across, along = _UPRIGHT[shape]
    if shape in _ACROSS:
        across = _ACROSS[shape](height + along, height)
    return width + across, height + along


def text_room(shape: Shape, rect: Rect) -> float:
    """The width of the widest text of an outline of a given size, in px."""
    if shape is Shape.DIAMOND:
        return (rect.width - 2 * _CLEAR) / _DIAMOND_ACROSS
    across, along = _UPRIGHT[shape]
    if shape in _ACROSS:
        across = _ACROSS[shape](rect.height, rect.height - along)
    return rect.width - across
