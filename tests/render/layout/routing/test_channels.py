"""Runs of arrows between two rows: their zones, their tracks, and those that would lie on each other."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import FlowKind
from sphinx_gitops.render.layout.coordinates.coordinates import assign
from sphinx_gitops.render.layout.coordinates.variables import Variables, measure
from sphinx_gitops.render.layout.graph.spacing import LEG
from sphinx_gitops.render.layout.routing.channels import (
    Channel,
    Run,
    assign_tracks,
    conflicts,
    make_channels,
    price,
    wall_conflicts,
)
from support.small_scenes import WIDE, Planted, edge, flows, graph_of, group, planted_graph, stage


def run(upper: int, lower: int, edge: int = 0) -> Run:
    names = {upper: 2 * edge, lower: 2 * edge + 1}
    return Run(edge, 0, (upper,), (lower,), names, min(upper, lower), max(upper, lower))


def loop(one: int, other: int, edge: int = 0, *, below: bool = True) -> Run:
    ends = (one, other)
    return Run(edge, -1, ends if below else (), () if below else ends, {one: 0, other: 1}, one, other)


def tracks(*runs: Run) -> dict[int, int]:
    zone = list(runs)
    assign_tracks(zone)
    return {one.edge: one.track for one in zone}


def channelled(made: Planted) -> tuple[Variables, list[int], list[Channel]]:
    variables = measure(made.graph, made.paths)
    places = assign(variables, made.paths, WIDE)
    assert places is not None
    return variables, places, make_channels(variables, made.paths, places, made.graph.root.last + 1)


def test_a_run_above_another_costs_what_it_crosses() -> None:
    long, inner = run(0, 100), run(50, 300)
    assert price(long, inner) == 2
    assert price(inner, long) == 0
    assert price(run(0, 10), run(100, 110)) == 0


@pytest.mark.parametrize(("x", "much"), [(100, True), (100 + LEG - 1, True), (100 + LEG, False)])
def test_a_run_whose_leg_would_lie_on_anothers_costs_much(x: int, much: bool) -> None:
    assert (price(run(0, 100), run(x, 300)) >= 1000) is much
    assert price(run(x, 300), run(0, 100)) < 1000


def test_runs_that_do_not_meet_share_a_track_and_those_that_do_have_two() -> None:
    assert tracks(run(0, 50, 0), run(100, 150, 1)) == {0: 0, 1: 0}
    assert tracks(run(0, 50, 0), run(50 + LEG, 150, 1)) == {0: 0, 1: 0}
    assert len(set(tracks(run(0, 50, 0), run(50 + LEG - 1, 150, 1)).values())) == 2


def test_runs_that_lead_the_same_way_do_not_cross() -> None:
    assert tracks(run(0, 100, 0), run(50, 150, 1)) == {0: 1, 1: 0}
    assert tracks(run(100, 0, 0), run(150, 50, 1)) == {0: 0, 1: 1}


def test_a_run_is_put_between_two_others_where_it_crosses_neither() -> None:
    found = tracks(run(0, 300, 0), run(40, 340, 1), run(80, 380, 2))
    assert found == {0: 2, 1: 1, 2: 0}


def test_loops_stand_next_to_their_row_the_shorter_nearer() -> None:
    assert tracks(loop(0, 100, 0), loop(20, 80, 1)) == {0: 1, 1: 0}
    above = tracks(loop(0, 100, 0, below=False), loop(20, 80, 1, below=False))
    assert above == {0: 0, 1: 1}


@pytest.mark.parametrize("many", [59, 60])
def test_many_runs_get_tracks_without_comparing_all_pairs(many: int) -> None:
    found = tracks(*(run(10 * number, 10 * number + 1000, number) for number in range(many)))
    assert sorted(found.values()) == list(range(many))


def test_legs_that_would_lie_on_each_other_are_told_the_left_one_first() -> None:
    above, below = run(0, 100, 1), run(104, 300, 2)
    above.track, below.track = 0, 1
    assert conflicts([Channel(zones={0: [above, below]})]) == [(3, 4, LEG)]
    below = run(96, 300, 2)
    below.track = 1
    assert conflicts([Channel(zones={0: [above, below]})]) == [(4, 3, LEG)]


def test_legs_far_enough_apart_in_other_zones_or_beyond_each_other_are_no_conflict() -> None:
    above, below, away = run(0, 100, 1), run(104, 300, 2), run(100 + LEG, 300, 3)
    below.track = away.track = 1
    assert conflicts([Channel(zones={0: [above], 1: [below]}), Channel(zones={0: [above, away]})]) == []
    below.track = 0
    assert conflicts([Channel(zones={0: [above, below]})]) == []
    assert conflicts([Channel(zones={0: [loop(0, 100)]})]) == []


def test_in_a_zone_of_very_many_runs_no_conflict_is_looked_for() -> None:
    above, below = run(0, 100, 1), run(104, 300, 2)
    below.track = 1
    rest = [run(5000, 6000, number) for number in range(3, 61)]
    assert conflicts([Channel(zones={0: [above, below, *rest[:-1]]})]) == [(3, 4, LEG)]
    assert conflicts([Channel(zones={0: [above, below, *rest]})]) == []


def test_a_channel_knows_the_boxes_that_end_and_begin_in_it() -> None:
    boxes = (stage("A", boxes=(group("G", "a"), group("H", "b"))), stage("B", boxes=(group("I", "c"),)))
    made = planted_graph(graph_of(*boxes))
    channels = channelled(made)[2]
    assert len(channels) == made.graph.root.last + 2
    found = [(one.closing, one.opening, one.ended, one.begun) for one in channels]
    assert found[0] == ([], [0], False, True)
    assert found[1] == ([], [1], False, False)
    assert found[2] == ([], [], False, False)
    assert found[3] == ([1, 0], [0], True, True)
    assert found[-1] == ([1, 0], [], True, False)


def test_a_straight_arrow_makes_its_channels_busy_but_has_no_run() -> None:
    made = planted_graph(graph_of(stage("A", "a"), stage("B", "b"), edges=flows("ab")))
    channels = channelled(made)[2]
    assert [one.busy for one in channels] == [False, False, True, True, False]
    assert [one.zones for one in channels] == [{}] * 5


def test_an_arrow_that_goes_aside_has_a_run_between_its_places() -> None:
    made = planted_graph(graph_of(stage("A", "a"), stage("B", "b", "c"), edges=flows("ab ac")))
    variables, places, channels = channelled(made)
    runs = [one for channel in channels for zone in channel.zones.values() for one in zone]
    assert {one.edge for one in runs} == {1}
    for one in runs:
        leg = variables.legs[1][one.index]
        assert (one.upper, one.lower) == ((places[leg.upper],), (places[leg.lower],))
        assert (one.low, one.high) == tuple(sorted((*one.upper, *one.lower)))


@pytest.mark.parametrize("kind", [FlowKind.AUTOMATION, FlowKind.FEEDBACK])
def test_a_loop_turns_inside_its_box(kind: FlowKind) -> None:
    made = planted_graph(graph_of(stage("A", "a", "b", "c"), edges=(*flows("ab bc"), edge("a", "c", kind))))
    channels = channelled(made)[2]
    row = made.cell("a").first
    channel = channels[row + 1 if kind is FlowKind.AUTOMATION else row]
    assert [one.edge for one in channel.zones[0]] == [2]
    assert channel.busy


def test_an_arrow_at_a_boxs_side_and_one_that_passes_it_are_told_where_they_are_too_near() -> None:
    boxes = (stage("A", "a", boxes=(group("G", "b"),)), stage("B", "c"))
    made = planted_graph(graph_of(*boxes, edges=(edge("G", "c"), edge("b", "c"))))
    variables, places, _ = channelled(made)
    port = variables.ports[0, 0]
    passing = next(leg for leg in variables.legs[1] if leg.channel == made.frame("G").last).upper
    for step, found in ((0, True), (LEG - 1, True), (1 - LEG, True), (LEG, False), (-LEG, False)):
        moved = [*places]
        moved[passing] = moved[port] + step
        pair = (port, passing) if step >= 0 else (passing, port)
        assert ((*pair, LEG) in wall_conflicts(variables, made.paths, moved)) is found


def test_a_boxs_arrow_keeps_out_of_the_arrows_of_a_component_that_leave_it_no_room() -> None:
    """It stands beside all of them, on the nearer side."""
    boxes = (stage("A", boxes=(group("G", "b"),)), stage("B", "c", "d", "e", "f"))
    made = planted_graph(graph_of(*boxes, edges=(edge("G", "c"), *flows("bc bd be bf"))))
    variables, places, _ = channelled(made)
    port = variables.ports[0, 0]
    beside = [variables.ports[end] for end in variables.sides[made.cell("b"), True]]
    assert len(beside) == 4
    for at, pair in ((0, (port, beside[0], LEG)), (2, (beside[-1], port, LEG))):
        moved = [*places]
        for number, name in enumerate(beside):
            moved[name] = moved[port] - 1 + (number - at) * (LEG - 1)
        found = {one for one in wall_conflicts(variables, made.paths, moved) if port in one[:2]}
        assert found == {pair}
