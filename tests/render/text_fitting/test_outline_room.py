"""Outlines hold their texts: what a shape takes beyond them, and what room it leaves."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.text_fitting.outline_room import outline_size, text_room
from sphinx_gitops.scene import Shape


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize(("width", "height"), [(20, 18), (140, 18), (140, 72), (300, 36)])
def test_an_outline_is_larger_than_its_text_and_leaves_it_its_room(shape, width, height):
    wide, high = outline_size(shape, width, height)
    assert wide >= width + 20
    assert high >= height + 10
    assert text_room(shape, Rect(0, 0, wide, high)) >= width - 0.5


@pytest.mark.parametrize("shape", Shape)
def test_a_longer_text_has_a_wider_outline_and_no_lower_one(shape):
    (small, low), (large, high) = outline_size(shape, 60, 18), outline_size(shape, 120, 18)
    assert large > small
    assert high >= low
