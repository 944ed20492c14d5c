"""A tree whose stages are arranged in, a layout out: the steps of layered graph drawing (Sugiyama et al., 1981)."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_gitops.render.geometry.layout import Layout
from sphinx_gitops.render.layout.coordinates.coordinates import assign
from sphinx_gitops.render.layout.coordinates.stage_widths import widths
from sphinx_gitops.render.layout.coordinates.variables import Variables, measure
from sphinx_gitops.render.layout.graph.dummies import plant
from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, RowContent, Shelf
from sphinx_gitops.render.layout.graph.rows import align, number_rows
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.graph.ways import Path, classify
from sphinx_gitops.render.layout.ordering.chain_sifting import sift_chains
from sphinx_gitops.render.layout.ordering.local_search import disturb, improve, straighten
from sphinx_gitops.render.layout.ordering.order import Order, joined, prepare
from sphinx_gitops.render.layout.ordering.positions import Positions, adopt, positions
from sphinx_gitops.render.layout.ordering.sweeps import minimise
from sphinx_gitops.render.layout.ordering.switching import switch
from sphinx_gitops.render.layout.packing.arrangement import Arrangement
from sphinx_gitops.render.layout.routing.channels import Channel, conflicts, make_channels, wall_conflicts
from sphinx_gitops.render.layout.routing.heights import assign_heights
from sphinx_gitops.render.layout.routing.label_rows import place_labels
from sphinx_gitops.render.layout.routing.routes import Placement

_ROUNDS = 3
_LARGE = 1500
"""With more pieces of edges than this, conflicts are mended once."""


@dataclass(slots=True, eq=False)
class Ordered:
    """A tree with rows, dummies and an order, but no places yet."""

    graph: CompoundGraph
    chosen: list[Arrangement]
    paths: list[Path]
    order: Order
    crossings: int
    crossed: list[int]
    positions: Positions


def planted(graph: CompoundGraph, chosen: list[Arrangement], limit: int) -> list[Path]:
    """Rows, labels and dummies, in no order yet."""
    root = graph.root
    root.shelves = []
    for made in reversed(chosen) if graph.reverse else chosen:
        made.plant(reverse=graph.reverse, titled=graph.down)
        root.shelves.append(Shelf(RowContent.NODES, [made.frame]))
    align(root)
    number_rows(root)
    paths = classify(graph)
    plant(graph, paths, place_labels(graph, paths, limit))
    return paths


def ordered(graph: CompoundGraph, chosen: list[Arrangement], limit: int, like: Ordered | None = None) -> Ordered:
    """Rows, labels, dummies and an order with few crossings; what has been ordered *like* it is gone on from.

    An order that crosses as often as the one gone on from is left as that was left.
    """
    paths = planted(graph, chosen, limit)
    order = prepare(graph, paths)
    if like is None:
        minimise(order)
        improve(order, paths)
    else:
        adopt(order, paths, like.positions)
        if order.crossings() != like.crossings:
            switch(order)
            sift_chains(order, paths, rounds=1)
    return _counted(graph, chosen, paths, order)


def disturbed(made: Ordered, *, vain: int = 0) -> Ordered:
    """The same with fewer crossings, where some are left, after so many rounds in *vain* at most."""
    if not made.crossings:
        return made
    disturb(made.order, made.paths, vain=vain)
    return _counted(made.graph, made.chosen, made.paths, made.order)


def straightened(made: Ordered) -> Ordered:
    """The same with fewer chains against the order written."""
    straighten(made.order, made.paths)
    return _counted(made.graph, made.chosen, made.paths, made.order)


def _counted(graph: CompoundGraph, chosen: list[Arrangement], paths: list[Path], order: Order) -> Ordered:
    crossed = order.crossings_by_row()
    return Ordered(graph, chosen, paths, order, sum(crossed.values()), _stages(graph, crossed), positions(order, paths))


def crossing_ends(made: Ordered) -> set[Cell]:
    """The components whose arrows cross others; only as long as nothing else is planted."""
    found: set[Cell] = set()
    for path in made.paths:
        for one, other in joined(path):
            if (one.x, other.x) in made.order.below_row(one.last).tangled:
                found.update(end for end in made.graph.ends[path.edge] if isinstance(end, Cell))
    return found


def _stages(graph: CompoundGraph, crossed: dict[int, int]) -> list[int]:
    """How many crossings lie in and around each stage, in the order written."""
    shelves = graph.root.shelves[::-1] if graph.reverse else graph.root.shelves
    return [sum(many for row, many in crossed.items() if shelf.first - 1 <= row <= shelf.last) for shelf in shelves]


def overflows(graph: CompoundGraph, paths: list[Path], limit: int) -> dict[Frame, int]:
    """The stages that are wider than *limit*, and by how much; the whole picture where it is no stage's fault."""
    return {frame: wide - limit for frame, wide in widths(graph, paths).items() if wide > limit}


def finished(made: Ordered, limit: int) -> Layout:
    """Places across, runs on tracks and places along; what would lie on another is kept apart and placed again."""
    apart: list[tuple[int, int, int]] = []
    variables, places, channels = _placed(made, limit, apart)
    for _ in range(_ROUNDS if made.order.size < _LARGE else 1):
        assert places is not None
        found = [*conflicts(channels), *wall_conflicts(variables, made.paths, places)]
        if not found:
            break
        apart += found
        again = _placed(made, limit, apart)
        if again[1] is None:
            break
        variables, places, channels = again
    assert places is not None
    heights = assign_heights(made.graph, made.paths, channels, places)
    return Placement(made=variables, across=places, along=heights).layout(made.paths)


def _placed(
    made: Ordered, limit: int, apart: list[tuple[int, int, int]]
) -> tuple[Variables, list[int] | None, list[Channel]]:
    variables = measure(made.graph, made.paths)
    for left, right, distance in apart:
        variables.space.least(left, right, distance)
    places = assign(variables, made.paths, limit)
    if places is None:
        return variables, None, []
    return variables, places, make_channels(variables, made.paths, places, made.graph.root.last + 1)
