"""Ways of arrows: straight legs with rounded corners, and gaps where a text is."""

from __future__ import annotations

import math

import pytest

from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.routes import angular, distinct, grown, inside, route_data, towards, visible


@pytest.mark.parametrize(
    ("points", "kept"),
    [
        ([(0, 0), (0, 0.1), (0, 50)], [(0, 0), (0, 50)]),
        ([(0, 0), (0, 20), (0, 50)], [(0, 0), (0, 50)]),
        ([(0, 0), (0, 20), (30, 20)], [(0, 0), (0, 20), (30, 20)]),
        ([(5, 5), (5, 5)], [(5, 5), (5, 5)]),
    ],
)
def test_steps_of_no_length_and_straight_corners_go(points, kept):
    assert distinct(points) == kept


def test_a_corner_is_rounded_within_the_legs_that_end_at_it():
    assert angular([(0, 0), (0, 20)]) == "M0 0V20"
    assert angular([(5, 1.5), (-3, 1.5)]) == "M5 1.5H-3"
    assert angular([(0, 0), (3, 20)]) == "M0 0L3 20"
    assert angular([(0, 0), (0, 20), (20, 20)]) == "M 0 0 L 0 14 Q 0 20 6 20 L 20 20"
    assert angular([(0, 0), (0, 4), (20, 4)]) == "M 0 0 L 0 0 Q 0 4 4 4 L 20 4"


def test_two_corners_share_the_leg_between_them():
    assert angular([(0, 0), (0, 20), (8, 20), (8, 0)]) == "M 0 0 L 0 16 Q 0 20 4 20 L 4 20 Q 8 20 8 16 L 8 0"
    assert angular([(0, 0), (0, 5), (40, 5), (40, 0)]) == "M 0 0 L 0 0 Q 0 5 5 5 L 35 5 Q 40 5 40 0 L 40 0"


@pytest.mark.parametrize(
    ("start", "end", "share"),
    [
        ((0, -10), (0, 30), (0.25, 0.75)),
        ((0, 5), (0, 8), (0, 1)),
        ((-20, 5), (-10, 5), None),
        ((-20, -5), (20, -5), None),
        ((-10, 5), (10, 5), (0.25, 0.75)),
    ],
)
def test_the_part_of_a_leg_in_a_box(start, end, share):
    assert inside(Rect(-5, 0, 10, 20), start, end) == share


def test_what_is_behind_texts_is_not_seen():
    way = [(0, 0), (0, 100), (100, 100)]
    assert visible(way, []) == [way]
    assert visible(way, [Rect(-10, 40, 20, 20)]) == [[(0, 0), (0, 40)], [(0, 60), (0, 100), (100, 100)]]
    assert visible(way, [Rect(200, 200, 20, 20)]) == [way]


def test_a_way_that_is_all_behind_a_text_is_drawn():
    assert visible([(0, 0), (0, 10)], [Rect(-50, -50, 100, 100)]) == [[(0, 0), (0, 10)]]
    assert route_data([(0, 0), (0, 10)], [Rect(-50, -50, 100, 100)]) == "M0 0V10"


def test_a_point_on_the_way_goes_no_further_than_the_end():
    assert towards((0, 0), (0, 10), 4) == (0, 4)
    assert towards((0, 0), (0, 10), 40) == (0, 10)
    assert towards((3, 3), (3, 3), 4) == (3, 3)


def test_a_line_ends_before_a_text_that_it_passes_behind():
    assert grown([Rect(10, 20, 30, 12)]) == [Rect(8, 20, 34, 12)]


@pytest.mark.parametrize("end", [(0, 100), (0, -100), (100, 0), (-100, 0), (60, 80), (0, 0)])
@pytest.mark.parametrize(
    "corner", [(-5, -5), (-5, 20), (20, -5), (-70, -5), (-5, -70), (0, 0), (300, 300), (-200, -200)]
)
@pytest.mark.parametrize("size", [10, 1000])
def test_a_leg_is_hidden_exactly_where_it_is_inside(end, corner, size):
    cover = Rect(*corner, size, size)
    part = inside(cover, (0, 0), end)
    shown = sum(math.dist(*way) for way in visible([(0, 0), end], [cover]))
    length = math.dist((0, 0), end)
    hidden = 0 if part is None or part == (0, 1) else (part[1] - part[0]) * length
    assert shown == pytest.approx(length - hidden)
