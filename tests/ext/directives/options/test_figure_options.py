"""Options of the directives that draw: what each text is read as."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext.directives.options.figure_options import FIGURE_OPTIONS, OWN_OPTIONS
from sphinx_gitops.model import Direction


@pytest.mark.parametrize(
    ("option", "text", "value"),
    [
        ("direction", "LR", Direction.LR),
        ("direction", "lr", Direction.LR),
        ("hops", "all", None),
        ("hops", "2", 2),
        ("depth", "1", 1),
        ("align", "left", "left"),
        ("legend", "none", "none"),
        ("upstream", None, None),
    ],
)
def test_a_text_is_read(option, text, value):
    assert FIGURE_OPTIONS[option](text) == value


@pytest.mark.parametrize(
    ("option", "text"),
    [
        ("direction", "up"),
        ("hops", "-1"),
        ("hops", ""),
        ("depth", "x"),
        ("align", "top"),
        ("collapse", "all"),
        ("show", None),
        ("upstream", "yes"),
    ],
)
def test_another_text_is_an_error(option, text):
    with pytest.raises(ValueError, match=r"."):
        FIGURE_OPTIONS[option](text)


def test_options_of_one_picture_are_options():
    assert set(FIGURE_OPTIONS) > OWN_OPTIONS
