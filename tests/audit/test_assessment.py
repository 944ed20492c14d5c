"""The result of each practice, and the level that is reached."""

from __future__ import annotations

from sphinx_gitops.audit.assessment import Result, assess
from sphinx_gitops.audit.framework import built_in, read_framework
from support.audits import WORKFLOW, audited, framework
from support.repositories import application, ks

SECURITY = framework("A: [prod-without-security]")
MESH = {"mesh/mtls.yaml": "kind: PeerAuthentication\n", "apps/a.yaml": application("a", "deploy"), "deploy/x.yaml": "apiVersion: v1\nkind: Service\n"}  # fmt: skip


def only(text, subject):
    (row,) = assess(framework(text), subject).rows
    return row


def test_a_practice_is_met_waived_not_met_or_unverifiable():
    text = WORKFLOW.replace("id: w", "id: w\nwaive: {dr-missing: Elsewhere.}")
    codes = "A: [prod-without-security, dr-missing, audit-missing, suspended]"
    found = assess(framework(codes), audited(text=text))
    assert [row.result for row in found.rows] == list(Result)
    assert list(found.counts.values()) == [1, 1, 1, 1]
    assert found.rows[1].remarks[0].startswith("Elsewhere.")
    assert found.of(found.framework.controls[0]) == found.rows


def test_a_template_makes_a_practice_unverifiable_and_never_met(tmp_path):
    files = {"a.yaml": ks("a", "./x", extra="  suspend: ${X}\n"), "b.yaml": ks("b", "./y", extra="  suspend: false\n")}
    assert only("A: [suspended]", audited(tmp_path, files)).result is Result.UNVERIFIABLE


def test_evidence_that_nothing_deploys_is_not_met_with_both_places(tmp_path):
    row = only("A: [prod-without-security]", audited(tmp_path, MESH, manifest=", manifest: mesh/mtls.yaml"))
    assert row.result is Result.NOT_MET
    assert row.remarks == (
        "mesh/mtls.yaml (deploy/mesh/mtls.yaml:1), cited in w.yaml:4: no reconciler of the repository deploys it",
    )
    deployed = audited(tmp_path, MESH, manifest=", manifest: deploy/x.yaml")
    assert only("A: [prod-without-security]", deployed).result is Result.MET


def test_a_practice_without_a_rule_needs_evidence(tmp_path):
    assert only("A: {}", audited()).remarks == ("no rule checks this",)
    assert only("A: {}", audited()).result is Result.UNVERIFIABLE
    assert only("A: {evidence: [SCAN]}", audited()).result is Result.MET
    assert only("A: {evidence: [mesh/mtls.yaml]}", audited(tmp_path, MESH)).result is Result.NOT_MET
    assert only("A: {evidence: [mesh/mtls.yaml]}", audited()).result is Result.UNVERIFIABLE


def test_a_level_needs_all_of_it_and_of_those_before():
    controls = "controls: {A: [prod-without-security]}\n"
    levels = "levels: {one: [prod-without-security], two: [cycle], three: [dr-missing, cycle], four: [cycle]}\n"
    found = assess(framework(controls + levels), audited())
    assert found.level == "two"
    assert [(level.name, level.missing) for level in found.levels] == [
        ("one", ()),
        ("two", ()),
        ("three", ("dr-missing",)),
        ("four", ()),
    ]
    assert assess(SECURITY, audited()).level == ""


def test_a_rule_that_one_practice_does_not_meet_is_missing_for_a_level(tmp_path):
    text = """
controls:
  a: {title: A, rules: [secret-plaintext]}
  b: {title: B, rules: [secret-plaintext], evidence: [mesh/gone.yaml]}
levels: {one: [secret-plaintext]}
"""
    framework, _ = read_framework(text, "own.yaml", "own")
    found = assess(framework, audited(tmp_path, {"apps/a.yaml": application("a", "deploy")}))
    assert [row.result.value for row in found.rows] == ["met", "not met"]
    assert found.level == ""


def test_a_rule_may_be_in_several_practices():
    found = assess(built_in("slsa"), audited())
    assert {row.rule for row in found.rows if row.control.id == "source-l4"} == {"prod-without-review"}


def test_what_is_met_without_evidence_says_where_it_was_checked(tmp_path):
    found = assess(framework("A: [cycle, secret-plaintext]"), audited(tmp_path, MESH))
    assert [(row.result, row.remarks) for row in found.rows] == [
        (Result.MET, ("checked in the workflow w",)),
        (Result.MET, ("checked in deploy",)),
    ]
