"""Outlines of shapes: drawn inside their places, in few bytes, without colours."""

from __future__ import annotations

import re

import pytest

from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.outlines import outline, text_centre
from sphinx_gitops.scene import Shape


@pytest.mark.parametrize("shape", Shape)
def test_an_outline_has_no_colours_but_none(shape):
    text = outline(shape, Rect(10, 20, 120, 60))
    assert re.findall(r'(?:fill|stroke)="([^"]*)"', text) in ([], ["none"], ["none", "none"])
    assert len(text) < 600


@pytest.mark.parametrize("shape", Shape)
def test_the_text_stands_inside(shape):
    x, y = text_centre(shape, Rect(10, 20, 120, 60))
    assert 50 <= x <= 90
    assert 35 <= y <= 65


def test_every_shape_is_another_outline():
    drawn = {shape: outline(shape, Rect(0, 0, 120, 60)) for shape in Shape}
    assert len(set(drawn.values())) == len(drawn)
