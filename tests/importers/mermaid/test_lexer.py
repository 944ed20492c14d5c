"""Tokens are those of Mermaid's lexer, with the lines of the file."""

from __future__ import annotations

from itertools import takewhile

import pytest

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.diagrams.numbered_text import NumberedText
from sphinx_gitops.importers.mermaid.lexer import END, tokens


def types(text: str) -> list[str]:
    return [one.type for one in takewhile(lambda one: one.type != END, tokens(NumberedText.of(text, 1)))]


def test_a_head_before_an_arrow_is_no_node():
    assert types("graph LR\nA---oB") == ["GRAPH", "DIRECTION_WORD", "NEWLINE", "WORD", "LINK", "WORD", "NEWLINE", "EOF"]


def test_a_label_is_one_text_in_its_shape():
    assert types("graph\nA[x y]")[2:] == ["WORD", "SQUARE", "TEXT", "SQUARE_END", "NEWLINE", "EOF"]


def test_only_the_first_header_has_a_direction():
    assert types("graph LR\ngraph LR")[-5:] == ["GRAPH", "BLANK", "WORD", "NEWLINE", "EOF"]


def test_a_mode_that_is_open_at_the_end_has_no_end_of_the_diagram():
    assert types("graph\nA[x")[-1] == "TEXT"


def test_a_character_that_nothing_matches_is_refused_at_its_line():
    with pytest.raises(DiagramError, match="refuses") as refused:
        types("graph LR\nA\n\U0001f680")
    assert refused.value.line == 3
