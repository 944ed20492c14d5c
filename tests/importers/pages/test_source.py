"""A diagram says its first words, without comments and front matter."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.pages.source import DiagramSource, Language


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("%% c\n\ngraph LR\n  A --> B\n", "graph LR A --> B"),
        ("---\ntitle: T\n---\ngraph LR", "title: T graph LR"),
        ("// c\ndigraph { a }", "digraph { a }"),
        ("graph LR\n" + "A --> B\n" * 20, "graph LR A --> B A --> B A --> B A --> B A --> B A --> B A -"),
    ],
)
def test_first_words_are_on_one_line(text, words):
    assert DiagramSource(language=Language.MERMAID, text=text, line=1).first_words == words


def test_a_file_is_called_by_its_name():
    assert DiagramSource(language=Language.MERMAID, text="", line=1, file="a.mmd").first_words == "a.mmd"
