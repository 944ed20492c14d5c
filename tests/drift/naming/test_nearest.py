"""The nearest is of the same environment, then of the same name, then the likest; a folder where there is none."""

import pytest

from sphinx_gitops.drift.naming import nearest as nearest_module
from sphinx_gitops.drift.naming.inventory import InventoryEntry
from sphinx_gitops.drift.naming.nearest import meant_path, nearest_folder, nearest_object
from support.drift import compared_in, documented
from support.fleets import FLEETS
from support.repositories import release

FILES = {
    "envs/prod/a.yaml": release("front", namespace="x"),
    "envs/dev/a.yaml": release("frontend", namespace="x"),
    "base/a.yaml": release("zebra", namespace="x"),
}


def nearest(root, manifest, files):
    comparison = compared_in(
        documented(
            root, f"manifests: [deploy]\nstages: {{cd: {{components: {{A: {{manifest: '{manifest}'}}}}}}}}\n", files
        )
    )
    (match,) = comparison.matches
    known = nearest_object(match, comparison.matcher, comparison.bound)
    return known.id if known else nearest_folder(match, comparison.inventories[0])


@pytest.mark.parametrize(
    ("manifest", "expected"),
    [
        ("HelmRelease/y/frontends@prod", "HelmRelease/x/front@prod"),
        ("HelmRelease/y/frontends", "HelmRelease/x/frontend@dev"),
        ("HelmRelease/y/zebras", "HelmRelease/x/zebra"),
        ("HelmRelease/y/fron@qa", "HelmRelease/x/front@prod"),
    ],
)
def test_objects(tmp_path, manifest, expected):
    assert nearest(tmp_path, manifest, FILES) == expected


@pytest.mark.parametrize(
    ("fleet", "manifest", "expected"),
    [
        ("overlays", ".github/workflows/ci.yaml#sign", ".github/workflows/ci.yaml#scan"),
        ("overlays", ".github/workflows/none.yaml", ".github/workflows/ci.yaml"),
        ("gitlab", ".github/workflows/none.yaml", "./"),
        ("tekton", "Pipeline/ci/build#fetch", "Pipeline/ci/build#push"),
        ("argo-kargo", "ApplicationSet/argocd/x@prod", "env/prod/"),
    ],
)
def test_parts_and_folders(tmp_path, fleet, manifest, expected):
    assert nearest(tmp_path, manifest, FLEETS[fleet]()) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("envs/prod", "envs/prod/"),
        ("deploy", "./"),
        ("deploy/", "./"),
        ("deploy/envs/prod/", "envs/prod/"),
        ("deploy/envs/prod", "envs/prod/"),
        ("deploy/envs/prod/a.yaml", "envs/prod/a.yaml"),
        ("deploy/envs/qa/", ""),
        ("envs/qa", ""),
        ("envs/prod/a.yml", ""),
    ],
)
def test_a_path_in_another_form(tmp_path, path, expected):
    found = documented(
        tmp_path, f"manifests: [deploy]\nstages: {{cd: {{components: {{A: {{manifest: {path}}}}}}}}}\n", FILES
    )
    comparison = compared_in(found)
    meant, why = meant_path(path, comparison.inventories[0])
    assert meant == expected
    assert bool(why) is bool(expected)
    (told,) = (one["message"] for one in found.drift() if one["code"] == "drift-component-missing")
    assert (f"; write {expected}, {why}" in told) is bool(expected)


NAMES = ("app-1-x", "app-11-x", "x-1-app", "app", "", "ppa-1-x", "zebra", "app-2-x", "APP-1-X", "appp-1-xx")


@pytest.mark.parametrize("wanted", [*NAMES, "app-12-y", "1", "aaaa", "-x-"])
def test_the_likest_is_that_of_all_compared_one_by_one(wanted):
    candidates = [
        nearest_module._Candidate(False, True, said, InventoryEntry(number % 2, f"Kind/{said}"))
        for number, said in enumerate(NAMES)
    ]
    best = min(candidates, key=lambda one: (-nearest_module._likeness(wanted, one.said), one.known.id, one.known))
    assert nearest_module._likest(wanted, candidates) == best.known


def test_few_of_many_are_compared(monkeypatch):
    compared = []
    likeness = nearest_module._likeness
    monkeypatch.setattr(nearest_module, "_likeness", lambda one, other: compared.append(other) or likeness(one, other))
    candidates = [
        nearest_module._Candidate(False, True, f"app-{n}-x", InventoryEntry(0, f"app-{n}-x")) for n in range(2000)
    ]
    assert nearest_module._likest("app-1234-y", candidates) == InventoryEntry(0, "app-1234-x")
    assert len(compared) < 100
