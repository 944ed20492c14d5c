"""What the grammar finds is data that is told apart."""

from __future__ import annotations

from sphinx_gitops.importers.mermaid.vertices import Label, Vertex


def test_nodes_do_not_share_their_classes():
    one, other = Vertex("A", 1), Vertex("B", 1)
    one.classes.append("c")
    assert other.classes == []


def test_a_label_is_no_markdown_unless_it_says_so():
    assert Label("x") == ("x", False)
