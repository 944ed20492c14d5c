"""Corners of outlines: an arrow ends on what is drawn."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.clip import touch
from sphinx_gitops.render.painting.outline_corners import boundary
from sphinx_gitops.scene import Shape


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("start", [(50, -90), (50, 140), (-90, 25), (190, 25), (-60, -40), (170, 110)])
def test_an_arrow_ends_on_the_outline_that_is_drawn(shape, start):
    outline = boundary(shape, Rect(0, 0, 100, 50))
    x, y = touch(start, (50, 25), outline)
    assert min(_distance((x, y), a, b) for a, b in pairwise([*outline, outline[0]])) < 0.01
    assert math.dist(start, (x, y)) < math.dist(start, (50, 25))


def _distance(point, a, b):
    """From a point to a straight leg."""
    length = math.dist(a, b) or 1.0
    share = sum((p - q) * (r - q) for p, q, r in zip(point, a, b, strict=True)) / length**2
    share = min(1.0, max(0.0, share))
    return math.dist(point, [q + (r - q) * share for q, r in zip(a, b, strict=True)])


@pytest.mark.parametrize("shape", Shape)
def test_corners_are_inside_the_place_of_the_shape(shape):
    rect = Rect(10, 20, 120, 60)
    corners = boundary(shape, rect)
    assert len(corners) >= 4
    assert all(rect.x - 0.01 <= x <= rect.right + 0.01 and rect.y - 0.01 <= y <= rect.bottom + 0.01 for x, y in corners)
