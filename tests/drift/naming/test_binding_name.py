"""A binding is read into its parts, and each part fits or not."""

import sys
from types import SimpleNamespace

import pytest

from sphinx_gitops.drift.naming.binding_name import BindingName, clean, is_named, matches, read_name

KINDS = frozenset({"Application", "Kustomization", "Pipeline"})


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Application/argocd/shop@prod", {"kind": "Application", "namespace": "argocd", "name": "shop", "qualifier": "prod"}),
        ("Application/shop", {"kind": "Application", "name": "shop"}),
        ("Kustomization.kustomize.toolkit.fluxcd.io/a/b", {"kind": "Kustomization", "group": "kustomize.toolkit.fluxcd.io", "namespace": "a", "name": "b"}),
        ("Pipeline/ci/build#clone@dev", {"kind": "Pipeline", "namespace": "ci", "name": "build", "part": "clone", "qualifier": "dev"}),
        ("Application/a/shop@teams/a/", {"kind": "Application", "namespace": "a", "name": "shop", "qualifier": "teams/a/"}),
        (".github/workflows/ci.yml#build", {"path": ".github/workflows/ci.yml#build"}),
        ("./apps/prod/", {"path": "apps/prod/"}),
        ("Application/", {"path": "Application/"}),
        (".", {"path": "./"}),
    ],
)  # fmt: skip
def test_parts(text, parts):
    assert read_name(text, KINDS) == BindingName(text=text, **parts)


@pytest.mark.parametrize(
    ("text", "environment", "line"),
    [
        ("Application/a/b@prod", "prod", None),
        ("Application/a/b@teams/a/", "", None),
        ("Application/a/b@teams/a.yaml:7", "", ("teams/a.yaml", 7)),
        ("Application/a/b@a.yaml:7", "", ("a.yaml", 7)),
        ("Application/a/b@a.yaml:" + "9" * 5000, "", ("a.yaml", sys.maxsize)),
    ],
)
def test_qualifiers(text, environment, line):
    name = read_name(text, KINDS)
    assert (name.environment, name.line) == (environment, line)


def test_a_name_is_written_again_with_another_namespace():
    name = read_name("Kustomization.kustomize.toolkit.fluxcd.io/a/b#c@prod", KINDS)
    assert name.written("x", "prod") == "Kustomization.kustomize.toolkit.fluxcd.io/x/b#c@prod"
    assert name.written("", "") == "Kustomization.kustomize.toolkit.fluxcd.io/b#c"


def test_paths_are_cleaned():
    assert [clean(path) for path in ("./", ".", "", "/", "./a/", "././a", "a/b")] == ["./"] * 4 + ["a/", "a", "a/b"]


def test_a_star_stays_within_a_part():
    assert matches("a*c", "abc")
    assert not matches("a*c", "a/c")
    assert not matches("a", "ab")
    assert matches("w/*", "w/ci.yml")
    assert not matches("w/*", "w/ci.yml#build")
    assert matches("w/*#b*", "w/ci.yml#build")


@pytest.mark.parametrize(
    ("name", "found"),
    [("Kustomization/flux/a", True), ("Kustomization.kustomize.toolkit.fluxcd.io/flux/a", True), ("Kustomization.other.io/flux/a", False),
     ("Application/flux/a", False), ("Kustomization/flux/b*", False)],
)  # fmt: skip
def test_kind_group_and_name_have_to_fit(name, found):
    identity, group = "Kustomization/flux/a", "kustomize.toolkit.fluxcd.io"
    one = SimpleNamespace(id=identity, group=group)
    assert is_named(read_name(name, KINDS), read_name(identity, KINDS), one) is found
