"""A shape and its place in, its outline as SVG elements without colours out, as few bytes as it needs."""

from __future__ import annotations

from collections.abc import Callable

from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.svg import number, path, rectangle
from sphinx_gitops.scene import Shape

CUT = 14.0
"""How far a slanted side leans, in px."""
STEP = 5.0
"""How far one sheet of a pile is from the next, in px."""


_ROUNDEST = 24.0
"""The largest radius of a stadium's ends, in px."""


def _rect(r: Rect, radius: float = 4) -> str:
    return rectangle(r, radius)


def stadium_bow(r: Rect) -> float:
    """How round the ends of a stadium are: half circles, unless it is so high that it would be a ball."""
    return min(_ROUNDEST, r.height / 2, r.width / 2)


def _d(data: str) -> str:
    return f'<path d="{data}"/>'


def _polygon(*points: tuple[float, float]) -> str:
    return _d("M" + " L".join(f"{number(x)} {number(y)}" for x, y in points) + " Z")


def rim_height(r: Rect) -> float:
    """How high half of a cylinder's lid is."""
    return min(9.0, r.height / 5)


def _cylinder(r: Rect) -> str:
    rx, ry = r.width / 2, rim_height(r)
    left, right, high, low = number(r.x), number(r.right), number(r.y + ry), number(r.bottom - ry)
    bow = f"A {number(rx)} {number(ry)} 0 0"
    body = f"M {left} {high} {bow} 1 {right} {high} V {low} {bow} 1 {left} {low} Z"
    return _d(body) + f'<path d="M {left} {high} {bow} 0 {right} {high}" fill="none"/>'


def wave_depth(r: Rect) -> float:
    """How far a page's wave stands above its lower side."""
    return min(7.0, r.height / 6)


def _wave(r: Rect) -> str:
    depth = wave_depth(r)
    low = r.bottom - depth
    return path(
        "M", r.x, r.y, "H", r.right, "V", low,
        "Q", r.x + r.width * 0.75, low - depth, r.x + r.width / 2, low,
        "T", r.x, low, "Z",
    )  # fmt: skip


def _document(r: Rect) -> str:
    return _d(_wave(r))


def _documents(r: Rect) -> str:
    sheets = [Rect(r.x + STEP * n, r.y + STEP * (2 - n), r.width - 2 * STEP, r.height - 2 * STEP) for n in (2, 1, 0)]
    return "".join(_d(_wave(sheet)) for sheet in sheets)


def _lined_document(r: Rect) -> str:
    return _d(_wave(r) + " " + path("M", r.x + 7, r.y, "V", r.bottom - wave_depth(r) + 2))


def hexagon_corners(r: Rect) -> list[tuple[float, float]]:
    """A hexagon's corners."""
    cut = min(10.0, r.height / 4)
    middle = r.y + r.height / 2
    return [
        (r.x + cut, r.y), (r.right - cut, r.y), (r.right, middle), (r.right - cut, r.bottom), (r.x + cut, r.bottom),
        (r.x, middle),
    ]  # fmt: skip


def diamond_corners(r: Rect) -> list[tuple[float, float]]:
    """The corners of a diamond."""
    across, down = r.x + r.width / 2, r.y + r.height / 2
    return [(across, r.y), (r.right, down), (across, r.bottom), (r.x, down)]


def _vault(r: Rect) -> str:
    sides = path("M", r.x + 6, r.y, "V", r.bottom, "M", r.right - 6, r.y, "V", r.bottom)
    return _rect(r, 2) + f'<path d="{sides}" stroke-width="1.5"/>'


def _stack(r: Rect) -> str:
    boxes = [Rect(r.x + STEP * n, r.y + STEP * (2 - n), r.width - 2 * STEP, r.height - 2 * STEP) for n in (2, 1, 0)]
    return "".join(_rect(box, 2) for box in boxes)


def fold_step(r: Rect) -> float:
    """How far the edge of a folded card stands from the next."""
    return min(STEP, r.height / 6)


def _folded(r: Rect) -> str:
    """A card with the edges of two more below it."""
    step = fold_step(r)
    front = Rect(r.x, r.y, r.width, r.height - 2 * step)
    middle, half = r.y + r.height / 2, r.height / 2
    edges = [Rect(r.x + step * n, middle, r.width - 2 * step * n, half - step * (2 - n)) for n in (2, 1)]
    return "".join(_rect(card, min(6, 1.2 * step)) for card in (*edges, front))


def _display(r: Rect) -> str:
    cut, bow = 12.0, r.height / 2
    left, right, round_ = number(r.x + cut), number(r.right - bow), number(bow)
    head = f"M {number(r.x)} {number(r.y + bow)} L {left} {number(r.y)} H {right}"
    return _d(f"{head} A {round_} {round_} 0 0 1 {right} {number(r.bottom)} H {left} Z")


def slanted_corners(
    r: Rect, top_left: float, top_right: float, low_right: float, low_left: float
) -> list[tuple[float, float]]:
    """Four corners, each moved inwards."""
    top = [(r.x + top_left, r.y), (r.right - top_right, r.y)]
    return [*top, (r.right - low_right, r.bottom), (r.x + low_left, r.bottom)]


_DRAW: dict[Shape, Callable[[Rect], str]] = {
    Shape.RECTANGLE: _rect,
    Shape.CYLINDER: _cylinder,
    Shape.DOCUMENT: _document,
    Shape.DOCUMENTS: _documents,
    Shape.HEXAGON: lambda r: _polygon(*hexagon_corners(r)),
    Shape.VAULT: _vault,
    Shape.STADIUM: lambda r: _rect(r, stadium_bow(r)),
    Shape.STACK: _stack,
    Shape.DISPLAY: _display,
    Shape.LINED_DOCUMENT: _lined_document,
    Shape.MANUAL: lambda r: _polygon(*slanted_corners(r, 0, 0, CUT, CUT)),
    Shape.LEAN_RIGHT: lambda r: _polygon(*slanted_corners(r, CUT, 0, CUT, 0)),
    Shape.LEAN_LEFT: lambda r: _polygon(*slanted_corners(r, 0, CUT, 0, CUT)),
    Shape.DIAMOND: lambda r: _polygon(*diamond_corners(r)),
    Shape.FOLDED: _folded,
}


_SHIFTS: dict[Shape, tuple[float, float]] = {
    Shape.DOCUMENT: (0.0, -3.0),
    Shape.LINED_DOCUMENT: (3.0, -3.0),
    Shape.DOCUMENTS: (-STEP, 2.0),
    Shape.STACK: (-STEP, STEP),
    Shape.FOLDED: (0.0, -STEP),
}
"""How far the middle of the text stands from the middle of the outline, in px."""


def outline(shape: Shape, rect: Rect) -> str:
    """The SVG elements of an outline, without colours."""
    return _DRAW[shape](rect)


def text_centre(shape: Shape, rect: Rect) -> tuple[float, float]:
    """Where the middle of the text stands."""
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    if shape is Shape.CYLINDER:
        return x, y + rim_height(rect) * 0.6
    right, down = _SHIFTS.get(shape, (0.0, 0.0))
    return x + right, y + down
