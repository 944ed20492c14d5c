"""How a component's objects are in a cluster in, a sign at the outline's second corner out, told by its shape."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_gitops.evidence import State
from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.signs.badges import RADIUS, badge_centre, draw_glyph
from sphinx_gitops.render.painting.signs.glyphs import Glyph
from sphinx_gitops.render.painting.svg import number
from sphinx_gitops.scene import Shape

STATE_SIGNS: Mapping[State, Glyph] = {
    State.DEGRADED: Glyph("M3 3l6 6M9 3 3 9"),
    State.MISSING: Glyph("M6 2.2a3.8 3.8 0 1 0 .01 0M3.4 8.6l5.2-5.2"),
    State.OUT_OF_SYNC: Glyph("M2 4.4h8M2 7.6h8M8 1.8 4 10.2"),
    State.PROGRESSING: Glyph("M2.2 6h.1M6 6h.1M9.8 6h.1"),
    State.UNKNOWN: Glyph("M3.8 4.4a2.2 2.2 0 1 1 3.2 2Q6 6.900 6 7.800M6 10h.1"),
    State.SUSPENDED: Glyph("M4.2 2.8v6.4M7.8 2.8v6.4"),
    State.SYNCED: Glyph("M2.2 6.4 5 9.2 9.8 3"),
    State.HEALTHY: Glyph("M6 9.8 2.6 6.2a2 2 0 0 1 2.9-2.8L6 4l.5-.6a2 2 0 0 1 2.9 2.8z", filled=True),
}
"""The sign of each state."""
STATE_COLOURS: Mapping[State, str] = {
    State.DEGRADED: "security",
    State.MISSING: "security",
    State.OUT_OF_SYNC: "manage",
    State.PROGRESSING: "source",
    State.UNKNOWN: "neutral",
    State.SUSPENDED: "neutral",
    State.SYNCED: "ops",
    State.HEALTHY: "ops",
}
"""The class in whose colours each state is; the sign says the same without them."""
_GAP = 1.5


def state_centre(shape: Shape, rect: Rect) -> tuple[float, float]:
    """The middle of the sign: where that of the kind is, on the other side."""
    x, y = badge_centre(shape, rect)
    if shape in {Shape.STACK, Shape.DOCUMENTS, Shape.LEAN_RIGHT}:  # which end further to the right
        return rect.right - 3, rect.y + 2
    return rect.right - (x - rect.x), y


def draw_state(state: State, x: float, y: float, *, disc: str, ink: str) -> str:
    """The sign of a state around a middle, with a rim that keeps it apart from the outline below it."""
    side = 2 * RADIUS + 2 * _GAP
    rim = (
        f'<rect class="gitops-state" x="{number(x - side / 2)}" y="{number(y - side / 2)}" width="{number(side)}" '
        f'height="{number(side)}" rx="5" fill="{ink}"/>'
    )
    plate = (
        f'<rect x="{number(x - RADIUS)}" y="{number(y - RADIUS)}" width="{number(2 * RADIUS)}" '
        f'height="{number(2 * RADIUS)}" rx="4" fill="{disc}"/>'
    )
    return rim + plate + draw_glyph(STATE_SIGNS[state], x, y, ink, width="2")
