"""Scenes of a few boxes and flows, and the tree that the steps of a layout work on."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_gitops.model import Direction, FlowKind
from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, RowContent, Shelf
from sphinx_gitops.render.layout.graph.tree import DOWN, CompoundGraph, build
from sphinx_gitops.render.layout.graph.ways import Path
from sphinx_gitops.render.layout.packing.arrangement import Arrangement
from sphinx_gitops.render.layout.packing.shelves import arrange
from sphinx_gitops.render.layout.pipeline import planted
from sphinx_gitops.scene import Border, Box, Edge, Node, Scene, Shape

WIDE = 720


def node(key: str, title: str = "Component", border: Border = Border.NORMAL) -> Node:
    return Node(
        key=key,
        id=key,
        title=title,
        kind="build",
        shape=Shape.RECTANGLE,
        colour="build",
        mark=None,
        border=border,
    )


def stage(key: str, *nodes: str, direction: Direction | None = None, boxes: tuple[Box, ...] = ()) -> Box:
    return Box(
        key=key, id=key, title=f"Stage {key}", level=0, direction=direction, nodes=tuple(map(node, nodes)), boxes=boxes
    )


def group(key: str, *nodes: str) -> Box:
    return Box(key=key, id=key, title=f"Group {key}", level=1, direction=None, nodes=tuple(map(node, nodes)))


def edge(source: str, target: str, kind: FlowKind = FlowKind.AUTOMATION, label: str = "") -> Edge:
    return Edge(source=source, target=target, kind=kind, label=label)


def flows(text: str) -> tuple[Edge, ...]:
    """``ab bc`` are two flows, from a to b and from b to c."""
    return tuple(edge(*pair) for pair in text.split())


def scene(
    *boxes: Box,
    edges: tuple[Edge, ...] = (),
    direction: Direction = Direction.TB,
    nodes: tuple[Node, ...] = (),
) -> Scene:
    return Scene(title="", description="", direction=direction, boxes=boxes, edges=edges, nodes=nodes)


def graph_of(
    *boxes: Box,
    edges: tuple[Edge, ...] = (),
    direction: Direction = Direction.TB,
    nodes: tuple[Node, ...] = (),
) -> CompoundGraph:
    return build(scene(*boxes, edges=edges, direction=direction, nodes=nodes), down=direction in DOWN)


@dataclass(frozen=True)
class Planted:
    """A tree with rows and dummies, the arrangements that it was planted from, and the way of each edge."""

    graph: CompoundGraph
    chosen: list[Arrangement]
    paths: list[Path]

    def frame(self, key: str) -> Frame:
        return self.graph.frames[key]

    def cell(self, key: str) -> Cell:
        return self.graph.cells[key]


def planted_graph(graph: CompoundGraph, limit: int = WIDE) -> Planted:
    """The tree, each stage in its cheapest arrangement."""
    chosen = [arrange(graph, frame, limit)[0] for frame in graph.root.frames]
    return Planted(graph, chosen, planted(graph, chosen, limit))


def cells(*keys: str, width: int = 100, frame: Frame | None = None) -> list[Cell]:
    """Components of one width in a frame of their own, in no row yet."""
    frame = frame or Frame("box", 0)
    found = [Cell(frame, width // 2, width // 2, 30, key, written=number) for number, key in enumerate(keys)]
    frame.cells += found
    return found


def join(some: list[Cell], text: str) -> list[Cell]:
    """The cells with edges between them: ``ab`` leads from a to b."""
    named = {cell.key: cell for cell in some}
    for source, target in text.split():
        named[source].after.append(named[target])
        named[target].before.append(named[source])
    return some


def shelf(*items: Cell | Frame) -> Shelf:
    return Shelf(RowContent.NODES, list(items))


def keys(rows: list[list[Cell]]) -> list[str]:
    """The components of each row, as one word."""
    return ["".join(cell.key for cell in row) for row in rows]
