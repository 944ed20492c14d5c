"""Findings of manifests: whose they are, who accepts them, and what the workflow says itself."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.discovery import Verdict
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.rules import check_rules
from sphinx_gitops.rules.judging import WorkflowRepository, judge_manifests
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
    return WorkflowRepository(shown="deploy", discovery=discover(root))


def outcome(root, manifest=SHOP, waive=""):
    text = WORKFLOW.replace("MANIFEST", manifest).replace(" WAIVE", f", waive: {{{waive}}}" if waive else "")
    return check_rules(read(text), settings("minimal"), sources=[source(root)])


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


@pytest.mark.parametrize("manifest", ["clusters/x/shop.yaml", "clusters/x/", "clusters/"])
def test_a_file_or_a_folder_around_it_owns_what_breaks_a_rule_there(tmp_path, manifest):
    (problem,) = outcome(tmp_path, manifest).problems
    assert problem.related[0].message == "documented as w.SHOP"
    assert outcome(tmp_path, manifest, "suspended: Frozen.").problems == ()
    assert outcome(tmp_path, f"{{object: {manifest}, suspend: true}}").problems[0].code == "suspended"


@pytest.mark.parametrize("manifest", ["./", "clusters/y/", "clusters/x/shop.yml", "cluster"])
def test_the_whole_tree_and_other_places_own_nothing(tmp_path, manifest):
    assert outcome(tmp_path, manifest).problems[0].related == ()


def test_the_nearest_owner_is_named(tmp_path):
    text = f"""
id: w
stages:
  cd:
    manifest: {SHOP}
    components: {{FOLDER: {{manifest: clusters/}}, FILE: {{manifest: clusters/x/shop.yaml}}, OBJECT: {{manifest: {SHOP}}}}}
"""
    workflow = read(text)
    found = [one.owner.id for one in judge_manifests(workflow, [source(tmp_path)], Waivers(workflow)) if one.owner]
    assert found == ["OBJECT"]
