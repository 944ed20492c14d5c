"""The export of audits is of its schema, and has what the tables have."""

from __future__ import annotations

import json

import pytest

from sphinx_gitops.audit.assessment import Result, assess
from sphinx_gitops.audit.audit_json import Audit, audit_json
from sphinx_gitops.audit.evidence import ProofKind
from sphinx_gitops.audit.framework import built_in
from sphinx_gitops.schemas.audit_schema import KINDS, RESULTS, audit_schema
from support.audits import audited, framework
from support.repositories import application

FILES = {"apps/a.yaml": application("a", "deploy"), "mesh/x.yaml": "kind: Mesh\n", "deploy/y.yaml": "kind: A\n"}


def exported(*frameworks, subject):
    return json.loads(audit_json([Audit("index", assess(one, subject)) for one in frameworks], "Shop"))


@pytest.mark.parametrize("name", ["practices", "slsa"])
def test_it_is_of_its_schema(name, tmp_path):
    jsonschema = pytest.importorskip("jsonschema_rs")
    found = exported(built_in(name), subject=audited(tmp_path, FILES, manifest=", manifest: mesh/x.yaml"))
    jsonschema.validator_for(audit_schema()).validate(found)
    assert found["audits"][0]["controls"]


def test_the_words_of_the_schema_are_those_of_audits():
    assert tuple(result.value for result in Result) == RESULTS
    assert tuple(kind.value for kind in ProofKind) == KINDS


def test_a_result_has_its_evidence_and_whether_it_is_deployed(tmp_path):
    own = framework("title: Own\ncontrols: {A: {rules: [prod-without-security], prose: We scan.}}\n")
    found = exported(own, subject=audited(tmp_path, FILES, manifest=", manifest: mesh/x.yaml"))
    (audit,) = found["audits"]
    assert (audit["workflow"], audit["document"], audit["framework"]["title"]) == ("w", "index", "Own")
    assert audit["counts"] == {"met": 0, "waived": 0, "not met": 1, "unverifiable": 0}
    (control,) = audit["controls"]
    assert control["prose"] == "We scan."
    (result,) = control["results"]
    assert result["result"] == "not met"
    assert [(one["kind"], one["name"], one["deployed"]) for one in result["evidence"]] == [
        ("component", "w.SCAN", True),
        ("manifest", "mesh/x.yaml", False),
    ]
