"""An audit knows runbooks, other workflows and their components."""

from __future__ import annotations

from sphinx_gitops.audit.assessment import Result
from sphinx_gitops.audit.framework import read_framework
from sphinx_gitops.ext.assessments import assessment
from sphinx_gitops.ext.audit_query import AuditQuery
from support.audit_pages import FILES

PAGE = """\
T
=

.. gitops-workflow:: delivery.yaml

.. gitops-workflow::

   id: other
   stages: {s: {components: {VAULT: {kind: secret-manager}}}}

.. gitops-runbook:: back
   :title: Roll back
   :procedure: rollback
   :components: delivery.PROD

   Do it.
"""


def ask(app, text):
    framework, _ = read_framework(text, "f.yaml", "f")
    return assessment(app.env, AuditQuery(workflow="delivery", framework=framework))


def test_runbooks_and_components_of_other_workflows_are_evidence(build):
    app = build(FILES | {"index.rst": PAGE})
    (row,) = ask(app, "A: [rollback-none]").rows
    assert (row.result, [proof.name for proof in row.evidence]) == (Result.MET, ["back"])
    (row,) = ask(app, "A: {evidence: [other.VAULT, back]}").rows
    assert [proof.name for proof in row.evidence] == ["other.VAULT", "back"]
    assert row.result is Result.MET


def test_an_unknown_workflow_has_none(build):
    app = build({"index.rst": "T\n=\n"})
    assert ask(app, "A: {}") is None
