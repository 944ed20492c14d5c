"""A scene drawn: an engine lays its Mermaid source out, we paint."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_gitops.render.engines import chain, choose, known, layout_config, overlay
from sphinx_gitops.render.layout import Engine, Layout, RenderError, check
from sphinx_gitops.render.paint import Picture, paint
from sphinx_gitops.scene import Scene

__all__ = [
    "Engine",
    "Layout",
    "Picture",
    "RenderError",
    "chain",
    "check",
    "choose",
    "draw",
    "known",
    "layout_config",
    "overlay",
    "paint",
]


def draw(
    scene: Scene,
    source: str,
    *,
    engine: Engine,
    prefix: str,
    config: Mapping[str, object] | None = None,
    timeout: float = 20.0,
) -> Picture:
    """The picture of a scene whose Mermaid source is *source*; *config* lies over our pins, *timeout* is in seconds.

    Raises RenderError where the engine fails, or returns something else than it was given.
    """
    layout = engine.layout(source, config=overlay(layout_config(scene), config or {}), timeout=timeout)
    check(layout, scene)
    return paint(scene, layout, prefix=prefix)
