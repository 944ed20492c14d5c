"""The style of an element: what it says, and what it inherits."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.geometry.layout import RenderError
from sphinx_gitops.render.printing.svg_styles import UNSTYLED, styled


def test_what_says_nothing_has_the_style_around_it():
    outer = styled(UNSTYLED, {"fill": "#f00"}.items())
    assert styled(outer, {"class": "x", "d": "M0 0"}.items()) is outer
    assert styled(outer, {"fill": ""}.items()).fill == (1, 0, 0)


def test_properties_are_inherited_and_opacities_multiplied():
    outer = styled(UNSTYLED, {"fill": "#f00", "stroke-width": "3", "opacity": "0.5"}.items())
    style = styled(outer, {"stroke": "#00ff00", "opacity": "0.5"}.items())
    assert (style.fill, style.stroke, style.stroke_width, style.opacity) == ((1, 0, 0), (0, 1, 0), 3, 0.25)


def test_the_same_properties_in_the_same_style_are_one_object():
    assert styled(UNSTYLED, [("fill", "#123456")]) is styled(UNSTYLED, [("id", "x"), ("fill", "#123456")])


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("fill", "none", "fill", None),
        ("fill", "transparent", "fill", None),
        ("stroke-dasharray", "4 2", "dashes", (4, 2)),
        ("stroke-dasharray", "4,2", "dashes", (4, 2)),
        ("stroke-dasharray", "none", "dashes", ()),
        ("paint-order", "stroke fill", "stroke_first", True),
        ("paint-order", "fill", "stroke_first", False),
        ("font-size", "12px", "font_size", 12),
        ("font-weight", "600", "bold", True),
        ("font-weight", "normal", "bold", False),
        ("text-anchor", "middle", "anchor", "middle"),
    ],
)
def test_a_property_is_read(name, value, field, expected):
    assert getattr(styled(UNSTYLED, [(name, value)]), field) == expected


@pytest.mark.parametrize("colour", ["red", "#12", "f00", "#ggg", "var(--x,#fff)"])
def test_a_colour_that_is_not_in_digits_is_an_error(colour):
    with pytest.raises(RenderError, match="cannot be printed"):
        styled(UNSTYLED, [("fill", colour)])
