"""A scene and a budget in, its layout in stage lanes out: the steps of layered graph drawing, one after the other."""

from __future__ import annotations

from sphinx_gitops.model import Direction
from sphinx_gitops.render.geometry.layout import Layout
from sphinx_gitops.render.layout.arrangement import Arrangement
from sphinx_gitops.render.layout.budget import Budget
from sphinx_gitops.render.layout.channels import conflicts, make_channels
from sphinx_gitops.render.layout.coordinates import assign
from sphinx_gitops.render.layout.dummies import classify, plant
from sphinx_gitops.render.layout.heights import assign_heights
from sphinx_gitops.render.layout.hierarchy import Frame, Row, Shelf
from sphinx_gitops.render.layout.label_rows import place_labels
from sphinx_gitops.render.layout.ordering import minimise, prepare
from sphinx_gitops.render.layout.orientation import oriented
from sphinx_gitops.render.layout.routes import Places
from sphinx_gitops.render.layout.rows import align, number_rows
from sphinx_gitops.render.layout.shelves import arrange
from sphinx_gitops.render.layout.switching import switch
from sphinx_gitops.render.layout.tree import DOWN, Graph, build
from sphinx_gitops.render.layout.variables import measure
from sphinx_gitops.scene import Scene


def lay_out(scene: Scene, budget: Budget) -> Layout:
    """The layout of a scene, no wider than the budget where that can be."""
    graph = build(scene, down=scene.direction in DOWN)
    limit = budget.inner if graph.down else 620
    chosen = [arrange(graph, stage, limit)[0] for stage in graph.root.frames]
    layout = _laid(graph, chosen, limit)
    return oriented(layout, scene.direction)


def _laid(graph: Graph, chosen: list[Arrangement], limit: int) -> Layout:
    """The layout of a tree whose stages are arranged."""
    root = graph.root
    root.shelves = []
    for made in chosen:
        made.plant()
        root.shelves.append(Shelf(Row.NODES, [made.frame]))
    align(root)
    number_rows(root)
    paths = classify(graph)
    plant(graph, paths, place_labels(graph, paths, limit))
    order = prepare(graph, paths)
    minimise(order)
    switch(order)
    variables = measure(graph, paths)
    places = assign(variables, paths, limit)
    assert places is not None
    channels = make_channels(variables, paths, places, root.last + 1)
    heights = assign_heights(graph, paths, channels)
    return Places(made=variables, across=places, along=heights).layout(paths)


__all__ = ["Direction", "Frame", "conflicts", "lay_out"]
