"""From an engine's answer to the layout that is drawn: checked, the right way round, tidy; at most two are compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sphinx_gitops.render.attempt import attempt
from sphinx_gitops.render.engines import PLACEMENTS, overlay
from sphinx_gitops.render.geometry.layout import Engine, Layout, RenderError, check
from sphinx_gitops.render.score import score
from sphinx_gitops.render.squeeze import LOOSE
from sphinx_gitops.render.text import WRAP
from sphinx_gitops.render.tidy import tidy
from sphinx_gitops.render.upright import restore, upright
from sphinx_gitops.scene import Scene

_WIDEST = 1e6
"""No line is so wide, in px; a larger number may be too large for a float."""
Emit = Callable[[Scene], str]
"""A scene as Mermaid source."""


def given(scene: Scene, emit: Emit) -> str:
    """The source that an engine lays out for a scene."""
    return emit(upright(scene))


def _wrap(config: Mapping[str, object]) -> float:
    """The width at which the engine breaks lines."""
    flowchart = config.get("flowchart")
    found = flowchart.get("wrappingWidth") if isinstance(flowchart, Mapping) else None
    return float(max(min(found, _WIDEST), -_WIDEST)) if isinstance(found, (int, float)) else WRAP


def arrange(
    scene: Scene, source: str, *, engine: Engine, config: Mapping[str, object], timeout: float, loose: float = LOOSE
) -> Layout:
    """The layout of a scene whose *source* is ``given``; another placement is tried where the first has faults.

    Blanks are *loose* px wider than they must be. Raises RenderError where the engine fails, or returns something else
    than it was given.
    """
    shown = upright(scene)

    def lay(options: Mapping[str, object]) -> Layout:
        layout = attempt(engine, source, config=options, timeout=timeout)
        check(layout, shown)
        return tidy(scene, replace(restore(scene, layout), wrap=_wrap(config)), loose=loose)

    first = lay(config)
    if config.get("layout") != "elk":
        return first
    found = score(scene, first)
    if not found.faults:
        return first
    try:
        second = lay(overlay(config, {"elk": {"nodePlacementStrategy": PLACEMENTS[1]}}))
    except RenderError:
        return first
    return min((found, first), (score(scene, second), second), key=lambda pair: pair[0].rank)[1]
