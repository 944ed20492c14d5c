"""Directives of a page are found wherever they are, but not in comments and literal blocks."""

from __future__ import annotations

from textwrap import dedent

import pytest

from sphinx_gitops.importers.pages.restructuredtext import rst_diagrams


def found(text: str) -> list[tuple[str, int]]:
    return [(one.first_words, one.line) for one in rst_diagrams(dedent(text).lstrip("\n"))]


@pytest.mark.parametrize(
    ("text", "diagrams"),
    [
        (".. mermaid::\n\n   graph LR\n     A\n\nText", [("graph LR A", 3)]),
        (".. mermaid::\n   :caption: C\n   :zoom:\n\n   graph LR", [("graph LR", 5)]),
        (".. mermaid:: a.mmd\n", [("a.mmd", 1)]),
        (".. graphviz::\n\n   digraph { a }", [("digraph { a }", 3)]),
        (".. note::\n\n   .. mermaid::\n\n      graph LR", [("graph LR", 5)]),
        ("* - .. mermaid::\n\n         graph LR", [("graph LR", 3)]),
        ("1. .. mermaid::\n\n      graph LR", [("graph LR", 3)]),
        (".. code-block:: rst\n\n   .. mermaid::\n\n      graph LR", []),
        ("Like this::\n\n   .. mermaid::\n\n      graph LR\n\n.. mermaid::\n\n   graph TD", [("graph TD", 9)]),
        ("..\n   .. mermaid::\n\n      graph LR", []),
        (".. a comment\n   .. mermaid::\n\n      graph LR", []),
        (".. _target:\n\n.. mermaid::\n\n   graph LR", [("graph LR", 5)]),
        (".. [1] A footnote\n\n.. |s| image:: x.png\n\n.. mermaid::\n\n   graph LR", [("graph LR", 7)]),
        (".. mermaid::\n\n   graph LR\n.. mermaid::\n\n   graph TD", [("graph LR", 3), ("graph TD", 6)]),
        (".. mermaid::\n\n\tgraph LR\n\t  A", [("graph LR A", 3)]),
    ],
)
def test_diagrams_of_a_page(text, diagrams):
    assert found(text) == diagrams


def test_a_caption_is_kept():
    (one,) = rst_diagrams(".. mermaid::\n   :caption: How it goes\n\n   graph LR")
    assert one.caption == "How it goes"


def test_a_body_is_without_its_indentation():
    (one,) = rst_diagrams(".. mermaid::\n\n     graph LR\n       A\n\n     B\n\n\nText")
    assert one.text == "graph LR\n  A\n\nB\n"
