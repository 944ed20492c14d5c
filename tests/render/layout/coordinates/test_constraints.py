"""Differences that hold between places on a line, and ties between them."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.layout.coordinates.constraints import Constraints


def space_of(count: int, *differences: tuple[int, int, int]) -> Constraints:
    space = Constraints()
    assert [space.add() for _ in range(count)] == list(range(count))
    for difference in differences:
        space.least(*difference)
    return space


def test_of_two_distances_the_larger_holds_both_ways() -> None:
    space = space_of(2, (0, 1, 10), (0, 1, 7))
    assert (space.after[0], space.before[1]) == ({1: 10}, {0: 10})
    space.least(0, 1, 12)
    assert (space.after[0], space.before[1]) == ({1: 12}, {0: 12})


def test_the_leftmost_places_are_longest_paths() -> None:
    assert space_of(4, (0, 1, 10), (1, 3, 5), (0, 2, 40), (2, 3, 3)).leftmost() == [0, 10, 40, 43]


def test_a_distance_to_the_left_holds_too() -> None:
    assert space_of(3, (0, 1, 50), (1, 2, -20)).leftmost() == [0, 50, 30]


def test_constraints_that_push_each_other_round_have_no_places() -> None:
    assert space_of(2, (0, 1, 10), (1, 0, -5)).leftmost() is None
    assert space_of(2, (0, 1, 10), (1, 0, -10)).leftmost() == [0, 10]


def test_the_rightmost_places_pass_no_place_that_is_the_most() -> None:
    space = space_of(4, (0, 1, 10), (1, 3, 5), (2, 3, 3), (0, 3, 50))
    places = space.leftmost()
    assert places == [0, 10, 0, 50]
    assert space.rightmost(places, [50] * 4) == [0, 45, 47, 50]
    assert space.rightmost(places, [50, 30, 40, 50]) == [0, 30, 40, 50]
    assert places == [0, 10, 0, 50]


def test_a_tie_that_fits_moves_what_stands_right_of_it() -> None:
    space = space_of(3, (1, 2, 10))
    places = [0, 0, 10]
    assert space.tie([(0, 1, 20)], places, [40] * 3)
    assert places == [0, 20, 30]


def test_a_tie_moves_its_left_end_where_the_right_one_stands_too_far() -> None:
    space = space_of(3, (2, 1, 30))
    places = [0, 30, 0]
    assert space.tie([(0, 1, 10)], places, [40] * 3)
    assert places == [20, 30, 0]


def test_a_tie_holds_from_then_on() -> None:
    space = space_of(3)
    assert space.tie([(0, 1, 5)], [0, 0, 0], [40] * 3)
    space.least(2, 0, 12)
    assert space.leftmost() == [12, 17, 0]


@pytest.mark.parametrize(("limit", "made"), [(19, False), (20, True)])
def test_a_tie_may_reach_the_limit_but_not_pass_it(limit: int, made: bool) -> None:
    assert space_of(2).tie([(0, 1, 20)], [0, 0], [limit] * 2) is made


@pytest.mark.parametrize(
    ("pairs", "limit"),
    [
        ([(0, 1, 20)], 25),
        ([(0, 1, 20)], 15),
        ([(0, 1, 5), (0, 2, 5)], 100),
        ([(0, 1, 5), (1, 2, 5)], 100),
    ],
)
def test_a_tie_that_passes_the_limit_or_contradicts_what_holds_changes_nothing(
    pairs: list[tuple[int, int, int]], limit: int
) -> None:
    space = space_of(3, (1, 2, 10), (0, 1, 1))
    places = space.leftmost()
    assert places == [0, 1, 11]
    before = [[dict(one) for one in some] for some in (space.after, space.before)]
    assert not space.tie(pairs, places, [limit] * 3)
    assert places == [0, 1, 11]
    assert [space.after, space.before] == before


def test_a_tie_that_contradicts_what_holds_is_refused() -> None:
    space = space_of(2, (0, 1, 10))
    places = [0, 10]
    assert not space.tie([(0, 1, 0)], places, [100] * len(places))
    assert places == [0, 10]


def test_what_one_tie_alone_cannot_move_has_an_earlier_latest_place_from_then_on() -> None:
    space = space_of(3, (1, 2, 10))
    latest = [40, 40, 40]
    assert not space.tie([(0, 1, 35)], [0, 0, 10], latest)
    assert latest == [40, 34, 40]
    assert not space.tie([(0, 2, 5), (0, 1, 32)], [0, 0, 10], latest)
    assert latest == [40, 34, 40]


def test_a_tie_that_contradicts_what_holds_leaves_the_latest_places() -> None:
    latest = [40, 40]
    assert not space_of(2, (0, 1, 10)).tie([(0, 1, 0)], [0, 10], latest)
    assert latest == [40, 40]


def test_no_tie_is_made_once_the_work_is_done_but_the_one_that_it_ends_with_is() -> None:
    space = space_of(3)
    space.work = 1
    places = [0, 0, 0]
    assert space.tie([(0, 1, 20)], places, [100] * len(places))
    assert (space.work, places) == (0, [0, 20, 0])
    assert not space.tie([(0, 2, 30)], places, [100] * len(places))
    assert (space.leftmost(), places) == ([0, 20, 0], [0, 20, 0])
