"""What Git switches off: in the object itself, in an overlay, or perhaps."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.reading import discover
from sphinx_gitops.importers.rules.suspended import RULE
from support.manifest_rules import BROKEN, KEPT, UNVERIFIABLE, verdicts
from support.repositories import ks, kustomization, release, write


@pytest.mark.parametrize(
    ("extra", "found"),
    [
        ("", []),
        ("  suspend: true\n", [BROKEN]),
        ("  suspend: false\n", [KEPT]),
        ("  suspend: ${SUSPEND}\n", [UNVERIFIABLE]),
        ("  suspend: 'true'\n", [KEPT]),
    ],
)
def test_only_what_is_suspended_is_told(extra, found, tmp_path):
    assert verdicts(RULE, {"clusters/x/a.yaml": ks("a", "./apps", extra=extra)}, tmp_path) == found


def test_what_one_overlay_suspends_is_suspended_there(tmp_path):
    write(
        tmp_path,
        {
            "apps/base/kustomization.yaml": kustomization("release.yaml"),
            "apps/base/release.yaml": release("shop", namespace="shop"),
            "apps/staging/kustomization.yaml": kustomization("../base"),
            "apps/production/kustomization.yaml": kustomization(
                "../base",
                extra="patches:\n  - target: {kind: HelmRelease}\n    patch: |\n      - op: add\n        path: /spec/suspend\n        value: true\n",
            ),
        },
    )
    (judged,) = discover(tmp_path).judged["suspended"]
    assert judged.message.startswith("HelmRelease/shop/shop is suspended in production: ")
    assert judged.location.file == "apps/production/kustomization.yaml"


def test_another_kind_may_be_suspended(tmp_path):
    text = "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {suspend: true}\n"
    assert verdicts(RULE, {"a.yaml": text}, tmp_path) == []
