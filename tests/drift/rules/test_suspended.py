"""What Git suspends and the workflow does not mention; the rule about manifests explains it."""

import pytest

from sphinx_gitops.drift.rules.suspended import RULE
from sphinx_gitops.importers.rules import suspended
from support.drift import documented
from support.repositories import ks

WORKFLOW = """
manifests: [deploy]
stages: {cd: {components: {APPS: {manifest: MANIFEST}}}}
"""


def test_it_is_explained_once():
    assert (RULE.code, RULE.explanation) == (suspended.RULE.code, suspended.RULE.explanation)


@pytest.mark.parametrize(
    ("manifest", "codes"),
    [
        ("Kustomization/flux-system/apps", ["suspended"]),
        ("{object: Kustomization/flux-system/apps, spec.suspend: true}", []),
        ("{object: Kustomization/flux-system/apps, suspend: true}", []),
        ("{object: Kustomization/flux-system/apps, suspend: false}", ["drift-attribute"]),
        ("[Kustomization/flux-system/apps, Kustomization/flux-system/*]", ["suspended"]),
    ],
)
def test_it_is_said_once_unless_the_workflow_says_it(tmp_path, manifest, codes):
    files = {"apps.yaml": ks("apps", "./apps", extra="  suspend: true\n")}
    found = documented(tmp_path, WORKFLOW.replace("MANIFEST", manifest), files)
    assert [finding["code"] for finding in found.drift()] == codes
