"""Colours as SVG paints: variables for a page, plain ones for paper, and a quieter second line where it can be read."""

from __future__ import annotations

import pytest

from sphinx_gitops.palette import PALETTES
from sphinx_gitops.render.painting.ink import paper, quiet_attributes, screen, tint

SWATCH = PALETTES["default"]["source"]


def test_a_page_has_a_variable_with_the_light_colour_as_its_fallback():
    assert screen("source-fill", "#ffffff") == "var(--gitops-source-fill,#ffffff)"
    assert paper("source-fill", "#ffffff") == "#ffffff"


@pytest.mark.parametrize("role", ["fill", "stroke", "text"])
def test_a_class_has_three_colours(role):
    assert tint(paper, "source", role, SWATCH) == getattr(SWATCH.light, role)
    assert f"source-{role}" in tint(screen, "source", role, SWATCH)


def test_a_second_line_is_quieter_by_opacity_on_a_page_and_mixed_on_paper():
    assert "fill-opacity" in quiet_attributes(screen, "source", SWATCH)
    assert "fill-opacity" not in quiet_attributes(paper, "source", SWATCH)
    assert SWATCH.light.text not in quiet_attributes(paper, "source", SWATCH)
