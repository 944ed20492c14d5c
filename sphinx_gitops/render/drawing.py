"""A scene in, its picture out: laid out in stage lanes, and painted as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from sphinx_gitops.cache import code_version
from sphinx_gitops.facts import LegendEntry
from sphinx_gitops.render.geometry.layout import Layout, RenderError
from sphinx_gitops.render.layout import Budget, lay_out
from sphinx_gitops.render.painting.ink import Ink, screen
from sphinx_gitops.render.painting.paint import paint
from sphinx_gitops.render.painting.picture import Picture
from sphinx_gitops.render.text_fitting.notes import annotated
from sphinx_gitops.scene import Scene

__all__ = ["Budget", "Layout", "Picture", "RenderError", "draw", "drawing_version"]


@cache
def drawing_version() -> str:
    """A version of all code that decides what a picture shows: pictures of another version are drawn again."""
    package = Path(__file__).parents[1]
    return code_version(*sorted(package.glob("*.py")), *(package / name for name in ("render", "view")))


def draw(
    scene: Scene,
    *,
    prefix: str,
    budget: Budget | None = None,
    ink: Ink = screen,
    links: bool = True,
    legend: Sequence[LegendEntry] = (),
) -> Picture:
    """The picture of a scene, as wide as *budget* says, in px; without one as wide as the column of common themes.

    *prefix* begins the ids of the picture's elements. *ink* says how colours are written, *links* whether parts are
    links, *legend* what is explained below the picture. Raises RenderError where the scene
    has nothing to draw.
    """
    if not scene.boxes and not scene.nodes:
        raise RenderError("there is nothing to draw")
    noted = annotated(scene)
    layout = lay_out(noted, budget or Budget())
    return paint(noted, layout, prefix=prefix, ink=ink, links=links, legend=legend)
