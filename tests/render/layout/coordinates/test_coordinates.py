"""Places across the rows: straight arrows, the main way first, and boxes that take the room beside them."""

from __future__ import annotations

from sphinx_gitops.model import FlowKind
from sphinx_gitops.render.layout.coordinates.coordinates import Ties, assign, grids, main_line, wishes
from sphinx_gitops.render.layout.coordinates.variables import Variables, measure
from sphinx_gitops.render.layout.graph.spacing import NEST, NODE_GAP, PAD, SIBLING
from support.small_scenes import WIDE, Planted, edge, flows, graph_of, group, planted_graph, stage

TWO = 2 * graph_of(stage("A", "a")).cells["a"].width + NODE_GAP + 2 * PAD
"""The width of a stage with two components in a row."""


def measured(made: Planted) -> Variables:
    return measure(made.graph, made.paths)


def assigned(made: Planted, limit: int = WIDE) -> tuple[Variables, list[int]]:
    variables = measured(made)
    places = assign(variables, made.paths, limit)
    assert places is not None
    return variables, places


def test_variables_that_are_joined_are_one_set_and_the_others_stay() -> None:
    ties = Ties(4)
    ties.join(0, 1)
    ties.join(3, 0)
    ties.join(1, 3)
    assert ties.of[0] == ties.of[1] == ties.of[3] != ties.of[2]
    assert sorted(ties.members[ties.of[0]]) == [0, 1, 3]
    assert sorted(name for some in ties.members for name in some) == [0, 1, 2, 3]


def test_places_that_contradict_each_other_are_none() -> None:
    made = planted_graph(graph_of(stage("A", "a")))
    variables = measured(made)
    variables.space.least(variables.right, variables.left, 1)
    assert assign(variables, made.paths, WIDE) is None


def test_every_constraint_holds_and_nothing_is_wider_than_the_limit() -> None:
    boxes = (stage("A", "a", "b", "c"), stage("B", "d", boxes=(group("G", "e", "f"),)), stage("C", "g", "h"))
    made = planted_graph(graph_of(*boxes, edges=flows("ae bd cg dh af ag ch ee")))
    variables, places = assigned(made)
    short = [
        (left, right)
        for left, after in enumerate(variables.space.after)
        for right, distance in after.items()
        if places[right] - places[left] < distance
    ]
    assert short == []
    assert (places[variables.left], min(places)) == (0, 0)
    assert max(places) == places[variables.right] <= WIDE


def test_an_arrow_through_a_stage_is_straight_from_end_to_end() -> None:
    made = planted_graph(graph_of(stage("A", "a"), stage("B", "b"), stage("C", "c"), edges=flows("ac")))
    variables, places = assigned(made)
    legs = variables.legs[0]
    assert len(legs) == 4
    assert len({places[name] for leg in legs for name in (leg.upper, leg.lower)}) == 1


def test_where_not_all_can_be_straight_the_main_way_is() -> None:
    boxes = (stage("A", "a"), stage("B", "b", "c"))
    made = planted_graph(graph_of(*boxes, edges=flows("ac ab")))
    variables, places = assigned(made)
    straight = [len({places[name] for leg in legs for name in (leg.upper, leg.lower)}) == 1 for legs in variables.legs]
    assert straight == [True, False]


def test_the_main_way_leaves_and_reaches_each_component_once_within_a_box_first() -> None:
    made = planted_graph(graph_of(stage("A", "a", "b"), stage("B", "c", "d"), edges=flows("ac ab bc bd cc")))
    assert main_line(made.graph, made.paths) == [1, 2]


def test_what_leads_back_or_closes_a_circle_is_no_main_way() -> None:
    edges = (edge("a", "b"), edge("b", "a"), edge("b", "c", FlowKind.FEEDBACK), edge("b", "c"))
    made = planted_graph(graph_of(stage("A", "a"), stage("B", "b"), stage("C", "c"), edges=edges))
    assert made.graph.turned[1]
    assert main_line(made.graph, made.paths) == [0, 3]


def test_the_main_way_through_the_middles_of_its_ends_is_wished_first() -> None:
    made = planted_graph(graph_of(stage("A", "a"), stage("B", "b"), stage("C", "c"), edges=flows("ac")))
    variables = measured(made)
    legs = variables.legs[0]
    straight = [(leg.upper, leg.lower, 0) for leg in legs]
    a, c = made.cell("a").number, made.cell("c").number
    middles = [(a, legs[0].upper, 0), (c, legs[-1].lower, 0)]
    found = wishes(variables, made.paths)
    inner = [(leg.upper, leg.lower, 0) for leg in legs if leg.inner]
    assert found == [[*straight, *middles], inner, *([one] for one in inner), straight, *([one] for one in [*straight[:1], *straight[-1:]]), *([one] for one in middles)]  # fmt: skip


def test_components_without_flows_stand_in_columns_but_not_those_with_some() -> None:
    keys = "abcde"
    made = planted_graph(graph_of(stage("A", *keys), stage("B", "x")), limit=TWO)
    assert [len(shelf.items) for shelf in made.frame("A").shelves[1:]] == [2, 2, 1]
    measured(made)
    assert grids(made.graph) == [[(made.cell(one).number, made.cell(two).number, 0)] for one, two in ("ac", "bd", "ce")]
    joined = planted_graph(graph_of(stage("A", *keys), edges=flows("ab")), limit=TWO)
    assert len(joined.frame("A").shelves) > 2
    assert grids(joined.graph) == []


def test_boxes_take_the_room_beside_them_and_share_what_is_between_them() -> None:
    boxes = (stage("A", boxes=(group("G", "a"), group("H", "b"))), stage("B", *"cdefg"))
    made = planted_graph(graph_of(*boxes))
    variables, places = assigned(made)
    one, other = made.frame("G"), made.frame("H")
    assert places[one.left] == NEST
    assert places[variables.right] - places[other.right] == NEST
    assert places[other.left] - places[one.right] == SIBLING
    assert abs((places[one.right] - places[one.left]) - (places[other.right] - places[other.left])) <= 1
