"""The label of an arrow along a row stands clear of arrows that pass it."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.layout import Budget, lay_out
from sphinx_gitops.render.layout.faults import faults
from sphinx_gitops.render.layout.graph.hierarchy import Cell
from sphinx_gitops.render.layout.graph.spacing import LABEL_GAP
from sphinx_gitops.render.layout.routing.side_labels import label_middle
from support.small_scenes import graph_of, planted_graph, stage
from support.staged_scenes import staged_scene


def passing(*places: int, key: str = "", reach: int = 0) -> tuple[list[int], list[Cell]]:
    frame = planted_graph(graph_of(stage("A", "a"))).frame("A")
    cells = [Cell(frame, reach, reach, 0, key) for _ in places]
    for number, cell in enumerate(cells):
        cell.number = number
    return list(places), cells


@pytest.mark.parametrize(
    ("places", "middle"),
    [
        ((), 100),
        ((20,), 100),
        ((100 - 30 - LABEL_GAP,), 100),
        ((100 - 30 - LABEL_GAP + 1,), 131),
        ((100,), 50),
        ((110,), 55),
        ((90, 110), 45),
        ((40, 120), 80),
        ((-50, 250), 100),
    ],
)
def test_it_moves_only_out_of_an_arrows_way(places, middle):
    assert label_middle(*passing(*places), (0, 200), 60) == middle


def test_components_are_not_in_the_way_and_labels_take_the_room_that_they_have():
    assert label_middle(*passing(100, key="a"), (0, 200), 60) == 100
    assert label_middle(*passing(150, reach=30), (0, 200), 60) == 60


def test_no_arrow_runs_through_it():
    scene = staged_scene(4296, 14)
    assert faults(scene, lay_out(scene, Budget())) == []
