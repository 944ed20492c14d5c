"""Public repositories, held against what others have counted in them."""

import json
from collections import Counter

import pytest

from sphinx_gitops.importers.discovery_json import to_json
from sphinx_gitops.importers.reading import discover

pytest_plugins = ("support.repositories",)

REPOSITORIES = (
    "fluxcd__flux2-kustomize-helm-example",
    "stefanprodan__gitops-istio",
    "stefanprodan__podinfo",
    "gitops-bridge-dev__gitops-bridge",
    "argoproj__argo-cd",
    "allenporter__flux-local",
)


@pytest.fixture(params=("fluxcd__flux2-kustomize-helm-example", "stefanprodan__gitops-istio"))
def counted(request, corpus):
    """A repository, and what an independent count found in it."""
    folder = corpus(request.param)
    truth = json.loads((corpus("truth") / f"{request.param}.json").read_text(encoding="utf-8"))
    return to_json(discover(folder)), truth


def test_kinds_are_as_many_as_others_counted(counted):
    found, truth = counted
    kinds = Counter(one["kind"] for one in found["objects"] if one["group"])
    expected = Counter()
    for name, count in truth["relevantCounts"].items():
        group, _, kind = name.split("/")[0], None, name.split("/")[-1]
        if group not in {"kustomize.config.k8s.io", "schema.plugin.fluxcd.io", "github-actions"}:
            expected[kind] += count
    patches = sum(one["kustomizePatchFile"] for one in truth["fluxHelmReleases"])
    expected["HelmRelease"] -= patches
    assert kinds == expected
    assert len(found["folders"]) == truth["relevantCounts"]["kustomize.config.k8s.io/v1beta1/Kustomization"]


def test_jobs_are_those_that_others_counted(counted):
    found, truth = counted
    expected = {f"{one['path']}#{job}" for one in truth["githubWorkflows"] for job in one["jobs"]}
    assert {one["id"] for one in found["objects"] if one["kind"] == "Job"} == expected


def test_dependencies_are_those_that_others_counted_and_none_is_missing(counted):
    found, truth = counted
    expected = Counter()
    for one in (*truth["fluxKustomizations"], *truth["fluxHelmReleases"]):
        for target in one["dependsOn"]:
            expected[one["file"], one["name"], target["name"]] += 1
    names = {one["id"]: one["name"] for one in found["objects"]}
    edges = [one for one in found["edges"] if one["kind"] == "dependsOn"]
    assert Counter((one["file"], names[one["from"]], names[one["to"]]) for one in edges) == expected


@pytest.mark.parametrize("name", REPOSITORIES)
def test_no_false_alarm(corpus, name):
    found = discover(corpus(name))
    assert [one for one in found.problems if one.code != "suspended"] == []
    assert [one for one in found.edges if one.kind == "dependsOn" and one.state.value != "resolved"] == []
    assert len({one.id for one in found.objects}) == len(found.objects)
