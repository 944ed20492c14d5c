"""The order of the arrows at the sides of components: by where they go on, loops outermost."""

from __future__ import annotations

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame
from sphinx_gitops.render.layout.graph.nesting import Nesting
from sphinx_gitops.render.layout.graph.ways import Path, Way
from sphinx_gitops.render.layout.ordering.ports import assign_ports

FRAME = Frame("", 0)


def at(x: int) -> Cell:
    return Cell(FRAME, 10, 10, 10, x=x)


def path(edge: int, way: Way, stops: list[Cell], other: list[Cell] | None = None) -> Path:
    return Path(
        edge=edge,
        way=way,
        stops=[*stops],
        other=[*(other or ())],
        nesting=Nesting((stops[0], stops[-1]), FRAME, (stops[0], stops[-1]), ([], [])),
    )


def test_arrows_leave_and_enter_by_where_they_go_on() -> None:
    one, other = at(0), at(0)
    paths = [
        path(0, Way.DOWN, [one, at(30), at(-90), other]),
        path(1, Way.DOWN, [one, at(-20), at(50), other]),
        path(2, Way.DOWN, [one, other]),
    ]
    assert assign_ports(paths) == {
        (one, True): [(1, 0), (2, 0), (0, 0)],
        (other, False): [(0, 1), (2, 1), (1, 1)],
    }


def test_of_two_arrows_to_one_place_the_first_written_is_left() -> None:
    one, other = at(0), at(0)
    found = assign_ports([path(number, Way.DOWN, [one, other]) for number in (1, 0)])
    assert found == {(one, True): [(0, 0), (1, 0)], (other, False): [(0, 1), (1, 1)]}


def test_a_loop_to_another_component_ends_at_the_near_side_of_both_outside_all_others() -> None:
    left, right, below = at(0), at(100), at(-50)
    paths = [
        path(0, Way.BELOW, [left], [right]),
        path(1, Way.DOWN, [left, at(900), below]),
        path(2, Way.DOWN, [right, at(-900), below]),
    ]
    found = assign_ports(paths)
    assert found[left, True] == [(1, 0), (0, 0)]
    assert found[right, True] == [(0, 1), (2, 0)]


def test_of_loops_side_by_side_the_longer_one_runs_round_the_shorter() -> None:
    a, b, c = at(0), at(100), at(200)
    found = assign_ports([path(0, Way.ABOVE, [a], [b]), path(1, Way.ABOVE, [a], [c])])
    assert found[a, False] == [(1, 0), (0, 0)]
    assert set(found) == {(a, False), (b, False), (c, False)}


def test_both_ends_of_a_loop_on_one_component_stand_there() -> None:
    one = at(0)
    (found,) = assign_ports([path(0, Way.BELOW, [one], [one])]).values()
    assert sorted(found) == [(0, 0), (0, 1)]


def test_a_loop_with_a_label_ends_by_where_its_label_stands() -> None:
    one, other = at(0), at(100)
    paths = [path(0, Way.BELOW, [one, at(-40)], [other, at(140)]), path(1, Way.DOWN, [one, at(0)])]
    found = assign_ports(paths)
    assert found[one, True] == [(0, 0), (1, 0)]
    assert found[other, True] == [(0, 1)]


def test_arrows_along_a_row_take_no_port() -> None:
    assert assign_ports([path(0, Way.SIDE, [at(0), at(50)]), path(1, Way.INNER, [at(0), at(50)])]) == {}
