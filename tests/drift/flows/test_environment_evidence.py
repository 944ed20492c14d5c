"""What a repository says of a reconciler and an environment, and of itself and a reconciler."""

import pytest

from sphinx_gitops.drift.flows.environment_evidence import of_environment, of_repository
from sphinx_gitops.drift.flows.evidence import FlowVerdict
from sphinx_gitops.drift.flows.members import members_of
from support.drift import compared_in, documented
from support.repositories import application

FILES = {
    "envs/dev/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
    "envs/prod/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
    "apps/dev.yaml": application("one", "envs/dev"),
    "apps/other.yaml": application("other", "charts/x", url="https://elsewhere.example/x"),
    "apps/lost.yaml": application("lost", "charts/none"),
}
WORKFLOW = """
manifests: [deploy]
stages:
  src: {components: {REPO: {manifest: ./}}}
  cd:
    components:
      ONE: {manifest: Application/argocd/one}
      OTHER: {manifest: Application/argocd/other}
      LOST: {manifest: Application/argocd/lost}
  run: {components: {DEV: {manifest: envs/dev/}, PROD: {manifest: envs/prod/}, APPS: {manifest: apps/}}}
"""


@pytest.fixture
def end(tmp_path):
    comparison = compared_in(documented(tmp_path, WORKFLOW, FILES))
    return lambda name: members_of(comparison, name)


@pytest.mark.parametrize(
    ("reconciler", "environment", "expected"),
    [
        ("ONE", "DEV", FlowVerdict.GIVEN),
        ("ONE", "PROD", FlowVerdict.NONE),
        ("OTHER", "DEV", FlowVerdict.UNKNOWN),
        ("ONE", "APPS", FlowVerdict.UNKNOWN),
        ("REPO", "DEV", FlowVerdict.UNKNOWN),
    ],
)
def test_environments(end, reconciler, environment, expected):
    assert of_environment(end(reconciler), end(environment)).verdict is expected


@pytest.mark.parametrize(
    ("reconciler", "expected"),
    [
        ("ONE", FlowVerdict.UNKNOWN),
        ("OTHER", FlowVerdict.UNKNOWN),
        ("LOST", FlowVerdict.NONE),
        ("DEV", FlowVerdict.UNKNOWN),
    ],
)
def test_repositories(end, reconciler, expected):
    assert of_repository(end("REPO"), end(reconciler)).verdict is expected
