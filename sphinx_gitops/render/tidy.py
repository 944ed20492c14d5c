"""An engine's layout as we draw it: arrows straight, blanks narrow, titles and labels on places of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sphinx_gitops.render.geometry.layout import DOWN, Layout, Rect, Route
from sphinx_gitops.render.hug import hug
from sphinx_gitops.render.painting.labels import label_spots
from sphinx_gitops.render.painting.routes import Point, distinct
from sphinx_gitops.render.painting.titles import title_spots
from sphinx_gitops.render.roomy import roomy
from sphinx_gitops.render.squeeze import LOOSE, squeeze
from sphinx_gitops.render.straighten import straighten
from sphinx_gitops.scene import Scene

_SLANT = 1.0


def _swap(rect: Rect) -> Rect:
    return Rect(rect.y, rect.x, rect.height, rect.width)


def _swapped(layout: Layout) -> Layout:
    """The layout with its axes swapped."""
    return replace(
        layout,
        boxes={key: _swap(rect) for key, rect in layout.boxes.items()},
        nodes={key: _swap(rect) for key, rect in layout.nodes.items()},
        routes=tuple(
            Route(tuple((y, x) for x, y in route.points), _swap(route.label) if route.label else None)
            for route in layout.routes
        ),
    )


def _straight(scene: Scene, layout: Layout) -> Layout:
    titles, labels = title_spots(scene, layout), label_spots(scene, layout)
    if scene.direction in DOWN:
        straight = _clean(straighten(scene, layout, titles, labels))
        return hug(scene, straight, _texts(scene, straight))
    swapped = straighten(
        scene,
        _swapped(layout),
        [(box, _swap(spot)) for box, spot in titles],
        [_swap(spot) if spot else None for spot in labels],
        turned=True,
    )
    return _clean(_swapped(swapped))


def _texts(scene: Scene, layout: Layout) -> list[Rect]:
    """All titles and labels as they will be drawn."""
    labels = [spot for spot in label_spots(scene, layout) if spot]
    return [*labels, *(spot for _, spot in title_spots(scene, layout))]


def _closer(scene: Scene, layout: Layout, axis: int, loose: float) -> Layout:
    return squeeze(layout, axis, _texts(scene, layout), loose)


def _square(points: Sequence[Point]) -> list[Point]:
    """The way with legs that all but run along or across doing so: engines round some corners to whole px."""
    squared = [points[0]]
    for (old_x, old_y), (x, y) in pairwise(points):
        along, across = abs(x - old_x) < _SLANT, abs(y - old_y) < _SLANT
        squared.append((squared[-1][0] if along else x, squared[-1][1] if across and not along else y))
    return squared


def _clean(layout: Layout) -> Layout:
    """Without corners that do not turn."""
    routes = tuple(Route(tuple(distinct(_square(route.points))), route.label) for route in layout.routes)
    return replace(layout, routes=routes)


def tidy(scene: Scene, layout: Layout, *, loose: float = LOOSE) -> Layout:
    """The layout as it is drawn, its blanks *loose* px wider than they must be.

    Curves, whose ways have no straight legs, stay as they are.
    """
    if layout.curved:
        return layout
    wide = roomy(scene, _clean(layout), across=scene.direction not in DOWN)
    return _closer(scene, _closer(scene, _straight(scene, wide), 1, loose), 0, loose)
