"""Signs of states: each has a shape of its own, and none covers a title."""

import pytest

from sphinx_gitops.evidence import State
from sphinx_gitops.palette import PALETTES, contrast
from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.signs.badges import RADIUS, badge_centre
from sphinx_gitops.render.painting.signs.states import STATE_COLOURS, STATE_SIGNS, draw_state, state_centre
from sphinx_gitops.scene import STATE_GLYPHS, Shape


def test_every_state_has_a_sign_of_its_own_also_in_text():
    assert set(STATE_SIGNS) == set(STATE_COLOURS) == set(STATE_GLYPHS) == set(State)
    assert len({glyph.data for glyph in STATE_SIGNS.values()}) == len(State)
    assert len(set(STATE_GLYPHS.values())) == len(State)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("side", ["light", "dark"])
def test_a_sign_can_be_told_from_its_plate(palette, side):
    for name in set(STATE_COLOURS.values()):
        colours = getattr(PALETTES[palette][name], side)
        assert contrast(colours.fill, colours.stroke) >= 3, name


@pytest.mark.parametrize("shape", Shape)
def test_it_is_on_the_other_side_of_the_kind(shape):
    rect = Rect(100, 50, 120, 40)
    x, y = state_centre(shape, rect)
    assert rect.x + rect.width / 2 < x <= rect.right
    assert rect.y - RADIUS <= y <= rect.y + rect.height / 2
    assert abs(x - badge_centre(shape, rect)[0]) > 2 * RADIUS


def test_it_is_a_square_where_a_kind_is_a_disc():
    drawn = draw_state(State.DEGRADED, 10, 10, disc="#123456", ink="#ffffff")
    assert "<circle" not in drawn
    assert drawn.count("<rect") == 2
    assert STATE_SIGNS[State.DEGRADED].data in drawn
