"""Fifty and more changes to repositories: each is found exactly once, with both places; an untouched tree says nothing."""

from __future__ import annotations

import shutil
from collections import Counter

import pytest

from support.changes import CHANGES, QUIET
from support.changes.change import apply
from support.drift import Checkout, checkout
from support.fleets import FLEETS
from support.project import corpus


@pytest.fixture
def documented(tmp_path):
    def build(fleet: str) -> Checkout:
        found = checkout(tmp_path, FLEETS[fleet]())
        found.init()
        return found

    return build


def shown(found: Checkout, place: dict) -> str:
    return str(place["file"]) if not place["line"] else f"{place['file']}:{found.line_of(place)}"


@pytest.mark.parametrize("fleet", FLEETS)
def test_an_untouched_tree_says_nothing(documented, fleet):
    found = documented(fleet)
    assert found.drift() == []


@pytest.mark.parametrize("one", CHANGES, ids=[one.name for one in CHANGES])
def test_a_change_is_found_once_with_both_places(documented, one):
    found = documented(one.fleet)
    for path, edit in one.edits:
        apply(found.repository, path, edit)
    findings = found.drift()
    assert [(finding["code"], finding["object"]) for finding in findings] == [(one.code, one.object)]
    (finding,) = findings
    assert finding["documented"]["file"] == "delivery.yaml"
    assert (one.documented or one.object) in found.line_of(finding["documented"])
    file, _, text = one.found.partition(":")
    assert finding["found"]["file"].removeprefix("deploy/") in {file, f"./{file}"} or file == "./"
    assert bool(finding["found"]["line"]) == bool(text)
    assert text in shown(found, finding["found"])
    assert one.field == finding["field"]


@pytest.mark.parametrize(("fleet", "edit"), [one[1:] for one in QUIET], ids=[one[0] for one in QUIET])
def test_what_changes_nothing_says_nothing(documented, fleet, edit):
    found = documented(fleet)
    apply(found.repository, *edit)
    assert found.drift() == []


def test_there_are_fifty_changes_and_more_in_every_repository():
    assert len(CHANGES) >= 50
    assert {one.fleet for one in CHANGES} == set(FLEETS)
    assert min(Counter(one.code for one in CHANGES).values()) >= 2


REPOSITORIES = (
    "argoproj__argo-cd",
    "fluxcd__flux2-kustomize-helm-example",
    "gitops-bridge-dev__gitops-bridge",
    "stefanprodan__gitops-istio",
    "stefanprodan__podinfo",
)


@pytest.mark.parametrize("name", REPOSITORIES)
def test_an_untouched_public_repository_says_nothing(tmp_path, name):
    shutil.copytree(corpus(name), tmp_path / "deploy")
    found = Checkout(tmp_path)
    found.init()
    assert found.drift() == []
