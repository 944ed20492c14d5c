"""Edges: what one place says in several contexts counts as the best known of them."""

from __future__ import annotations

from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.resolution.edges import Edges
from sphinx_gitops.problems import Span

pytest_plugins = ("support.repositories",)

AT = Span("a.yaml", 3)


def found(*said: tuple[str, EdgeState]) -> list[tuple[str, str]]:
    edges = Edges(ids={})
    for target, state in said:
        edges.add("dependsOn", "A", target, AT, state, "x")
    return sorted((edge.target, edge.state.value) for edge in edges.all())


def test_a_context_that_knows_less_says_nothing():
    assert found(("B", EdgeState.MISSING), ("B", EdgeState.RESOLVED)) == [("B", "resolved")]
    assert found(("", EdgeState.UNVERIFIABLE), ("C", EdgeState.IMPLICIT)) == [("C", "implicit")]
    assert found(("B", EdgeState.MISSING), ("B", EdgeState.UNVERIFIABLE)) == [("B", "unverifiable")]


def test_contexts_that_know_different_ends_have_an_edge_each():
    assert found(("B", EdgeState.RESOLVED), ("C", EdgeState.RESOLVED)) == [("B", "resolved"), ("C", "resolved")]


def test_what_is_no_object_has_no_edges():
    edges = Edges(ids={("a.yaml", 0, ""): "A"})
    edges.add("dependsOn", edges.id_of(("b.yaml", 0)), "B", AT, EdgeState.RESOLVED)
    assert list(edges.all()) == []
    assert edges.id_of(("a.yaml", 0)) == "A"


def test_an_object_is_not_joined_to_itself(read):
    generator = """
        apiVersion: source.extensions.fluxcd.io/v1beta1
        kind: ArtifactGenerator
        metadata: {name: parts, namespace: n}
        spec:
          sources: [{alias: old, kind: ExternalArtifact, name: parts}]
          artifacts: [{name: parts, copy: [{from: "@old/**", to: "@artifact/"}]}]
    """
    found = read({"a.yaml": generator})
    assert found.ids == ["ArtifactGenerator/n/parts"]
    assert found.json["edges"] == []
