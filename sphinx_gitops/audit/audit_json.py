"""Assessments in, the document of ``gitops-audit.json`` out: the same for the same sources."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from sphinx_gitops.audit.assessment import Assessment, AssessmentRow
from sphinx_gitops.audit.evidence import Proof
from sphinx_gitops.importers.discovery import Verdict
from sphinx_gitops.rules import rule_of
from sphinx_gitops.schemas.audit_schema import AUDIT_SCHEMA_VERSION

_DEPLOYED = {Verdict.KEPT: True, Verdict.BROKEN: False, Verdict.UNVERIFIABLE: None}


class Audit(NamedTuple):
    """One audit, and the document that shows it."""

    document: str
    assessment: Assessment


def _proof(proof: Proof) -> dict[str, object]:
    return {
        "kind": proof.kind.value,
        "name": proof.name,
        "title": proof.title,
        "from": list(proof.ends[0]),
        "to": list(proof.ends[1]),
        "place": proof.place,
        "revision": proof.revision,
        "deployed": _DEPLOYED[proof.verdict],
    }


def _row(row: AssessmentRow) -> dict[str, object]:
    rule = rule_of(row.rule)
    return {
        "rule": row.rule,
        "requirement": rule.requirement if rule else "",
        "result": row.result.value,
        "remarks": list(row.remarks),
        "evidence": [_proof(proof) for proof in row.evidence],
    }


def _audit(audit: Audit) -> dict[str, object]:
    found = audit.assessment
    framework = found.framework
    return {
        "workflow": found.workflow,
        "title": found.title,
        "document": audit.document,
        "framework": {"title": framework.title, "version": framework.version, "url": framework.url},
        "counts": {result.value: count for result, count in found.counts.items()},
        "level": found.level,
        "levels": [{"name": level.name, "missing": list(level.missing)} for level in found.levels],
        "controls": [
            {
                "id": control.id,
                "title": control.title,
                "section": control.section,
                "prose": control.prose,
                "results": [_row(row) for row in found.of(control)],
            }
            for control in framework.controls
        ],
    }


def audit_json(audits: Iterable[Audit], project: str) -> str:
    """The text of the document."""
    document = {
        "schema_version": AUDIT_SCHEMA_VERSION,
        "project": project,
        "audits": [_audit(audit) for audit in audits],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
