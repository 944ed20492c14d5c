"""How wide stages are at least, without a search."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.render.layout.coordinates.row_gaps import least_width
from sphinx_gitops.render.layout.coordinates.stage_widths import widths
from sphinx_gitops.render.layout.coordinates.variables import measure
from sphinx_gitops.render.layout.graph.spacing import INSET, NEST, NODE_GAP, PAD, PORT, SIBLING
from sphinx_gitops.render.layout.graph.tree import DOWN, build
from sphinx_gitops.render.layout.graph.ways import Way
from support.small_scenes import Planted, edge, graph_of, group, node, planted_graph, stage
from support.staged_scenes import staged_scene


def widths_of(made: Planted) -> dict[str, int]:
    found = widths(made.graph, made.paths)
    return {"whole": found.pop(made.graph.root)} | {frame.key: wide for frame, wide in found.items()}


def test_a_stage_is_as_wide_as_its_widest_row_and_the_whole_as_its_widest_title() -> None:
    made = planted_graph(graph_of(stage("A", "a", "b"), stage("B", boxes=(group("G", "c"),))))
    wide = made.cell("a").width
    group_wide = max(wide + 2 * PAD, least_width(made.graph, made.frame("G")))
    assert widths_of(made) == {
        "whole": max(least_width(made.graph, made.frame(key)) for key in "AB"),
        "A": 2 * wide + NODE_GAP + 2 * PAD,
        "B": group_wide + 2 * NEST,
    }


def test_what_stands_outside_of_stages_has_no_side() -> None:
    made = planted_graph(graph_of(stage("A", "a"), nodes=(node("x"),)))
    assert widths_of(made)[""] == made.cell("x").width


@pytest.mark.parametrize("low", [False, True])
def test_a_box_has_room_for_all_arrows_at_one_of_its_sides(low: bool) -> None:
    keys = "abcdefghijklmnopqrst"
    edges = tuple(edge(*(("G", key) if low else (key, "G"))) for key in keys)
    boxes = stage("A", *keys), stage("B", boxes=(group("G", "z"),))
    made = planted_graph(graph_of(*(boxes[::-1] if low else boxes), edges=edges))
    assert widths_of(made)["B"] == 2 * INSET + (len(keys) - 1) * PORT + 2 * NEST


def test_a_stage_with_many_arrows_at_its_side_makes_the_whole_wide() -> None:
    keys = "abcdefghijklmnopqrst"
    made = planted_graph(graph_of(stage("A", *keys), stage("B", "z"), edges=tuple(edge(key, "B") for key in keys)))
    assert widths_of(made)["whole"] == 2 * INSET + (len(keys) - 1) * PORT


def test_an_arrow_between_boxes_has_room_for_its_label() -> None:
    inside = (group("G", "a"), group("H", "b"))
    plain = planted_graph(graph_of(stage("A", boxes=inside)))
    made = planted_graph(graph_of(stage("A", boxes=inside), edges=(edge("b", "a", label="every night at three"),)))
    assert made.paths[0].way is Way.SIDE
    between = made.graph.side_gap(0) + SIBLING
    assert between > 2 * PAD + SIBLING
    assert widths_of(plain)["A"] < widths_of(made)["A"]
    assert widths_of(made)["A"] >= made.cell("a").width + between + made.cell("b").width + 2 * (PAD + NEST)


def test_loops_round_what_stands_between_boxes_need_room_at_the_sides_of_these() -> None:
    inside = (group("G", "a"), group("H", "b"), group("I", "c"))
    edges = tuple(edge("G", "I") for _ in range(12))
    made = planted_graph(graph_of(stage("A", boxes=inside), edges=edges))
    assert {path.way for path in made.paths} <= {Way.BELOW, Way.ABOVE}
    assert widths_of(made)["A"] > widths_of(planted_graph(graph_of(stage("A", boxes=inside))))["A"]


@pytest.mark.parametrize("direction", [Direction.TB, Direction.LR])
@pytest.mark.parametrize("seed", range(20))
def test_the_widest_is_as_wide_as_the_leftmost_places_that_a_search_finds(seed: int, direction: Direction) -> None:
    shown = replace(staged_scene(seed, 10 + seed), direction=direction)
    made = planted_graph(build(shown, down=direction in DOWN))
    variables = measure(made.graph, made.paths)
    places = variables.space.leftmost()
    assert places is not None
    assert max(widths(made.graph, made.paths).values()) == places[variables.right]
