"""Findings of manifests: whose they are, who accepts them, and what the workflow says itself."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.discovery import Verdict
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.model import Binding
from sphinx_gitops.problems import Span
from sphinx_gitops.rules import check_rules
from sphinx_gitops.rules.judging import Source, judge_manifests, names
from sphinx_gitops.waivers import Waivers
from support.repositories import ks, write
from support.rules import read, settings

WORKFLOW = """\
id: w
stages:
  cd: {components: {SHOP: {kind: reconciler, manifest: MANIFEST WAIVE}}}
"""
SHOP = "Kustomization/flux-system/shop"


def source(root):
    write(root, {"clusters/x/shop.yaml": ks("shop", "./apps", extra="  suspend: true\n")})
    return Source(shown="deploy", discovery=discover(root))


def outcome(root, manifest=SHOP, waive=""):
    text = WORKFLOW.replace("MANIFEST", manifest).replace(" WAIVE", f", waive: {{{waive}}}" if waive else "")
    return check_rules(read(text), settings("minimal"), sources=[source(root)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kustomization.kustomize.toolkit.fluxcd.io/flux-system/shop@x", True),
        ("Kustomization.kustomize.toolkit.fluxcd.io/flux-system/shop", True),
        ("Kustomization/flux-system/shop@x", True),
        (SHOP, True),
        ("Kustomization/flux-system/sh*", True),
        ("Kustomization/flux-system/shop@y", False),
        ("Kustomization/flux-system/sho", False),
    ],
)
def test_a_binding_names_an_object_with_or_without_group_and_environment(text, found):
    identity = "Kustomization.kustomize.toolkit.fluxcd.io/flux-system/shop@x"
    assert names(Binding(object=text, span=Span("w.yaml", 1)), identity) is found


def test_a_finding_is_at_the_manifest_and_names_the_component(tmp_path):
    (problem,) = outcome(tmp_path).problems
    assert str(problem).startswith("deploy/clusters/x/shop.yaml:8:1: warning: Kustomization.")
    assert problem.related[0].message == "documented as w.SHOP"


def test_a_component_that_says_so_is_no_finding(tmp_path):
    assert outcome(tmp_path, f"{{object: {SHOP}, suspend: true}}").problems == ()
    assert outcome(tmp_path, f"{{object: {SHOP}, suspend: false}}").problems


def test_a_waiver_of_the_component_or_the_workflow_accepts_it(tmp_path):
    found = outcome(tmp_path, waive="suspended: Frozen.")
    assert found.problems == ()
    assert [problem.waived for problem in found.waived] == ["Frozen."]
    unused = outcome(tmp_path, "Application/argocd/x", "suspended: Frozen.").problems
    assert {problem.code for problem in unused} == {"suspended", "waiver-unused"}


def test_a_waiver_of_a_rule_about_manifests_is_not_unused_where_none_are_read():
    text = WORKFLOW.replace("MANIFEST", SHOP).replace(" WAIVE", ", waive: {suspended: Frozen.}")
    assert check_rules(read(text), settings("minimal")).problems == ()


def test_every_place_that_was_looked_at_is_given(tmp_path):
    workflow = read(WORKFLOW.replace("MANIFEST WAIVE", SHOP))
    found = list(judge_manifests(workflow, [source(tmp_path)], Waivers(workflow)))
    assert {one.judged.verdict for one in found if one.rule.code == "suspended"} == {Verdict.BROKEN}
    assert {one.owner.id for one in found if one.owner} == {"SHOP"}
