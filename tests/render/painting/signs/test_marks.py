"""Marks and borders as SVG."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Mark
from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.signs.marks import border, ring, sign
from sphinx_gitops.scene import Border


@pytest.mark.parametrize("mark", Mark)
def test_each_mark_is_a_sign_of_its_own_in_the_colour_of_its_text(mark):
    assert "#123456" in sign(mark, 3, 4, "#123456")
    assert len({sign(one, 0, 0, "#000") for one in Mark}) == len(Mark)


def test_borders_differ_in_width_or_dashes():
    assert len({border(kind) for kind in Border}) >= 4
    assert border(Border.STRONG, 2.0) != border(Border.STRONG)


def test_a_ring_is_around_a_place():
    assert "#0af" in ring(Rect(0, 0, 10, 10), "#0af")
