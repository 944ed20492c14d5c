"""SVG path data in, outlines of lines and cubic curves in absolute coordinates out (SVG 2, chapter 9)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple


class Contour(NamedTuple):
    """An outline: its commands, and the coordinates of all of them: M x y, L x y, C x1 y1 x2 y2 x y, Z."""

    commands: str
    numbers: tuple[float, ...]


_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*(?:(?<=[\d.])[eE](?=[-+]?\d)[^A-Za-z]*)*)")
"""A letter and all behind it; the one of an exponent is part of a number."""
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_SIZES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_CIRCLE = 0.5522847498307936
"""The distance of the control points of a quarter of a circle of radius 1, by cubic Bézier curves."""


def numbers_of(text: str) -> list[float]:
    """The numbers in a text, whatever is between them: most often blanks."""
    try:
        return [*map(float, text.split())]
    except ValueError:
        return [*map(float, _NUMBER.findall(text))]


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command of path data with one set of numbers. Raises ValueError for what is none."""
    if _NUMBER.match(data.lstrip()):
        raise ValueError("a path command is missing before the first number")
    for letter, inside in _COMMAND.findall(data):
        size, numbers = _SIZES.get(letter.upper()), numbers_of(inside)
        if size is None:
            raise ValueError(f"{letter!r} is no path command")
        if len(numbers) == size:
            yield letter, numbers
        elif not size or len(numbers) % size:
            raise ValueError(f"the path command {letter!r} has too few numbers")
        else:
            following = {"M": "L", "m": "l"}.get(letter, letter)
            for start in range(0, len(numbers), size):
                yield following if start else letter, numbers[start : start + size]


@dataclass(slots=True)
class _Pen:
    """What is drawn; the current point, the start of the subpath, and the last command with its last control point."""

    commands: str = ""
    numbers: list[float] = field(default_factory=list)
    x: float = 0.0
    y: float = 0.0
    start: tuple[float, float] = (0.0, 0.0)
    control: tuple[float, float] = (0.0, 0.0)
    kind: str = "M"

    def absolute(self, kind: str, numbers: list[float]) -> list[float]:
        """The numbers of a relative command as those of an absolute one."""
        if kind == "V":
            return [numbers[0] + self.y]
        kept = 5 if kind == "A" else 0
        moved = [number + (self.y if place % 2 else self.x) for place, number in enumerate(numbers[kept:])]
        return [*numbers[:kept], *moved]

    def move(self, x: float, y: float) -> None:
        self.commands += "M"
        self.numbers += x, y
        self.x, self.y = self.start = x, y

    def line(self, x: float, y: float) -> None:
        self.commands += "L"
        self.numbers += x, y
        self.x, self.y = x, y

    def level(self, x: float) -> None:
        self.line(x, self.y)

    def upright(self, y: float) -> None:
        self.line(self.x, y)

    def cubic(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        self.commands += "C"
        self.numbers += x1, y1, x2, y2, x, y
        self.x, self.y, self.control = x, y, (x2, y2)

    def mirrored(self, kinds: str) -> tuple[float, float]:
        """The control point of a smooth curve: the last one mirrored at the current point, after a like curve."""
        if self.kind not in kinds:
            return self.x, self.y
        return 2 * self.x - self.control[0], 2 * self.y - self.control[1]

    def smooth_cubic(self, *numbers: float) -> None:
        self.cubic(*self.mirrored("CS"), *numbers)

    def quadratic(self, cx: float, cy: float, x: float, y: float) -> None:
        """A quadratic curve as a cubic one."""
        x0, y0 = self.x, self.y
        self.cubic(
            *(x0 + (cx - x0) * 2 / 3, y0 + (cy - y0) * 2 / 3),
            *(x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3),
            *(x, y),
        )
        self.control = cx, cy

    def smooth_quadratic(self, x: float, y: float) -> None:
        self.quadratic(*self.mirrored("QT"), x, y)

    def arc(self, *numbers: float) -> None:
        for curve in arc(self.x, self.y, *numbers):
            self.cubic(*curve)

    def close(self) -> None:
        self.commands += "Z"
        self.x, self.y = self.start


_DRAWN: dict[str, Callable[..., None]] = {
    "M": _Pen.move,
    "L": _Pen.line,
    "H": _Pen.level,
    "V": _Pen.upright,
    "C": _Pen.cubic,
    "S": _Pen.smooth_cubic,
    "Q": _Pen.quadratic,
    "T": _Pen.smooth_quadratic,
    "A": _Pen.arc,
    "Z": _Pen.close,
}


@lru_cache(1024)
def path(data: str) -> Contour:
    """Path data as absolute lines and cubic curves; signs are the same many times. Raises ValueError for other data."""
    pen = _Pen()
    for letter, numbers in _commands(data):
        kind = letter.upper()
        _DRAWN[kind](pen, *(numbers if letter == kind else pen.absolute(kind, numbers)))
        pen.kind = kind
    return Contour(pen.commands, tuple(pen.numbers))


def arc(
    x0: float, y0: float, rx: float, ry: float, rotation: float, large: float, sweep: float, x: float, y: float
) -> Iterator[tuple[float, ...]]:
    """An elliptical arc as cubic curves of at most a quarter each (SVG 2, appendix B.2.4)."""
    rx, ry = abs(rx), abs(ry)
    if (x0, y0) == (x, y):
        return
    if not rx or not ry:
        yield x0, y0, x, y, x, y
        return
    phi = math.radians(rotation)
    cos, sin = math.cos(phi), math.sin(phi)
    mx, my = (x0 - x) / 2, (y0 - y) / 2
    px, py = cos * mx + sin * my, cos * my - sin * mx
    grow = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    under = (rx * ry) ** 2 / ((rx * py) ** 2 + (ry * px) ** 2) - 1
    factor = math.sqrt(max(0.0, under)) * (-1 if bool(large) == bool(sweep) else 1)
    cx, cy = factor * rx * py / ry, -factor * ry * px / rx
    first = math.atan2((py - cy) / ry, (px - cx) / rx)
    turn = math.atan2((-py - cy) / ry, (-px - cx) / rx) - first
    turn += (2 * math.pi if sweep and turn < 0 else 0) - (2 * math.pi if not sweep and turn > 0 else 0)
    ox, oy = cos * cx - sin * cy + (x0 + x) / 2, sin * cx + cos * cy + (y0 + y) / 2
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / count
    reach = 4 / 3 * math.tan(step / 4)

    def place(angle: float, along: float) -> tuple[float, float]:
        """The point at an angle, moved along its tangent."""
        u = rx * (math.cos(angle) - along * math.sin(angle))
        v = ry * (math.sin(angle) + along * math.cos(angle))
        return ox + cos * u - sin * v, oy + sin * u + cos * v

    for number in range(count):
        start, end = first + number * step, first + (number + 1) * step
        last = (x, y) if number == count - 1 else place(end, 0)
        yield (*place(start, reach), *place(end, -reach), *last)


def rectangle(x: float, y: float, width: float, height: float, rx: float = 0.0) -> Contour:
    """A rectangle, its corners rounded by *rx*."""
    right, bottom = x + width, y + height
    if not rx:
        return Contour("MLLLZ", (x, y, right, y, right, bottom, x, bottom))
    rx, ry = min(rx, width / 2), min(rx, height / 2)
    kx, ky = rx * (1 - _CIRCLE), ry * (1 - _CIRCLE)
    return Contour(
        "MLCLCLCLCZ",
        (
            *(x + rx, y, right - rx, y),
            *(right - kx, y, right, y + ky, right, y + ry, right, bottom - ry),
            *(right, bottom - ky, right - kx, bottom, right - rx, bottom, x + rx, bottom),
            *(x + kx, bottom, x, bottom - ky, x, bottom - ry, x, y + ry),
            *(x, y + ky, x + kx, y, x + rx, y),
        ),
    )


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Contour:
    """An ellipse as four curves."""
    kx, ky = rx * _CIRCLE, ry * _CIRCLE
    return Contour(
        "MCCCCZ",
        (
            *(cx + rx, cy),
            *(cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry),
            *(cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy),
            *(cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry),
            *(cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy),
        ),
    )
