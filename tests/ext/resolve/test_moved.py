"""Diagrams that an output cannot have where they are follow the place."""

from __future__ import annotations

import pytest
from docutils import nodes

from sphinx_gitops.ext.nodes import gitops_diagram, gitops_outline
from sphinx_gitops.ext.placeholders import Placeholders
from sphinx_gitops.ext.resolve.moved import MovedDiagrams


def diagram(parent: nodes.Element, name: str, caption: str = "") -> Placeholders:
    placeholder, outline = gitops_diagram(), gitops_outline()
    figure = nodes.figure("", placeholder, ids=[name] if name else [])
    if caption:
        figure += nodes.caption(caption, caption)
    parent += [figure, outline]
    return Placeholders(placeholder, figure, outline)


def document(*children: nodes.Node) -> nodes.section:
    return nodes.section("", *children, nodes.paragraph("", "after"))


@pytest.mark.parametrize("place", [nodes.table, nodes.footnote, nodes.citation, nodes.sidebar])
def test_a_diagram_follows_the_outermost_place_and_leaves_a_link(place):
    inner = nodes.entry()
    outer = place("", nodes.note("", nodes.table("", inner)))
    page = document(outer)
    first, second = diagram(inner, "one", "A caption"), diagram(inner, "")
    moved = MovedDiagrams()
    moved.move(first, "Title")
    moved.move(second, "Second")
    assert [type(child) for child in page] == [place, nodes.container, nodes.paragraph]
    assert [*page[1]] == [first.figure, first.outline, second.figure, second.outline]
    assert [child.astext() for child in inner] == ["A caption", "Second"]
    assert [link["refid"] for link in inner.findall(nodes.reference)] == ["one"]
    assert not any(child["ids"] for child in inner)


def test_elsewhere_it_stays():
    item = nodes.list_item()
    document(nodes.bullet_list("", item))
    found = diagram(item, "one")
    moved = MovedDiagrams()
    moved.move(found, "Title")
    assert [*item] == [found.figure, found.outline]
    assert moved.after_table(found.figure) is None


def test_what_follows_a_table_is_in_the_order_of_the_table():
    entry = nodes.entry()
    page = document(nodes.footnote("", nodes.table("", entry)))
    found = diagram(entry, "one")
    moved = MovedDiagrams()
    after = moved.after_table(found.outline)
    assert after is moved.after_table(found.figure)
    assert [type(child) for child in page[0]] == [nodes.table, nodes.container]
