"""Tokens of DOT: words, numbers, texts in quotes and HTML, without comments, each with its line."""

from __future__ import annotations

from itertools import takewhile

import pytest

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.graphviz.lexer import END, tokens


def read(text: str) -> list[tuple[str, str, int]]:
    return [tuple(one) for one in takewhile(lambda one: one.type != END, tokens(text, 1))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DiGraph G", [("digraph", "DiGraph", 1), ("id", "G", 1)]),
        ("a -1.5 .5 é", [("id", "a", 1), ("id", "-1.5", 1), ("id", ".5", 1), ("id", "é", 1)]),
        ('"a \\"b\\" \\n"', [("string", 'a "b" \\n', 1)]),
        ('"a\\\nb" c', [("string", "ab", 1), ("id", "c", 2)]),
        ("<a<b>c</b>>", [("html", "a<b>c</b>", 1)]),
        ("/* x\n*/ a // y\n# z\nb", [("id", "a", 2), ("id", "b", 4)]),
        ("a->b--c", [("id", "a", 1), ("->", "->", 1), ("id", "b", 1), ("--", "--", 1), ("id", "c", 1)]),
    ],
)
def test_a_text_is_tokens(text, found):
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "message"),
    [('\n"a', "not closed with its quote"), ("\n<a", "not closed with '>'"), ("\n?", "refuses '\\?'")],
)
def test_what_is_no_token_is_refused_at_its_line(text, message):
    with pytest.raises(DiagramError, match=message) as refused:
        read(text)
    assert refused.value.line == 2
