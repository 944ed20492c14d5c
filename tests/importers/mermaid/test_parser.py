"""Statements make a graph, in their order."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.diagrams.numbered_text import NumberedText
from sphinx_gitops.importers.mermaid.parser import parse


def graph(text: str):
    return parse(NumberedText.of(text, 1))


def test_a_chain_joins_every_pair_of_its_neighbours():
    found = graph("graph LR\nA & B --> C --> D & E")
    assert [(one.source, one.target) for one in found.links] == [("A", "C"), ("B", "C"), ("C", "D"), ("C", "E")]


def test_titles_for_screen_readers_are_kept():
    found = graph("graph LR\naccTitle: T\naccDescr {\n one\n two }\nA")
    assert (found.title, found.description) == ("T", "one\n two")


def test_subgraphs_know_where_they_begin():
    found = graph("graph LR\nsubgraph s\nsubgraph t [T]\nA\nend\nend")
    assert [(one.id, one.place, one.line, one.members) for one in found.subgraphs.values()] == [
        ("t", 2, 3, ["A"]),
        ("s", 1, 2, ["t"]),
    ]


def test_subgraphs_without_end_are_refused_before_the_stack_ends():
    with pytest.raises(DiagramError, match="at most 100 subgraphs"):
        graph("graph LR\n" + "subgraph s\n" * 2_000)


def test_blank_lines_may_be_before_the_first_word():
    assert graph("\n \n graph LR\nA").direction == "LR"
