"""Each change of a workflow is found once, and what does not change is none."""

from __future__ import annotations

import pytest

from sphinx_gitops.diff import Action, compared
from support.two_versions import OLD, edited, said, workflow


def test_nothing_changes_of_what_is_the_same():
    assert said(OLD) == []
    assert (
        said("# a comment\n" + OLD.replace("BUILD --> TEST --> SCAN", "BUILD --> TEST\n  - {from: TEST, to: SCAN}"))
        == []
    )


@pytest.mark.parametrize(
    ("edits", "sentences"),
    [
        ([("title: Scanner", "title: Image scanner")], ['~ The title of the component SCAN is "Image scanner" instead of "Scanner".']),
        ([("title: CI", "title: Integration")], ['~ The title of the stage ci is "Integration" instead of "CI".']),
        ([("title: Delivery", "title: Shop")], ['~ The id of the workflow is "shop" instead of "delivery".', '~ The title of the workflow is "Shop" instead of "Delivery".']),
        ([("kind: security-scan", "owner: sec")], ['~ The component SCAN has no kind any more; it was "security-scan".', '~ The component SCAN has a new owner: "sec".']),
        ([("TEST: Test}", "TEST: Test, LINT: Lint}")], ['+ The component LINT, "Lint", is added to build.']),
        ([("ARGO: Argo CD", "ARGO: Argo CD, X: X")], ["+ The component X is added to cd."]),
        ([("components: {ARGO: Argo CD}", "components: {}"), ("  - SCAN --> ARGO\n", "")],
         ['- The component ARGO, "Argo CD", is removed from cd.', "- The flow from SCAN to ARGO is removed."]),
        ([("SCAN: {", "SCANNER: {formerly: [SCAN], "), ("TEST --> SCAN", "TEST --> SCANNER"), ("- SCAN -->", "- SCANNER -->")],
         ["~ The component SCAN is renamed to SCANNER."]),
        ([(", TEST: Test", ""), ("ARGO: Argo CD", "ARGO: Argo CD, TEST: Test")], ['~ The component TEST, "Test", moves from build to cd.']),
        ([("build: {", "make: {formerly: [build], ")], ["~ The group build is renamed to make."]),
        ([("- SCAN --> ARGO", "- ARGO --> SCAN")], ["~ The flow from SCAN to ARGO is turned: it goes from ARGO to SCAN."]),
        ([("- SCAN --> ARGO", "- SCAN -->|clean| ARGO")], ['~ The flow from SCAN to ARGO has a new label: "clean".']),
        ([("- SCAN --> ARGO", "- SCAN ==> ARGO")], ['~ The kind of the flow from SCAN to ARGO is "promotion" instead of "automation".']),
        ([("- SCAN --> ARGO", "- SCAN --> ARGO\n  - SCAN -->|again| ARGO")], ['+ The flow from SCAN to ARGO, "again", is added.']),
        ([("  cd:\n", "  cd:\n    direction: LR\n")], ['~ The stage cd has a new direction: "LR".']),
        ([("  cd:\n", "  qa: {components: {Q: Q}}\n  cd:\n")], ["+ The stage qa is added.", "+ The component Q is added to qa."]),
        ([("flows:", "manifests: [../deploy]\nflows:")], ['~ The workflow has new manifests: "../deploy".']),
    ],
    ids=lambda value: value[0][1][:30] if isinstance(value, list) and isinstance(value[0], tuple) else "",
)  # fmt: skip
def test_a_change_is_said(edits, sentences):
    assert said(edited(*edits)) == sentences


def test_the_way_back_says_the_opposite():
    new = edited(("TEST: Test}", "TEST: Test, LINT: Lint}"))
    assert said(OLD, new) == ['- The component LINT, "Lint", is removed from build.']


def test_a_component_that_becomes_a_group_is_another():
    new = edited(("components: {ARGO: Argo CD}", "groups: {ARGO: {title: Argo CD}}"))
    assert said(new) == [
        '+ The group ARGO, "Argo CD", is added to cd.',
        '- The component ARGO, "Argo CD", is removed from cd.',
    ]


def test_values_that_are_held_are_fields():
    line = "manifest: {{object: Application/argocd/shop, spec.source.targetRevision: {}}}"
    old, new = (edited(("kind: security-scan", line.format(tag))) for tag in ("v1", "v2"))
    assert said(new, old) == [
        '~ The spec.source.targetRevision of Application/argocd/shop of the component SCAN is "v2" instead of "v1".'
    ]


def test_a_component_that_moves_says_into_what():
    new = edited((", TEST: Test", ""), ("ARGO: Argo CD", "ARGO: Argo CD, TEST: Test"))
    (change,) = compared(workflow(OLD), workflow(new))
    assert (change.action, change.field, change.before, change.after) == (Action.MOVED, "stage", "build", "cd")


def test_places_are_those_of_both_files():
    (change,) = compared(workflow(OLD, "a"), workflow("\n" + edited(("Scanner", "S")), "b"))
    assert change.old
    assert change.new
    assert (change.old[:2], change.new[:2]) == (("a", 7), ("b", 8))
