"""Edges: what one place says in several contexts counts as the best known of them."""

from __future__ import annotations

from sphinx_gitops.importers.edge_state import State
from sphinx_gitops.importers.resolution.edges import Edges
from sphinx_gitops.problems import Span

AT = Span("a.yaml", 3)


def found(*said: tuple[str, State]) -> list[tuple[str, str]]:
    edges = Edges(ids={})
    for target, state in said:
        edges.add("dependsOn", "A", target, AT, state, "x")
    return sorted((edge.target, edge.state.value) for edge in edges.all())


def test_a_context_that_knows_less_says_nothing():
    assert found(("B", State.MISSING), ("B", State.RESOLVED)) == [("B", "resolved")]
    assert found(("", State.UNVERIFIABLE), ("C", State.IMPLICIT)) == [("C", "implicit")]
    assert found(("B", State.MISSING), ("B", State.UNVERIFIABLE)) == [("B", "unverifiable")]


def test_contexts_that_know_different_ends_have_an_edge_each():
    assert found(("B", State.RESOLVED), ("C", State.RESOLVED)) == [("B", "resolved"), ("C", "resolved")]


def test_what_is_no_object_has_no_edges():
    edges = Edges(ids={("a.yaml", 0, ""): "A"})
    edges.add("dependsOn", edges.id_of(("b.yaml", 0)), "B", AT, State.RESOLVED)
    assert list(edges.all()) == []
    assert edges.id_of(("a.yaml", 0)) == "A"
