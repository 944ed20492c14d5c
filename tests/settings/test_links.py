"""``gitops_docs_annotation``: a key that Kubernetes takes, or a fault and the default."""

from __future__ import annotations

import pytest

from sphinx_gitops.settings import read_settings
from sphinx_gitops.settings.defaults import DOCS_ANNOTATION


@pytest.mark.parametrize(
    "key", ["docs", "my.example/docs", "a8r.io/documentation", "link.argocd.argoproj.io/docs", "a/B_c.d"]
)
def test_a_legal_key_is_taken(key):
    settings, problems = read_settings({"gitops_docs_annotation": key})
    assert (settings.docs_annotation, problems) == (key, ())


@pytest.mark.parametrize(
    "key",
    ["", "/", "my.example/", "/docs", "My.example/docs", "a b", "a/b/c", "-x", "x-", "y" * 64, f"{'a.' * 130}b/c", None, 3, "a.kubernetes.io/x", "k8s.io/x", "dócs"],
)  # fmt: skip
def test_any_other_is_a_fault_and_the_default_counts(key):
    settings, problems = read_settings({"gitops_docs_annotation": key})
    assert settings.docs_annotation == DOCS_ANNOTATION
    assert [one.code for one in problems] == ["option"]
    assert "gitops_docs_annotation" in f"{problems[0].path} {problems[0].message}"


def test_without_it_the_default_counts():
    assert read_settings({})[0].docs_annotation == "gitops.docs/url"
