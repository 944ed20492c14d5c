"""A scene in, the configuration with which Mermaid draws it in a browser out (mermaid.js.org/config/schema-docs)."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_gitops.palette import STAGE
from sphinx_gitops.scene import Scene

LIMITS: dict[str, object] = {"maxEdges": 5_000, "maxTextSize": 1_000_000}
"""How large a diagram may be: Mermaid stops at 500 arrows and 50,000 characters unless a site says otherwise."""


def mermaid_config(scene: Scene) -> dict[str, object]:
    """The configuration of a scene: dagre, which every browser's Mermaid has, in the sizes of our own pictures."""
    return {
        "layout": "dagre",
        "look": "classic",
        "theme": "base",
        "fontSize": "15px",
        "themeVariables": {"fontSize": "15px", "edgeLabelBackground": scene.swatches[STAGE].light.fill},
        "flowchart": {
            "wrappingWidth": 140,
            "minNodeWidth": 0,
            "padding": 8,
            "nodeSpacing": 24,
            "rankSpacing": 36,
            "subGraphTitleMargin": {"top": 0, "bottom": 16},
        },
    }


def overlay(base: Mapping[str, object], over: Mapping[str, object]) -> dict[str, object]:
    """*over* laid on *base*, mapping by mapping."""
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = overlay(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
    return merged
