"""The arrangement of the stages that crosses least for its height, no wider than it may be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_path, read_text
from sphinx_gitops.render.layout import Budget, search
from sphinx_gitops.render.layout.graph.tree import CompoundGraph, build
from sphinx_gitops.render.layout.packing.arrangement import Arrangement
from sphinx_gitops.render.layout.packing.shelves import arrange
from sphinx_gitops.render.layout.pipeline import Ordered, ordered, overflows
from sphinx_gitops.render.layout.search import best_order
from sphinx_gitops.view import scene as make_scene
from sphinx_gitops.vocabulary import DEFAULT
from support.small_scenes import WIDE, edge, flows, graph_of, scene, stage
from support.staged_scenes import staged_scene

GALLERY = Path(__file__).parents[3] / "docs" / "gallery"


def cheapest(graph: CompoundGraph) -> Ordered:
    """The order of the stages each in its cheapest arrangement."""
    return ordered(graph, [arrange(graph, frame, WIDE)[0] for frame in graph.root.frames], WIDE)


def test_a_scene_without_anything_has_an_order_without_anything() -> None:
    made = best_order(build(scene(), down=True), WIDE)
    assert (made.chosen, made.paths, made.crossings, made.crossed) == ([], [], 0, [])


def test_every_stage_is_arranged_in_the_order_written() -> None:
    graph = graph_of(stage("A", "a"), stage("B"), stage("C", "c"), edges=flows("ac"), direction=Direction.BT)
    made = best_order(graph, WIDE)
    assert [one.frame.key for one in made.chosen] == ["A", "B", "C"]
    assert [shelf.items[0].key for shelf in graph.root.shelves] == ["C", "B", "A"]


def test_a_stage_is_made_narrower_by_the_arrows_that_run_past_it() -> None:
    middle = "mnopq"
    plain = graph_of(stage("A", "a"), stage("B", *middle), stage("C", "c"))
    limit = arrange(plain, plain.frames["B"], 5000)[0].width
    assert [len(row) for row in best_order(plain, limit).chosen[1].shelves] == [5]
    passed = graph_of(stage("A", "a"), stage("B", *middle), stage("C", "c"), edges=flows("ac ac ac ac"))
    made = best_order(passed, limit)
    assert len(made.chosen[1].shelves) > 1
    assert overflows(passed, made.paths, limit) == {}


def test_no_more_is_crossed_than_in_the_cheapest_arrangements_and_less_where_that_can_be() -> None:
    found = []
    for seed in range(44, 60):
        shown = replace(staged_scene(seed, 14), direction=Direction.TB)
        made = best_order(build(shown, down=True), WIDE)
        assert overflows(made.graph, made.paths, WIDE) == {}
        found.append((made.crossings, cheapest(build(shown, down=True)).crossings))
    assert [pair for pair in found if pair[0] > pair[1]] == []
    assert sum(one for one, _ in found) < sum(other for _, other in found)


def test_the_same_is_found_twice() -> None:
    shown = staged_scene(25, 20)

    def found() -> list[list[str]]:
        graph = build(shown, down=True)
        best_order(graph, WIDE)
        return [[item.key for item in shelf.items] for frame in graph.root.walk() for shelf in frame.shelves]

    assert found() == found()
    assert any(len(row) > 1 for row in found())


def test_a_crossing_is_taken_away_by_another_arrangement() -> None:
    boxes = (stage("A", "a", "b", "c", "d"), stage("B", "e", "f"))
    edges = flows("ab bc cd ad be ce")
    assert cheapest(graph_of(*boxes, edges=edges)).crossings == 2
    assert best_order(graph_of(*boxes, edges=edges), WIDE).crossings == 0


def test_a_crossing_is_taken_away_by_another_place_in_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read_path(GALLERY / "progressive-delivery.yaml")
    assert reading.workflow is not None
    shown = make_scene(reading.workflow, DEFAULT)
    assert best_order(build(shown, down=True), WIDE).crossings == 0
    monkeypatch.setattr(search, "neighbours", lambda *_: [])
    assert best_order(build(shown, down=True), WIDE).crossings == 1


def template() -> CompoundGraph:
    reading = read_text("", locate=lambda a, b: Span("t", a + 1, b + 1), default="t", template="gitops")
    return build(make_scene(reading.workflow, DEFAULT), down=True)


def test_the_last_crossing_is_taken_away_by_boxes_that_stand_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = Budget().inner
    made = best_order(template(), limit)
    assert (made.crossings, overflows(made.graph, made.paths, limit)) == (0, {})
    monkeypatch.setattr(search, "_LAST", 0)
    assert best_order(template(), limit).crossings == 1


def test_the_last_crossing_stays_where_an_arrangement_without_it_does_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    limit, first = Budget().inner, template()
    monkeypatch.setattr(search, "_too_wide", lambda *_: [])
    monkeypatch.setattr(search, "_narrow", lambda graph, room: [arrange(graph, one, room) for one in graph.root.frames])
    monkeypatch.setattr(search, "overflows", lambda *_: {first.root: 1})
    made = best_order(first, limit)
    assert made.crossings == 1
    assert [one.cost for one in made.chosen] == [arrange(first, one, limit)[0].cost for one in first.root.frames]


@pytest.mark.parametrize("count", [100, 101])
def test_where_no_component_fits_each_has_a_row_of_its_own(count: int) -> None:
    names = [f"n{number}" for number in range(count)]
    graph = graph_of(stage("A", *names[:50]), stage("B", *names[50:]), edges=(edge("n0", "n99"),))
    made = best_order(graph, 50)
    assert set(overflows(graph, made.paths, 50)) >= {graph.frames["A"], graph.frames["B"]}
    assert {len(row) for one in made.chosen for row in one.shelves} == {1}
    assert sum(len(one.shelves) for one in made.chosen) == count


def test_the_search_ends_after_tries_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    upper, lower = "abcdef", "ghijkl"
    every = " ".join(one + other for one in upper for other in lower)
    graph = graph_of(stage("A", *upper), stage("B", *lower), edges=flows(every))
    made: list[Ordered] = []

    def counted(graph: CompoundGraph, chosen: list[Arrangement], limit: int, like: Ordered | None = None) -> Ordered:
        made.append(ordered(graph, chosen, limit, like))
        return made[-1]

    monkeypatch.setattr(search, "ordered", counted)
    monkeypatch.setattr(search, "_cost", lambda _made: 0)
    best_order(graph, WIDE)
    size = len(graph.cells) + len(graph.ends)
    assert len(made) == 1 + size // 6 + 1  # the first, those in vain, and the first once more
