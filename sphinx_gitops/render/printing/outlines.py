"""SVG path data in, outlines of lines and cubic curves in absolute coordinates out (SVG 2, chapter 9)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

Segment: TypeAlias = "tuple[str, tuple[float, ...]]"
"""A command and its coordinates: M x y, L x y, C x1 y1 x2 y2 x y, Z."""

_TOKEN = re.compile(r"([A-Za-z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_SIZES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_CIRCLE = 0.5522847498307936
"""The distance of the control points of a quarter of a circle of radius 1, by cubic Bézier curves."""


def _commands(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each command of path data with one set of numbers. Raises ValueError for what is none."""
    letter, numbers = "", list[float]()
    for found in _TOKEN.finditer(data):
        if found[1]:
            if numbers:
                raise ValueError(f"the path command {letter!r} has too few numbers")
            letter = found[1]
            if letter.upper() not in _SIZES:
                raise ValueError(f"{letter!r} is no path command")
            if letter in "zZ":
                yield "Z", ()
            continue
        numbers.append(float(found[2]))
        if len(numbers) == _SIZES.get(letter.upper(), 0):
            yield letter, tuple(numbers)
            numbers = []
            letter = {"M": "L", "m": "l"}.get(letter, letter)
    if numbers:
        raise ValueError(f"the path command {letter!r} has too few numbers")


@dataclass(slots=True)
class _Pen:
    """The current point, the start of the subpath, and the last control point for smooth curves."""

    x: float = 0.0
    y: float = 0.0
    start: tuple[float, float] = (0.0, 0.0)
    control: tuple[float, float] | None = None
    kind: str = ""
    segments: list[Segment] = field(default_factory=list)

    def add(self, command: str, *numbers: float) -> None:
        self.segments.append((command, numbers))
        if numbers:
            self.x, self.y = numbers[-2:]

    def mirrored(self, kinds: str) -> tuple[float, float]:
        """The control point of a smooth curve: the last one mirrored at the current point, after a like curve."""
        if self.control is None or self.kind not in kinds:
            return self.x, self.y
        return 2 * self.x - self.control[0], 2 * self.y - self.control[1]

    def quadratic(self, cx: float, cy: float, x: float, y: float) -> None:
        """A quadratic curve as a cubic one."""
        x0, y0 = self.x, self.y
        self.add(
            "C",
            *(x0 + (cx - x0) * 2 / 3, y0 + (cy - y0) * 2 / 3),
            *(x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3),
            *(x, y),
        )
        self.control = (cx, cy)


def _absolute(letter: str, numbers: tuple[float, ...], pen: _Pen) -> tuple[float, ...]:
    """The numbers of a command with its coordinates absolute; ``H`` and ``V`` as both coordinates."""
    if letter.isupper() and letter not in "HV":
        return numbers
    dx, dy = (pen.x, pen.y) if letter.islower() else (0.0, 0.0)
    match letter.upper():
        case "H":
            return numbers[0] + dx, pen.y
        case "V":
            return pen.x, numbers[0] + dy
        case "A":
            return (*numbers[:5], numbers[5] + dx, numbers[6] + dy)
        case _:
            return tuple(number + (dy if place % 2 else dx) for place, number in enumerate(numbers))


@lru_cache(1024)
def segments(data: str) -> tuple[Segment, ...]:
    """Path data as absolute lines and cubic curves; signs are the same many times. Raises ValueError for other data."""
    pen = _Pen()
    for letter, numbers in _commands(data):
        values, kind = _absolute(letter, numbers, pen), letter.upper()
        _draw(pen, kind, values)
        pen.kind = kind
        if kind not in "CSQT":
            pen.control = None
    return tuple(pen.segments)


def _draw(pen: _Pen, kind: str, values: tuple[float, ...]) -> None:
    match kind:
        case "M":
            pen.add("M", *values)
            pen.start = (pen.x, pen.y)
        case "L" | "H" | "V":
            pen.add("L", *values)
        case "C":
            pen.add("C", *values)
            pen.control = (values[2], values[3])
        case "S":
            pen.add("C", *pen.mirrored("CS"), *values)
            pen.control = (values[0], values[1])
        case "Q":
            pen.quadratic(*values)
        case "T":
            pen.quadratic(*pen.mirrored("QT"), *values)
        case "A":
            for curve in arc(pen.x, pen.y, *values):
                pen.add("C", *curve)
        case _:
            pen.add("Z")
            pen.x, pen.y = pen.start


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


def rectangle(x: float, y: float, width: float, height: float, rx: float = 0.0) -> tuple[Segment, ...]:
    """A rectangle, its corners rounded by *rx*."""
    if not rx:
        return ("M", (x, y)), ("L", (x + width, y)), ("L", (x + width, y + height)), ("L", (x, y + height)), ("Z", ())
    rx, ry = min(rx, width / 2), min(rx, height / 2)
    data = (
        f"M{x + rx} {y}H{x + width - rx}A{rx} {ry} 0 0 1 {x + width} {y + ry}V{y + height - ry}"
        f"A{rx} {ry} 0 0 1 {x + width - rx} {y + height}H{x + rx}A{rx} {ry} 0 0 1 {x} {y + height - ry}"
        f"V{y + ry}A{rx} {ry} 0 0 1 {x + rx} {y}Z"
    )
    return segments(data)


def ellipse(cx: float, cy: float, rx: float, ry: float) -> tuple[Segment, ...]:
    """An ellipse as four curves."""
    kx, ky = rx * _CIRCLE, ry * _CIRCLE
    return (
        ("M", (cx + rx, cy)),
        ("C", (cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)),
        ("C", (cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)),
        ("C", (cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)),
        ("C", (cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)),
        ("Z", ()),
    )


def polyline(points: str, *, closed: bool) -> tuple[Segment, ...]:
    """The points of a polyline or a polygon."""
    numbers = [float(number) for number in re.findall(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", points)]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    found: list[Segment] = [("L" if place else "M", pair) for place, pair in enumerate(pairs)]
    return (*found, ("Z", ())) if closed else tuple(found)
