"""Colours of CSS are hex colours, and text on them can be read."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.diagrams.colours import hex_colour, readable_on
from sphinx_gitops.palette import contrast


@pytest.mark.parametrize(
    ("text", "colour"),
    [("#FFF", "#fff"), ("#abcd", "#abc"), ("#11223344", "#112233"), (" LightBlue ", "#add8e6"), ("rebeccapurple", "#663399"),
     ("none", ""), ("rgb(1,2,3)", ""), ("#12", ""), ("", "")],
)  # fmt: skip
def test_a_colour_is_hex(text, colour):
    assert hex_colour(text) == colour


@pytest.mark.parametrize("fill", ["#777", "#767676", "#ff0000", "#808080", "#fff", "#000", "#1e90ff"])
def test_text_can_be_read_on_every_fill(fill):
    assert contrast(fill, readable_on(fill, fill)) >= 4.5


def test_a_colour_that_can_be_read_is_kept():
    assert readable_on("#fff", "#333") == "#333"
