"""Badges: a glyph on a disc at the first corner of every shape."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.signs.badges import RADIUS, badge_centre
from sphinx_gitops.scene import Shape


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("rect", [Rect(10, 20, 90, 40), Rect(10, 20, 250, 80)])
def test_the_disc_is_near_the_upper_left_and_inside_the_shape_s_width(shape, rect):
    x, y = badge_centre(shape, rect)
    assert rect.x <= x <= rect.x + rect.width / 2
    assert rect.y - RADIUS <= y <= rect.y + rect.height / 2
