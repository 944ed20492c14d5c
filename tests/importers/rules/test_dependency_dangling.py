"""Dependencies: on what is there, on what is not, and on what the files do not say."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.rules.dependency_dangling import RULE
from support.manifest_rules import BROKEN, KEPT, UNVERIFIABLE, verdicts
from support.repositories import ks, release

pytest_plugins = ("support.repositories",)
KS = "Kustomization.kustomize.toolkit.fluxcd.io/"


@pytest.mark.parametrize(
    ("depends", "verdict"),
    [
        ("{name: infra}", KEPT),
        ("{name: infra, namespace: flux-system}", KEPT),
        ("{name: infra, namespace: other}", UNVERIFIABLE),
        ("{name: infrastructure}", BROKEN),
        ("{name: 'infra-${CLUSTER}'}", UNVERIFIABLE),
        ("{name: flux-system}", KEPT),
    ],
)
def test_a_dependency_is_in_the_repository(depends, verdict, tmp_path):
    files = {
        "clusters/a/apps.yaml": ks("apps", "./apps", extra=f"  dependsOn: [{depends}]\n"),
        "clusters/a/infra.yaml": ks("infra", "./infra"),
    }
    assert verdicts(RULE, files, tmp_path) == [verdict]


def test_a_release_waits_for_a_release_and_not_for_a_kustomization(tmp_path):
    files = {
        "clusters/a/infra.yaml": ks("infra", "./infra", namespace="shop"),
        "apps/release.yaml": release("shop", "  dependsOn: [{name: infra}]\n", namespace="shop"),
    }
    assert verdicts(RULE, files, tmp_path) == [BROKEN]


def test_a_dependency_on_nothing_is_missing_and_a_problem(read, make):
    found = read(
        {
            "clusters/home/a.yaml": make["ks"]("a", "./apps", extra="  dependsOn:\n    - name: typo\n"),
            "apps/x.yaml": make["release"]("x"),
        }
    )
    assert found.edges("dependsOn") == [(f"{KS}flux-system/a@home", f"{KS}flux-system/typo", "missing")]
    assert found.codes == ["dependency-dangling"]
