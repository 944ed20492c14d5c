"""A stream of tokens gives the next one, a run of them, and an error at its line."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.diagrams.numbered_text import NumberedText
from sphinx_gitops.importers.mermaid.lexer import tokens
from sphinx_gitops.importers.mermaid.token_stream import TokenStream


@pytest.fixture
def stream():
    found = TokenStream(tokens(NumberedText.of("graph LR\nA1-b", 4)))
    for _ in range(3):
        found.take()
    return found


def test_a_run_is_one_text(stream):
    assert stream.at("WORD", "NUMBER")
    assert stream.take_if("LINK") is None
    assert stream.run({"WORD", "MINUS"}) == "A1-b"


def test_what_is_not_expected_is_refused(stream):
    with pytest.raises(DiagramError, match="expected an arrow, found 'A1-b'") as refused:
        stream.expect("LINK", expected="an arrow")
    assert refused.value.line == 5
