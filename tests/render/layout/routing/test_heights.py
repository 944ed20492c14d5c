"""Places along the way of the arrows: rows, runs and the sides of boxes, summed up from the top."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.render.layout.coordinates.coordinates import assign
from sphinx_gitops.render.layout.coordinates.variables import measure
from sphinx_gitops.render.layout.graph.hierarchy import Frame
from sphinx_gitops.render.layout.graph.spacing import (
    BOTTOM,
    GROUP_GAP,
    LOOSE_GAP,
    NEST,
    ROW_GAP,
    RUN_HEAD,
    RUN_NODE,
    RUN_WALL,
    STAGE_GAP,
    TITLE_GAP,
    TITLE_INSET,
    TITLE_TOP,
    TRACK,
)
from sphinx_gitops.render.layout.routing.channels import Channel, Run, make_channels
from sphinx_gitops.render.layout.routing.heights import Heights, assign_heights
from sphinx_gitops.render.layout.routing.row_heights import Line
from support.small_scenes import WIDE, Planted, flows, graph_of, group, planted_graph, stage


def run(edge: int, track: int = 0) -> Run:
    return Run(edge, 0, (10,), (40,), {10: 0, 40: 1}, 10, 40, track)


def heights(made: Planted) -> Heights:
    variables = measure(made.graph, made.paths)
    places = assign(variables, made.paths, WIDE)
    assert places is not None
    channels = make_channels(variables, made.paths, places, made.graph.root.last + 1)
    return assign_heights(made.graph, made.paths, channels, places)


def test_runs_stand_on_their_tracks_and_the_sum_goes_past_the_last() -> None:
    made = Heights(down=True, across=[], y=100)
    made.zone(Channel(zones={2: [run(0), run(1, 2)]}), 2, 7)
    assert made.runs == {(0, 0): 107, (1, 0): 107 + 2 * TRACK}
    assert (made.y, made.led) == (107 + 2 * TRACK + RUN_WALL, True)


def test_a_zone_without_runs_takes_nothing() -> None:
    made = Heights(down=True, across=[], y=100, led=True)
    made.zone(Channel(zones={1: [run(0)]}), 0, 7)
    assert (made.y, made.led, made.runs) == (100, False, {})


@pytest.mark.parametrize(
    ("down", "left", "ended", "waits"),
    [(False, 5, False, True), (True, 5, False, False), (False, 40, False, False), (False, 5, True, False)],
)
def test_a_run_waits_for_the_end_of_a_title_that_it_would_cross(
    down: bool, left: int, ended: bool, waits: bool
) -> None:
    frame = Frame("g", 1, caption=60, header=15, left=0)
    made = Heights(down=down, across=[left], tops={frame: 90}, bottoms={frame: 99} if ended else {}, y=100)
    made.zone(Channel(zones={0: [run(0)]}), 0, 7)
    assert made.runs[0, 0] == (90 + TITLE_INSET + 60 + RUN_WALL if waits else 107)


def test_boxes_end_the_innermost_first_and_a_run_takes_the_place_of_the_distance() -> None:
    outer, inner = Frame("s", 0), Frame("g", 1)
    plain, led = Heights(down=True, across=[]), Heights(down=True, across=[])
    plain.close(Channel(closing=[1, 0]), [outer, inner])
    assert (plain.bottoms[inner], plain.bottoms[outer]) == (BOTTOM, BOTTOM + NEST)
    led.close(Channel(closing=[1, 0], zones={1: [run(0)]}), [outer, inner])
    assert led.runs == {(0, 0): BOTTOM + RUN_WALL}
    assert led.bottoms[outer] == BOTTOM + 2 * RUN_WALL


def test_a_box_beside_others_is_as_long_as_its_title() -> None:
    frame = Frame("g", 0, caption=60)
    made = Heights(down=False, across=[], tops={frame: 3}, y=10)
    made.close(Channel(closing=[0]), [frame])
    assert made.bottoms[frame] == 3 + 60 + 2 * TITLE_INSET


@pytest.mark.parametrize(
    ("channel", "led", "nodes", "free"),
    [
        (Channel(ended=True), False, False, STAGE_GAP),
        (Channel(begun=True), True, False, STAGE_GAP - RUN_WALL),
        (Channel(opening=[1]), False, False, GROUP_GAP),
        (Channel(opening=[1]), True, False, GROUP_GAP - RUN_WALL),
        (Channel(closing=[1]), False, False, GROUP_GAP),
        (Channel(closing=[1]), True, True, GROUP_GAP - RUN_WALL),
        (Channel(closing=[1]), True, False, 0),
        (Channel(), False, True, 0),
    ],
)
def test_what_stages_and_groups_keep_free_counts_what_a_run_has_kept(
    channel: Channel, led: bool, nodes: bool, free: int
) -> None:
    made = Heights(down=True, across=[], led=led)
    made.part(channel, Line(nodes=nodes))
    assert made.y == free


def test_boxes_begin_the_outermost_first() -> None:
    outer, inner = Frame("s", 0), Frame("g", 1)
    found = []
    for down, zones in ((True, {}), (False, {}), (False, {2: [run(0)]})):
        made = Heights(down=down, across=[0])
        made.open(Channel(opening=[0, 1], zones=zones), [inner, outer])
        assert (made.tops[outer], made.tops[inner]) == (0, NEST)
        found.append(made.y - NEST)
    assert found == [TITLE_TOP, BOTTOM, 2 * RUN_WALL + RUN_HEAD - RUN_WALL]


def test_a_stage_is_its_title_its_row_and_what_lies_between() -> None:
    made = planted_graph(graph_of(stage("A", "a"), stage("B", "b")))
    found, one, other = heights(made), made.frame("A"), made.frame("B")
    title, row = found.rows[0], found.rows[1]
    assert (found.tops[one], title) == (0, (TITLE_TOP, TITLE_TOP + one.header))
    assert row == (title[1] + TITLE_GAP, title[1] + TITLE_GAP + made.cell("a").height)
    assert found.bottoms[one] == row[1] + BOTTOM
    assert found.tops[other] == found.bottoms[one] + STAGE_GAP
    assert len(found.rows) == 4


@pytest.mark.parametrize(("edges", "gap"), [("", LOOSE_GAP), ("ab", ROW_GAP)])
def test_rows_with_an_arrow_between_them_stand_further_apart(edges: str, gap: int) -> None:
    made = planted_graph(graph_of(stage("A", "a", "b", direction=Direction.TB), edges=flows(edges)))
    rows = heights(made).rows
    assert rows[2][0] - rows[1][1] == gap


def test_a_run_between_rows_has_room_for_itself_and_the_head_of_its_arrow() -> None:
    box = stage("A", "a", "b", "c", direction=Direction.TB)
    made = planted_graph(graph_of(box, edges=flows("ab ac")))
    found = heights(made)
    rows = {key: found.rows[made.cell(key).first] for key in "abc"}
    assert rows["b"] == rows["c"]
    ((_, y),) = found.runs.items()
    assert y == rows["a"][1] + RUN_NODE
    assert rows["b"][0] == y + RUN_HEAD


def test_groups_below_one_another_keep_apart() -> None:
    boxes = (group("G", "a"), group("H", "b"))
    made = planted_graph(graph_of(stage("A", boxes=boxes, direction=Direction.TB)))
    found = heights(made)
    assert found.tops[made.frame("H")] - found.bottoms[made.frame("G")] == GROUP_GAP
