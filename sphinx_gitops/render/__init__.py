"""A scene drawn: an engine lays its Mermaid source out, we paint."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_gitops.render.arrangement import Emit, arrange, given
from sphinx_gitops.render.engines import chain, choose, faults, known, layout_config, overlay
from sphinx_gitops.render.geometry.layout import Engine, Layout, RenderError, check
from sphinx_gitops.render.painting import Picture, paint
from sphinx_gitops.render.painting.ink import Ink, screen
from sphinx_gitops.render.text_fitting.notes import annotated
from sphinx_gitops.scene import Scene

__all__ = [
    "Engine",
    "Layout",
    "Picture",
    "RenderError",
    "arrange",
    "chain",
    "check",
    "choose",
    "draw",
    "faults",
    "given",
    "known",
    "layout_config",
    "overlay",
    "paint",
]


def draw(
    scene: Scene,
    emit: Emit,
    *,
    engine: Engine,
    prefix: str,
    config: Mapping[str, object] | None = None,
    timeout: float = 20.0,
    ink: Ink = screen,
) -> Picture:
    """The picture of a scene that *emit* writes as Mermaid source; *config* lies over our pins; *timeout* in seconds.

    *ink* writes its colours: as variables of a page unless another is given.

    Raises RenderError where the engine fails, or returns something else than it was given.
    """
    scene = annotated(scene)
    pinned = overlay(layout_config(scene), config or {})
    layout = arrange(scene, given(scene, emit), engine=engine, config=pinned, timeout=timeout)
    return paint(scene, layout, prefix=prefix, ink=ink)
