"""A kind in, its glyph out: path data of lines in a square of 12 units, drawn by us for every built-in kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_gitops.scene import Scene


@dataclass(frozen=True, slots=True)
class Glyph:
    """Path data in a square of *side* units, painted as lines or, *filled*, as areas."""

    data: str
    side: float = 12.0
    filled: bool = False


_GEAR = (
    "M6 4.2a1.8 1.8 0 1 0 .01 0M6 1.5v2.7M6 7.8v2.7M1.5 6h2.7M7.8 6h2.7M2.8 2.8l1.9 1.9M7.3 7.3l1.9 1.9"
    "M2.8 9.2l1.9-1.9M7.3 4.7l1.9-1.9"
)
_DATA: Mapping[str, str] = {
    "repository": "M9.4 1.6H4A1.6 1.6 0 0 0 2.4 3.2v5.6A1.6 1.6 0 0 0 4 10.4h5.4zM2.6 8.3Q3 7.4 4 7.4h5.4",
    "branch": "M3.5 3.6v4.8M8.5 4.8c0 2.2-2 2.7-5 2.7M3.5 1.2a1.2 1.2 0 1 0 .01 0M3.5 8.4a1.2 1.2 0 1 0 .01 0"
    "M8.5 2.4a1.2 1.2 0 1 0 .01 0",
    "pipeline": "M1 4.4h2.6v3.2H1zM4.7 4.4h2.6v3.2H4.7zM8.4 4.4H11v3.2H8.4zM3.6 6h1.1M7.3 6h1.1",
    "event": "M6.8 1.2 2.6 6.9h3L5.2 10.8 9.4 5.1h-3z",
    "application-repository": "M3.8 3 1.2 6l2.6 3M8.2 3l2.6 3-2.6 3M6.9 2.2 5.1 9.8",
    "infrastructure-repository": "M2 2.2h8v3.2H2zM2 6.6h8v3.2H2zM4 3.8h.1M4 8.2h.1",
    "environment-config": "M1.8 3.6h8.4M1.8 8.4h8.4M4.4 2v3.2M7.6 6.8V10",
    "manifests": "M2.8 1.5h4.4l2 2v7H2.8zM4.8 5.6h2.6M4.8 8h2.6",
    "build": "M1.8 10.2 6.4 5.6M4.6 3.4l2.2-1.8 3.8 3.8-1.8 2.2z",
    "registry": "M1.8 3.8 6 1.8l4.2 2v4.4L6 10.2l-4.2-2zM1.8 3.8 6 5.8l4.2-2M6 5.8v4.4",
    "test": "M4.4 1.7h3.2M5 1.7v3L2.3 9.1q-.4 1.2.8 1.2h5.8q1.2 0 .8-1.2L7 4.7v-3M3.6 7.2h4.8",
    "lint": "M1.8 2.6h8.4M1.8 5.4h5.2M1.8 9.3l1.4-1.5 1.4 1.5L6 7.8l1.4 1.5 1.4-1.5 1.4 1.5",
    "quality-gate": "M2 10.2V2M10 10.2V2M2 4h8M2 7.4h8M4.7 4v3.4M7.3 4v3.4",
    "approval": "M2.2 10.2h7.6M2.8 8V6.6h2.1V5a1.8 1.8 0 1 1 2.2 0v1.6h2.1V8z",
    "security-scan": "M5 1.8a3.2 3.2 0 1 0 .01 0M7.4 7.4l2.9 2.9",
    "compliance": "M2.6 2.6h6.8v7.8H2.6zM4.6 1.5h2.8v2.2H4.6zM4.3 7l1.2 1.2 2.2-2.4",
    "signing": "M1.8 10.4h8.4M2.6 8.4l.5-2L7.8 1.7l1.6 1.6L4.6 8z",
    "policy": "M6 1.6v8.8M3.6 10.4h4.8M2.2 3.2h7.6M2.4 3.2.9 6.8h3zM9.6 3.2 8.1 6.8h3z",
    "operator": "M6 1.3 10 3.6v4.8l-4 2.3-4-2.3V3.6zM6 4.3a1.7 1.7 0 1 0 .01 0",
    "promotion": "M6 10.4V2.2M2.6 5.4 6 2l3.4 3.4",
    "rollback": "M2.2 2v3.2h3.2M2.4 5A4.1 4.1 0 1 1 2 7.4",
    "reconciler": "M10 5A4.1 4.1 0 0 0 2.6 3.7M2.4 1.4v2.5h2.5M2 7a4.1 4.1 0 0 0 7.4 1.3M9.6 10.6V8.1H7.1",
    "drift-detector": "M1.8 4.4h8.4M1.8 7.6h8.4M8.2 1.8 3.8 10.2",
    "config-manager": _GEAR,
    "state-store": "M2.2 3a3.8 1.5 0 1 0 7.6 0 3.8 1.5 0 1 0-7.6 0v6a3.8 1.5 0 0 0 7.6 0V3M2.2 6a3.8 1.5 0 0 0 7.6 0",
    "secret-manager": "M3.9 5.8a2.2 2.2 0 1 0 .01 0M5.5 6.4 10.2 1.8M8 4l1.7 1.7",
    "environment": "M6 1.5a4.5 4.5 0 1 0 .01 0M1.5 6h9M6 1.5c-2.6 2.6-2.6 6.4 0 9M6 1.5c2.6 2.6 2.6 6.4 0 9",
    "cluster": "M4.6 1.6h2.8v2.8H4.6zM1.4 7.6h2.8v2.8H1.4zM7.8 7.6h2.8v2.8H7.8zM6 4.4 2.8 7.6M6 4.4l3.2 3.2",
    "service-mesh": "M2 2h8v8H2zM2 2l8 8M10 2 2 10",
    "monitoring": "M1.8 1.8v8.4h8.4M3.6 7.6 5.6 5l1.8 1.7L10 3.2",
    "logging": "M1.8 2.8h8.4M1.8 6h8.4M1.8 9.2H7",
    "audit-log": "M5.8 2.8h4.4M5.8 6h4.4M5.8 9.2h4.4M1.6 2.8l.9.9L4 2M1.6 6l.9.9L4 5.2M1.6 9.2l.9.9L4 8.4",
    "deployment-status": "M2.8 1.4v9.2M2.8 2h7L8.2 4.4l1.6 2.4h-7",
    "health": "M1 6.4h2.4L5 2.6l2 6.8 1.5-3H11",
    "alert": "M1.8 8.8h8.4M3 8.8V5.4a3 3 0 0 1 6 0v3.4M5 10.6h2",
    "person": "M6 1.5a2.1 2.1 0 1 0 .01 0M2 10.5a4 4 0 0 1 8 0z",
    "external-system": "M7 1.8h3.2V5M10.2 1.8 5.6 6.4M8.8 7.2v3H1.8v-7h3",
    "chat": "M1.6 2h8.8v5.8H6L3.6 10.2V7.8h-2z",
    "artifact": "M1.8 4h8.4v6.2H1.8zM1.8 4 3 1.8h6L10.2 4M6 1.8v4.4",
    "decision": "M6 10.6V6.8L2.6 3.2M6 6.8l3.4-3.6M2.4 5.6V3h2.6M7 3h2.6v2.6",
}
GLYPHS: Mapping[str, Glyph] = {kind: Glyph(data) for kind, data in _DATA.items()}
"""The glyph of each built-in kind."""

_OWN_SIDE = 24.0
"""The side of the square that a project's own glyph is drawn in, as most sets of icons are."""


def glyphs_of(scene: Scene) -> Mapping[str, Glyph]:
    """The glyphs of a picture by kind: the built-in ones and the project's own; none where it wants none."""
    if not scene.icons:
        return {}
    return {**GLYPHS, **{kind: Glyph(data, side=_OWN_SIDE, filled=True) for kind, data in scene.glyphs.items()}}
