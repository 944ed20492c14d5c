"""The words for what is known of an edge's end are those of the contract."""

from __future__ import annotations

from sphinx_gitops.importers.edge_state import State


def test_there_are_four_states():
    assert [state.value for state in State] == ["resolved", "implicit", "missing", "unverifiable"]
