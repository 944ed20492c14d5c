"""What a text version is made of: nodes for every builder, or HTML as Sphinx writes it."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext.resolve.outline_markup import element


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({}, "<span>a</span>"),
        ({"classes": ("x", "y")}, '<span class="x y">a</span>'),
        ({"ids": ("p",)}, '<span id="p">a</span>'),
        ({"ids": ("p", "q")}, '<span id="p"><span id="q"></span>a</span>'),
        ({"address": 'a"b', "title": "<t>"}, '<span href=\'a"b\' title="&lt;t&gt;">a</span>'),
    ],
)
def test_an_element_has_its_attributes_escaped(options, found):
    assert element("span", "a", **options) == found


def test_a_block_ends_its_line():
    assert element("li", "a").endswith("</li>\n")
