"""States of single objects, as Argo CD and Flux write them."""

import pytest

from sphinx_gitops.evidence import State
from sphinx_gitops.status.conditions import states_of


def argo(sync="", health=""):
    return {"status": {"sync": {"status": sync}, "health": {"status": health}}}


def flux(*conditions, **more):
    rows = [dict(zip(("type", "status", "reason"), one, strict=False)) for one in conditions]
    return {"spec": more.pop("spec", {}), "status": {"conditions": rows, **more}}


@pytest.mark.parametrize(
    ("item", "states"),
    [
        (argo("Synced", "Healthy"), "synced healthy"),
        (argo("OutOfSync", "Healthy"), "out-of-sync healthy"),
        (argo("Synced", "Degraded"), "degraded synced"),
        (argo("OutOfSync", "Missing"), "missing out-of-sync"),
        (argo("Synced", "Progressing"), "progressing synced"),
        (argo("Synced", "Suspended"), "suspended synced"),
        (argo("Unknown", "Unknown"), "unknown"),
        (argo("Synced"), "synced"),
        (argo("Nonsense"), "unknown"),
        ({"status": {"phase": "Paused"}}, "suspended"),
        (flux(("Ready", "True")), "synced healthy"),
        (flux(("Ready", "False", "BuildFailed")), "degraded"),
        (flux(("Ready", "False", "DependencyNotReady")), "progressing"),
        (flux(("Ready", "Unknown", "Progressing"), ("Reconciling", "True")), "progressing"),
        (flux(("Ready", "Unknown")), "unknown"),
        (flux(("Ready", "False"), ("Stalled", "True")), "degraded"),
        (flux(("Ready", "True"), ("Healthy", "False")), "degraded"),
        (flux(("Ready", "True"), ("TestSuccess", "False")), "degraded"),
        (flux(("Ready", "True"), spec={"suspend": True}), "suspended synced healthy"),
        (flux(("Ready", "False"), ("Reconciling", "True"), spec={"suspend": True}), "suspended"),
        (flux(("Ready", "False", "ReconciliationFailed"), lastAttemptedRevision="b", lastAppliedRevision="a"), "degraded out-of-sync"),
        (flux(("Ready", "True"), lastAttemptedRevision="a", lastAppliedRevision="a"), "synced healthy"),
        (flux(("ErrorOccurred", "True"), ("ResourcesUpToDate", "False")), "degraded"),
        (flux(("ErrorOccurred", "False"), ("ResourcesUpToDate", "True")), "synced"),
        ({}, "unknown"),
        ({"status": None, "spec": None}, "unknown"),
        ({"status": {"conditions": "x", "sync": 3, "health": []}}, "unknown"),
        ({"status": {"conditions": [1, None, {"type": 2}]}}, "unknown"),
    ],
)  # fmt: skip
def test_an_object_is_in_the_states_that_it_says(item, states):
    assert [state.value for state in states_of(item)] == states.split()


def test_what_needs_most_attention_comes_first():
    assert [state.rank for state in State] == sorted(state.rank for state in State)
