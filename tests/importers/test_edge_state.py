"""The words for what is known of an edge's end are those of the contract."""

from __future__ import annotations

from sphinx_gitops.importers.edge_state import EdgeState


def test_there_are_four_states():
    assert [state.value for state in EdgeState] == ["resolved", "implicit", "missing", "unverifiable"]
