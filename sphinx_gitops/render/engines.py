"""Which engine draws, and the layout that it is asked for."""

from __future__ import annotations

import importlib
import importlib.metadata
import shutil
from collections.abc import Iterator, Mapping
from functools import cache

from sphinx_gitops.palette import STAGE
from sphinx_gitops.render.geometry.layout import Engine
from sphinx_gitops.render.text import WRAP
from sphinx_gitops.scene import Scene

ENTRY_POINTS = "sphinx_gitops.engines"
"""The entry point group in which another package names an engine: ``NAME = "module:Class"``."""
PLACEMENTS = ("NETWORK_SIMPLEX", "BRANDES_KOEPF")
"""How ELK puts nodes on their lines: what is asked for, and what is tried where that has faults."""
LIMITS: dict[str, object] = {"maxEdges": 5_000, "maxTextSize": 1_000_000}
"""How large a diagram may be: Mermaid stops at 500 arrows and 50,000 characters unless a site says otherwise."""
_ENGINES = {
    "merman": "sphinx_gitops.render.merman:MermanEngine",
    "mmdr": "sphinx_gitops.render.mmdr:MmdrEngine",
    "mmdc": "sphinx_gitops.render.mmdc:MmdcEngine",
}


@cache
def known() -> dict[str, str]:
    """Engine name to ``module:Class``: ours first, in the order in which ``auto`` tries them."""
    others = sorted(importlib.metadata.entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
    return _ENGINES | {point.name: point.value for point in others if point.name not in _ENGINES}


@cache
def _load(name: str) -> Engine | None:
    """The engine, or None where it is not installed."""
    if name == "mmdc" and shutil.which("mmdc") is None:
        return None
    module, _, cls = known()[name].partition(":")
    try:
        found: Engine = getattr(importlib.import_module(module), cls)()
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("sphinx_gitops"):
            raise
        return None
    except Exception as error:  # noqa: BLE001 - another project's module, of whatever version, runs here
        _faults[name] = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
        return None
    return found


_faults: dict[str, str] = {}


def faults() -> dict[str, str]:
    """The engines that are installed and cannot be used, each with the reason, as far as they have been tried."""
    return dict(_faults)


def choose(name: str) -> Engine | None:
    """The engine *name*, or with ``auto`` the first that is installed; None where there is none."""
    names = known() if name == "auto" else tuple(known() & {name: ""}.keys())
    return next((engine for engine in map(_load, names) if engine), None)


def chain(name: str) -> Iterator[Engine]:
    """The engine that ``choose`` gives, then the others that are installed, for where it fails; nothing without it."""
    first = choose(name)
    if first is None:
        return
    yield first
    for other in known():
        engine = _load(other)
        if engine and engine.name != first.name:
            yield engine


def layout_config(scene: Scene, *, client: bool = False) -> dict[str, object]:
    """The pinned Mermaid configuration: ELK; dagre in the browser, which has no ELK."""
    pinned = pins(elk=not client)
    if not client:
        return pinned
    return overlay(pinned, {"themeVariables": {"edgeLabelBackground": scene.swatches[STAGE].light.fill}})


def pins(*, elk: bool, wrap: float = WRAP) -> dict[str, object]:
    """Mermaid configuration for one layout: by ELK, whose ways are straight legs, or by dagre."""
    flowchart: dict[str, object] = {"wrappingWidth": int(wrap), "minNodeWidth": 0, "padding": 8}
    if not elk:
        title = {"top": 0, "bottom": 16}
        flowchart |= {"nodeSpacing": 24, "rankSpacing": 36, "subGraphTitleMargin": title}
    layout = {"layout": "elk", "elk": {"nodePlacementStrategy": PLACEMENTS[0]}} if elk else {"layout": "dagre"}
    return {
        **layout,
        "look": "classic",
        "theme": "base",
        "fontSize": "15px",
        "themeVariables": {"fontSize": "15px"},
        "flowchart": flowchart,
    }


def overlay(base: Mapping[str, object], over: Mapping[str, object]) -> dict[str, object]:
    """*over* laid on *base*, mapping by mapping."""
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = overlay(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
    return merged
