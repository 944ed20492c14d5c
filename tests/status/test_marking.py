"""Snapshots on workflows: which component an object is of."""

import pytest

from sphinx_gitops.evidence import State
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.status.marking import NamedSnapshot, marked
from sphinx_gitops.status.snapshot import LiveObject, Snapshot


def live(identity, *states, group="argoproj.io", owners=(), **fields):
    kind, namespace, name = identity.split("/")
    values = tuple((key.replace("_", "."), value) for key, value in fields.items())
    return LiveObject(
        group=group, kind=kind, namespace=namespace, name=name, states=states, owners=owners, fields=values
    )


def mark(bindings, *objects, environment="", time="T"):
    components = ", ".join(f"{name}: {{manifest: {binding}}}" for name, binding in bindings.items())
    text = f"stages: {{cd: {{groups: {{g: {{components: {{{components}}}}}}}}}}}"
    workflow = read_text(text, locate=lambda line, column: Span("w", line + 1, column + 1), default="w").workflow
    return marked(
        workflow, [NamedSnapshot(name="s.json", snapshot=Snapshot(objects=objects, time=time), environment=environment)]
    )


def states(found):
    return {one.id: [(state.value, count) for state, count in one.observed.states] if one.observed else None for one in found.workflow.components()}  # fmt: skip


SHOP = live("Application/argocd/shop", State.OUT_OF_SYNC, State.HEALTHY)


@pytest.mark.parametrize(
    "binding",
    ["Application/argocd/shop", "Application/shop", "Application.argoproj.io/argocd/shop", "Application/argocd/shop@production", "Application/argocd/*", "Application/argocd/shop@teams/a/", "[Application/argocd/x, Application/argocd/shop]", "{object: Application/argocd/shop, spec.path: x}"],
)  # fmt: skip
def test_a_binding_means_an_object(binding):
    found = mark({"A": binding}, SHOP)
    assert states(found) == {"A": [("out-of-sync", 1), ("healthy", 1)]}
    assert (found.unmatched, found.ambiguous, found.workflow.observed_at) == ((), (), "T")


@pytest.mark.parametrize(
    "binding",
    ["Application/other/shop", "Application/argocd/shop2", "Application.flux.io/argocd/shop", "HelmRelease/argocd/shop", "apps/shop/", "./", ".github/workflows/ci.yml#build", "Application/argocd/*/x"],
)  # fmt: skip
def test_another_binding_does_not(binding):
    found = mark({"A": binding}, SHOP)
    assert states(found) == {"A": None}
    assert found.unmatched == (SHOP,)


def test_a_fleet_has_the_states_of_all_its_objects():
    objects = [live(f"HelmRelease/media/{name}", State.SYNCED) for name in "abc"] + [
        live("HelmRelease/media/d", State.DEGRADED)
    ]
    found = mark({"A": "HelmRelease/media/*@home"}, *objects)
    assert states(found) == {"A": [("degraded", 1), ("synced", 3)]}
    (one,) = found.workflow.components()
    assert (one.observed.total, one.observed.worst) == (4, State.DEGRADED)


def test_what_a_set_has_made_is_its_own():
    made = live("Application/argocd/shop-eu", State.DEGRADED, owners=(("ApplicationSet", "shops"),))
    assert states(mark({"A": "ApplicationSet/argocd/shops"}, made)) == {"A": [("degraded", 1)]}


TWO = {"P": "{object: Kustomization/flux-system/apps@production, spec.path: ./production}", "S": "{object: Kustomization/flux-system/apps@staging, spec.path: ./staging}"}  # fmt: skip
APPS = "Kustomization/flux-system/apps"


def test_an_object_that_may_be_of_two_environments_marks_none():
    found = mark(TWO, live(APPS, State.SYNCED))
    assert states(found) == {"P": None, "S": None}
    assert [one.id for one in found.ambiguous] == [APPS]


def test_a_value_that_a_binding_holds_tells_them_apart():
    found = mark(TWO, live(APPS, State.SYNCED, spec_path="./staging"))
    assert states(found) == {"P": None, "S": [("synced", 1)]}
    assert found.ambiguous == ()


def test_the_environment_of_a_file_tells_them_apart():
    found = mark(
        {**TWO, "B": "HelmRelease/x/base"},
        live(APPS, State.SYNCED),
        live("HelmRelease/x/base", State.HEALTHY),
        environment="production",
    )
    assert states(found) == {"P": [("synced", 1)], "S": None, "B": [("healthy", 1)]}


def test_times_of_several_files_are_told_apart():
    text = "stages: {cd: {components: {A: {manifest: Application/argocd/shop}}}}"
    workflow = read_text(text, locate=lambda line, column: Span("w", line + 1, column + 1), default="w").workflow
    sources = [
        NamedSnapshot(name=f"{name}.json", snapshot=Snapshot(time=f"T{name}"), environment=name) for name in ("a", "b")
    ]
    assert marked(workflow, sources).workflow.observed_at == "Ta (a), Tb (b)"
    assert marked(workflow, []).workflow.observed_at == ""
