"""A drawn scene: its root, its size, and its way into a cache and back."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.picture import LinkArea, Picture

PICTURE = Picture(
    root=(("id", "p-1"), ("width", "10")),
    content='<a href="#p-1"/></svg>',
    width=10.0,
    height=20.0,
    smallest=9.0,
    spots=(LinkArea("A", Rect(1, 2, 3, 4)),),
    turned=True,
    unkept=("ci",),
)


def test_attributes_of_the_root_are_replaced_or_taken_away():
    changed = PICTURE.with_root({"width": None, "class": 'a"b'})
    assert changed.svg == '<svg id="p-1" class=\'a"b\'><a href="#p-1"/></svg>'
    assert PICTURE.svg.startswith('<svg id="p-1" width="10">')


def test_another_prefix_changes_the_root_and_what_is_inside():
    assert PICTURE.with_prefix("p-1", "q").svg == '<svg id="q" width="10"><a href="#q"/></svg>'


def test_it_comes_back_from_a_cache():
    assert Picture.from_json(PICTURE.to_json()) == PICTURE


@pytest.mark.parametrize("text", ["", "{}", "[]", "[1,2]", '[[["a","b"]],"x","y",2,[],false,[]]', "[" * 5000])
def test_what_is_none_is_a_value_error(text):
    with pytest.raises(ValueError, match=r".*"):
        Picture.from_json(text)
