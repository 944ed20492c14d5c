"""Evidence: what keeps a rule, and what a practice names."""

from __future__ import annotations

from sphinx_gitops.audit.evidence import ProofKind, Proofs
from sphinx_gitops.runbook import Procedure
from support.audits import WORKFLOW, audited, framework
from support.repositories import application, ks


def shown(proofs):
    return [(proof.kind, proof.name) for proof in proofs]


def test_components_and_flows_keep_rules_about_workflows():
    assert shown(Proofs(audited()).of_rule("prod-without-security")) == [(ProofKind.COMPONENT, "w.SCAN")]
    text = WORKFLOW.replace("SCAN --> PROD", "SCAN, {from: [SCAN], to: PROD, kind: security, label: signed}")
    *_, flow = Proofs(audited(text=text)).of_rule("prod-without-security")
    assert (flow.kind, flow.name, flow.title, flow.ends) == (
        ProofKind.FLOW,
        "SCAN → PROD",
        "signed",
        (("w.SCAN",), ("w.PROD",)),
    )


def test_runbooks_keep_rules_by_their_procedure():
    found = Proofs(audited(runbooks={"PROD": {"back": Procedure.ROLLBACK, "lost": None}}))
    assert shown(found.of_rule("rollback-none")) == [(ProofKind.RUNBOOK, "back")]
    assert shown(found.of_rule("runbook-missing")) == [(ProofKind.RUNBOOK, "back"), (ProofKind.RUNBOOK, "lost")]


def test_manifests_keep_rules_about_manifests_with_their_place(tmp_path):
    files = {"a.yaml": ks("a", "./x", extra="  suspend: false\n")}
    (proof,) = Proofs(audited(tmp_path, files)).of_rule("suspended")
    assert (proof.kind, proof.place) == (ProofKind.MANIFEST, "deploy/a.yaml:8")


def test_a_practice_names_components_runbooks_and_manifests(tmp_path):
    (control,) = framework("A: {kinds: [build], evidence: [PROD, w.SCAN, other.X, back, else, a.yaml]}").controls
    known = audited(
        tmp_path, {"a.yaml": "x: y\n"}, runbooks={"PROD": {"back": None}}, others=frozenset({"other.X", "else"})
    )
    assert shown(Proofs(known).of_control(control)) == [
        (ProofKind.COMPONENT, "w.BUILD"),
        (ProofKind.COMPONENT, "w.PROD"),
        (ProofKind.COMPONENT, "w.SCAN"),
        (ProofKind.COMPONENT, "other.X"),
        (ProofKind.RUNBOOK, "back"),
        (ProofKind.RUNBOOK, "else"),
        (ProofKind.MANIFEST, "a.yaml"),
    ]


def test_a_manifest_that_keeps_a_rule_has_its_revision(tmp_path):
    text = application("shop", "deploy").replace("targetRevision: HEAD", "targetRevision: v1.4.0")
    (proof,) = Proofs(audited(tmp_path, {"clusters/production/shop.yaml": text})).of_rule("revision-floating")
    assert (proof.place, proof.revision) == ("deploy/clusters/production/shop.yaml:10", "v1.4.0")
