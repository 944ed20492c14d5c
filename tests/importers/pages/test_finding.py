"""Where diagrams are in a file is told by its suffix, else by its text."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.pages.finding import diagrams_in, language_of
from sphinx_gitops.importers.pages.source import Language

FENCED = "```mermaid\ngraph LR\n```\n"
DIRECTIVE = ".. mermaid::\n\n   graph LR\n"


@pytest.mark.parametrize(
    ("text", "suffix", "found"),
    [
        ("graph LR\nA", ".mmd", [(Language.MERMAID, 1)]),
        ("graph LR\nA", "", [(Language.MERMAID, 1)]),
        ("digraph { a }", ".dot", [(Language.GRAPHVIZ, 1)]),
        ("// c\nstrict digraph { a }", "", [(Language.GRAPHVIZ, 1)]),
        ("graph { a }", "", [(Language.GRAPHVIZ, 1)]),
        ("digraph { a }\n\ndigraph { b }", ".GV", [(Language.GRAPHVIZ, 1), (Language.GRAPHVIZ, 3)]),
        (FENCED, ".md", [(Language.MERMAID, 2)]),
        (FENCED, "", [(Language.MERMAID, 2)]),
        (DIRECTIVE, ".rst", [(Language.MERMAID, 3)]),
        (DIRECTIVE, "", [(Language.MERMAID, 3)]),
        ("Text", ".md", []),
        (FENCED, ".rst", []),
        ("graph TD\nA{x}", "", [(Language.MERMAID, 1)]),
    ],
)
def test_diagrams_of_a_file(text, suffix, found):
    assert [(one.language, one.line) for one in diagrams_in(text, suffix)] == found


def test_a_file_that_a_directive_names_has_the_language_of_its_suffix():
    assert language_of("a.dot", Language.MERMAID) is Language.GRAPHVIZ
    assert language_of("a.MMD", Language.GRAPHVIZ) is Language.MERMAID
    assert language_of("a.txt", Language.GRAPHVIZ) is Language.GRAPHVIZ
