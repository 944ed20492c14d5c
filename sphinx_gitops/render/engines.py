"""Which engine draws, and the layout that it is asked for."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Mapping
from functools import cache

from sphinx_gitops.palette import STAGE
from sphinx_gitops.render.layout import Engine
from sphinx_gitops.scene import Scene

_ENGINES = {
    "merman": ("sphinx_gitops.render.merman", "MermanEngine"),
    "mmdr": ("sphinx_gitops.render.mmdr", "MmdrEngine"),
    "mmdc": ("sphinx_gitops.render.mmdc", "MmdcEngine"),
}


@cache
def _load(name: str) -> Engine | None:
    """The engine, or None where it is not installed."""
    if name == "mmdc" and shutil.which("mmdc") is None:
        return None
    module, cls = _ENGINES[name]
    try:
        found: Engine = getattr(importlib.import_module(module), cls)()
    except ImportError as error:
        if (error.name or "").startswith("sphinx_gitops"):
            raise
        return None
    return found


def choose(name: str) -> Engine | None:
    """The engine *name*, or with ``auto`` the first that is installed; None where there is none."""
    names = _ENGINES if name == "auto" else (name,)
    return next((engine for engine in map(_load, names) if engine), None)


def layout_config(scene: Scene, *, client: bool = False) -> dict[str, object]:
    """The pinned Mermaid configuration: ELK for nested boxes; dagre for flat ones, and in the browser, without ELK."""
    flowchart: dict[str, object] = {"wrappingWidth": 140, "minNodeWidth": 0, "padding": 8}
    elk = scene.nested and not client
    if not elk:
        flowchart |= {"nodeSpacing": 24, "rankSpacing": 36, "subGraphTitleMargin": {"top": 0, "bottom": 16}}
    return {
        "layout": "elk" if elk else "dagre",
        "look": "classic",
        "theme": "base",
        "fontSize": "15px",
        "themeVariables": {"fontSize": "15px", "edgeLabelBackground": STAGE.light.fill},
        "flowchart": flowchart,
    }


def overlay(base: Mapping[str, object], over: Mapping[str, object]) -> dict[str, object]:
    """*over* laid on *base*, mapping by mapping."""
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = overlay(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
    return merged
