"""Places on a line: what is kept apart, and what cannot be."""

from __future__ import annotations

from sphinx_gitops.render.space import Space


def three() -> Space:
    """Three places, each at least 10 right of the one before it."""
    space = Space()
    for place in (0.0, 1.0, 2.0):
        space.add(place)
    space.least(0, 1, 10.0)
    space.least(1, 2, 10.0)
    return space


def test_places_rise_no_further_than_they_must():
    assert three().raised([0.0, 1.0, 50.0]) == [0.0, 10.0, 50.0]
    assert three().raised([5.0, 0.0, 0.0]) == [5.0, 15.0, 25.0]


def test_what_pushes_itself_has_no_place():
    space = three()
    space.least(2, 0, -19.0)
    assert space.raised([0.0, 0.0, 0.0]) is None


def test_a_wish_that_cannot_be_met_leaves_everything_as_it_was():
    space = three()
    before = [dict(after) for after in space.after]
    assert space.wish([(0, 2, 15.0)], [0.0, 10.0, 20.0], 100.0) is None
    assert space.wish([(0, 2, 200.0)], [0.0, 10.0, 20.0], 100.0) is None
    assert space.after == before
    assert space.wish([(0, 2, 30.0)], [0.0, 10.0, 20.0], 100.0) == [0.0, 10.0, 30.0]
