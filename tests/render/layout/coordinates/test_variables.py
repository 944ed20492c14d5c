"""What must hold between the places of cells, ports and the sides of boxes."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Direction, FlowKind
from sphinx_gitops.render.layout.coordinates.variables import Variables, measure
from sphinx_gitops.render.layout.graph.spacing import (
    INSET,
    LEG_NODE,
    NEST,
    NODE_GAP,
    PAD,
    PORT,
    SIBLING,
    TITLE_INSET,
    TITLE_LEG,
)
from sphinx_gitops.render.layout.graph.ways import Way
from support.small_scenes import Planted, edge, flows, graph_of, group, planted_graph, stage


def measured(made: Planted) -> Variables:
    return measure(made.graph, made.paths)


def between(variables: Variables, left: int, right: int) -> int | None:
    return variables.space.after[left].get(right)


def test_stages_end_where_the_picture_does_and_groups_have_sides_of_their_own() -> None:
    made = planted_graph(graph_of(stage("A", "x", boxes=(group("G", "a"),)), stage("B", "b")))
    variables = measured(made)
    for key in "AB":
        assert (made.frame(key).left, made.frame(key).right) == (variables.left, variables.right)
    assert variables.walls == [made.frame("G")]
    assert len({variables.left, variables.right, made.frame("G").left, made.frame("G").right}) == 4


def test_a_box_is_as_wide_as_its_title_where_titles_stand_over_components() -> None:
    made = planted_graph(graph_of(stage("A", boxes=(group("G", "a"),))))
    frame = made.frame("G")
    assert between(measured(made), frame.left, frame.right) == frame.caption + 2 * TITLE_INSET + 2


@pytest.mark.parametrize("direction", [Direction.TB, Direction.LR])
def test_components_keep_apart_and_off_the_side_of_their_box_and_in_lr_off_its_title(direction: Direction) -> None:
    made = planted_graph(graph_of(stage("A", "a", "b"), direction=direction))
    variables, frame = measured(made), made.frame("A")
    a, b = made.cell("a"), made.cell("b")
    title = frame.header + TITLE_INSET // 2 if direction is Direction.LR else 0
    assert between(variables, frame.left, a.number) == PAD + title + a.left
    assert between(variables, a.number, b.number) == a.right + NODE_GAP + b.left
    assert between(variables, b.number, frame.right) == b.right + PAD


def test_components_with_an_arrow_between_them_keep_room_for_it() -> None:
    made = planted_graph(graph_of(stage("A", "a", "b"), edges=(edge("a", "b", label="signed"),)))
    a, b = made.cell("a"), made.cell("b")
    assert between(measured(made), a.number, b.number) == a.right + made.graph.side_gap(0) + b.left


def test_groups_keep_apart_and_off_the_side_of_their_stage() -> None:
    made = planted_graph(graph_of(stage("A", boxes=(group("G", "a"), group("H", "b")))))
    variables = measured(made)
    assert between(variables, variables.left, made.frame("G").left) == NEST
    assert between(variables, made.frame("G").right, made.frame("H").left) == SIBLING
    assert between(variables, made.frame("H").right, variables.right) == NEST


def test_an_arrow_passes_a_component_and_enters_a_box_beside_its_title() -> None:
    made = planted_graph(graph_of(stage("A", "a"), stage("B", "b"), stage("C", "c"), edges=flows("ac")))
    variables = measured(made)
    title, beside, entering = made.paths[0].stops[1:-1]
    b, frame = made.cell("b"), made.frame("B")
    assert between(variables, variables.left, title.number) == TITLE_INSET + frame.caption + TITLE_LEG
    assert between(variables, variables.left, entering.number) == TITLE_INSET + made.frame("C").caption + TITLE_LEG
    found = (between(variables, b.number, beside.number), between(variables, beside.number, b.number))
    assert sorted(found, key=bool) == [None, b.right + LEG_NODE]


@pytest.mark.parametrize("pair", ["ab", "ba"])
def test_boxes_with_an_arrow_between_them_keep_room_for_its_label_whichever_way_it_runs(pair: str) -> None:
    inside = (group("G", "a"), group("H", "b"))
    made = planted_graph(graph_of(stage("A", boxes=inside), edges=(edge(*pair, label="signed"),)))
    assert made.paths[0].way is Way.SIDE
    a, b = made.cell("a"), made.cell("b")
    least = a.right + b.left + made.graph.side_gap(0) + SIBLING
    assert between(measured(made), a.number, b.number) == least


def test_the_ports_of_a_component_stand_apart_and_off_its_corners() -> None:
    made = planted_graph(graph_of(stage("A", "a"), stage("B", "b", "c"), edges=flows("ab ac")))
    variables = measured(made)
    a = made.cell("a")
    ends = variables.sides[a, True]
    one, other = (variables.ports[end] for end in ends)
    assert between(variables, one, other) == PORT
    for port in (one, other):
        assert between(variables, a.number, port) == between(variables, port, a.number) == INSET - a.left


def test_more_ports_than_have_room_stand_nearer_to_each_other() -> None:
    targets = "bcdefghijklmnopqrst"
    made = planted_graph(
        graph_of(stage("A", "a"), stage("B", *targets), edges=flows(" ".join(f"a{key}" for key in targets)))
    )
    variables, a = measured(made), made.cell("a")
    ports = [variables.ports[end] for end in variables.sides[a, True]]
    gap = between(variables, ports[0], ports[1])
    assert gap is not None
    assert 0 < gap < PORT
    assert gap * (len(ports) - 1) <= a.width - 2 * INSET


def test_the_ports_of_a_box_stand_off_its_corners() -> None:
    made = planted_graph(graph_of(stage("A", boxes=(group("G", "a"),)), stage("B", "b"), edges=(edge("G", "b"),)))
    variables, frame = measured(made), made.frame("G")
    port = variables.ports[0, 0]
    assert between(variables, frame.left, port) == between(variables, port, frame.right) == INSET


def test_the_legs_of_an_edge_lead_from_port_to_port_and_only_those_between_dummies_are_inner() -> None:
    made = planted_graph(graph_of(stage("A", "a"), stage("B", "b"), stage("C", "c"), edges=flows("ac")))
    variables = measured(made)
    legs, stops = variables.legs[0], made.paths[0].stops
    assert [leg.inner for leg in legs] == [False, True, True, False]
    assert [leg.channel for leg in legs] == [stop.last for stop in stops[:-1]]
    assert [legs[0].upper, *(leg.lower for leg in legs)] == [
        variables.ports[0, 0],
        *(stop.number for stop in stops[1:-1]),
        variables.ports[0, 1],
    ]


@pytest.mark.parametrize("kind", [FlowKind.AUTOMATION, FlowKind.FEEDBACK])
def test_the_legs_of_a_loop_have_their_upper_end_first_and_it_turns_at_the_dummy_or_the_port(kind: FlowKind) -> None:
    edges = (*flows("ab bc"), edge("a", "c", kind, "again"))
    made = planted_graph(graph_of(stage("A", "a", "b", "c"), edges=edges))
    variables, path = measured(made), made.paths[2]
    one, other = variables.legs[2]
    below = path.way is Way.BELOW
    assert below is (kind is FlowKind.AUTOMATION)
    ends = [(variables.ports[2, half], stops[-1].number) for half, stops in enumerate((path.stops, path.other))]
    assert [(leg.upper, leg.lower) if below else (leg.lower, leg.upper) for leg in (one, other)] == ends
    assert [variables.end(path, half) for half in (0, 1)] == [stops[-1].number for stops in (path.stops, path.other)]
    plain = planted_graph(graph_of(stage("A", "a", "b", "c"), edges=flows("ab bc ac")))
    short = measured(plain)
    assert short.legs[2] == []
    assert [short.end(plain.paths[2], half) for half in (0, 1)] == [short.ports[2, 0], short.ports[2, 1]]
