"""A drawing in, the universal quality metrics of Graph Drawing 2025 out, each from 0 to 1, where 1 is best.

They are PyPI's ``geg-metrics``; where it is not installed, nothing is measured. Mooney, Hegemann, Wolff, Wybrow and
Purchase: Universal Quality Metrics for Graph Drawings, GD 2025.

Their aspect ratio is best for a square. A picture of a page fills a column, so ``column`` is here instead: how near its
width is to the column's, be it narrower or wider, whatever its height.
"""

from __future__ import annotations

import importlib.util

from peers import Drawing, Point

from sphinx_gitops.render.layout import Budget

INSTALLED = importlib.util.find_spec("geg") is not None
TITLES = {
    "angular_resolution": "angles",
    "crossing_angle": "cross. angle",
    "edge_crossings": "crossings",
    "edge_length_deviation": "lengths",
    "edge_orthogonality": "orthogonal",
    "kruskal_stress": "stress",
    "neighbourhood_preservation": "neighbours",
    "node_edge_occlusion": "occlusion",
    "node_resolution": "resolution",
    "node_uniformity": "uniformity",
}
"""A column's title by the function of ``geg`` behind it."""


def metrics(drawing: Drawing) -> dict[str, float]:
    """Each metric by its title.

    Components are vertices, and arrows between two of them edges; of several between the same two the first counts.
    """
    import geg  # noqa: PLC0415 - optional
    import networkx as nx  # noqa: PLC0415 - optional, with geg

    graph = nx.Graph()
    for key, rect in drawing.nodes.items():
        x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
        graph.add_node(key, x=x, y=y, width=rect.width, height=rect.height, shape="rectangle")
    for source, target, way in drawing.arrows:
        if source != target and source in graph and target in graph and not graph.has_edge(source, target):
            ends = [(graph.nodes[key]["x"], graph.nodes[key]["y"]) for key in (source, target)]
            graph.add_edge(source, target, path=_path([ends[0], *way, ends[1]]))
    measured = {title: float(getattr(geg, name)(graph)) for name, title in TITLES.items()}
    return {"column": column(drawing), **measured}


def column(drawing: Drawing) -> float:
    """How near the drawing's width is to the column's."""
    width = Budget().width
    return min(drawing.width, width) / max(drawing.width, width)


def _path(points: list[Point]) -> str:
    """An SVG path; geg takes no piece without a length."""
    kept = [point for before, point in zip([None, *points], points, strict=False) if point != before]
    return "M" + " L".join(f"{x:.3f},{y:.3f}" for x, y in kept)
