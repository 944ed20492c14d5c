"""What is in a cell is words for filters and nodes for pages."""

from __future__ import annotations

import pytest
from docutils import nodes

from sphinx_gitops.ext.domain.relations import RelatedPage
from sphinx_gitops.ext.resolve.tables.table_items import (
    AlertName,
    FormatWord,
    Outside,
    as_nodes,
    as_words,
    kinds,
    texts,
)
from sphinx_gitops.phrases.translator import english


@pytest.mark.parametrize(
    ("item", "words", "shown"),
    [
        ("text", ("text",), "text"),
        (FormatWord("secret-manager"), ("secret-manager",), "secret manager"),
        (Outside("", "https://a.example"), ("https://a.example",), "page"),
        (Outside("Board", "https://a.example"), ("Board", "https://a.example"), "Board"),
        (RelatedPage("a/b", "Title"), ("Title", "a/b"), "Title"),
        (AlertName("DatabaseDown"), ("DatabaseDown",), "DatabaseDown"),
    ],
)
def test_an_item_has_words_and_is_shown(item, words, shown):
    assert as_words({"column": (item,)}) == {"column": words}
    node = as_nodes(item, "index", english)
    assert isinstance(node, nodes.Node)
    assert node.astext() == shown


def test_what_is_empty_is_left_out():
    assert texts("", "a") == ("a",)
    assert kinds("", "a") == (FormatWord("a"),)
