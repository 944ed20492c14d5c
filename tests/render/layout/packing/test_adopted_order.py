"""Two components that the order has made neighbours are joined along their row."""

from __future__ import annotations

import itertools

import pytest

from sphinx_gitops.reader import read_path
from sphinx_gitops.render.layout import Budget, lay_out
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.project import ROOT

GALLERY = sorted((ROOT / "docs" / "gallery").glob("*.yaml"))


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_no_arrow_runs_round_a_row_to_a_neighbour(path) -> None:
    workflow = read_path(path).workflow
    assert workflow is not None
    shown = scene(workflow, DEFAULT)
    layout = lay_out(shown, Budget())
    rows = sorted(layout.nodes.items(), key=lambda found: (found[1].y, found[1].x))
    beside = {
        frozenset((one, other))
        for (one, a), (other, b) in itertools.pairwise(rows)
        if (a.y, a.height) == (b.y, b.height)
    }
    pairs = [frozenset((edge.source, edge.target)) for edge in shown.edges]
    stages = {node.key: stage.key for stage in shown.boxes for box in stage.walk() for node in box.nodes}
    for pair, route in zip(pairs, layout.routes, strict=True):
        same = len({stages.get(key) for key in pair}) == 1
        if same and pair in beside and pairs.count(pair) == 1 and layout.turned is False:
            assert len({y for _, y in route.points}) == 1, (pair, route.points)
