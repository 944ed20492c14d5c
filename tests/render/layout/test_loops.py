"""Loops of one component stand apart, whichever way its flows run."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.layouts import laid

APART = 8.0


def legs(points) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return [(a, b) for a, b in pairwise(points) if dist(a, b) > 1]


def distance(one, other) -> float:
    """Between two legs along the axes; legs across each other are apart as far as their nearest corner."""
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = other
    across = max(min(ax, bx) - max(cx, dx), min(cx, dx) - max(ax, bx), 0)
    along = max(min(ay, by) - max(cy, dy), min(cy, dy) - max(ay, by), 0)
    return max(across, along)


@pytest.mark.parametrize("direction", ["TB", "LR", "BT", "RL"])
@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("title", ["QA", "Reconciler of all clusters"])
def test_loops_of_one_component_stand_apart(direction, count, title):
    flows = "".join(f"  - {{from: R, to: R, kind: {kind}, label: again {kind}}}\n" for kind in ("sync", "feedback", "promotion", "manual")[:count])  # fmt: skip
    text = f"direction: {direction}\nstages: {{s: {{components: {{A: Config repository, R: {title}, C: Cluster}}}}}}\nflows:\n  - A --> R --> C\n{flows}"
    workflow = read_text(text, locate=lambda *_: Span("t", 1), default="t").workflow
    shown = scene(workflow, DEFAULT)
    layout = laid(shown)
    loops = [route for edge, route in zip(shown.edges, layout.routes, strict=True) if edge.source == edge.target]
    assert len(loops) == count
    for one, other in combinations(loops, 2):
        near = min(distance(a, b) for a in legs(one.points) for b in legs(other.points))
        assert near >= APART, (one.points, other.points)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_loops_of_a_component_beside_others_run_without_steps(count):
    flows = "".join(f"  - {{from: R, to: R, kind: {kind}, label: again}}\n" for kind in ("sync", "feedback", "promotion", "manual")[:count])  # fmt: skip
    text = f"direction: LR\nstages: {{s: {{components: {{A: Config repository, R: Reconciler, C: Cluster}}}}}}\nflows:\n  - A --> R --> C\n{flows}"
    shown = scene(read_text(text, locate=lambda *_: Span("t", 1), default="t").workflow, DEFAULT)
    layout = laid(shown)
    loops = [route for edge, route in zip(shown.edges, layout.routes, strict=True) if edge.source == edge.target]
    assert [len(route.points) for route in loops] == [4] * count
