"""The anchors of a document that is about to be written, and what it registers without them."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes

from sphinx_gitops.ext.domain.document_record import DocumentRecord, RegisteredView
from sphinx_gitops.ext.removed.shown_anchors import ShownAnchors, lost_places
from sphinx_gitops.problems import Span
from sphinx_gitops.runbook import Description, Runbook
from sphinx_gitops.view import Selection


def shown(*parts: nodes.Node) -> ShownAnchors:
    document = new_document("x")
    document += [*parts]
    return ShownAnchors.of(document)


def record() -> DocumentRecord:
    found = DocumentRecord(workflows={"flow": b""}, views=[RegisteredView("flow", Selection(), None, "own")])
    found.note_description(Description(name="flow.A"), Span("x.rst", 1))
    found.note_runbook(Runbook(id="mend", title="Mend"), Span("x.rst", 2), Span("x.rst", 2))
    return found


WORKFLOW, VIEW = ("workflows", "flow"), ("views", "own")
DESCRIPTION, RUNBOOK = ("descriptions", "flow.A"), ("runbooks", "mend")


@pytest.mark.parametrize(
    ("parts", "there"),
    [
        ([nodes.figure("", ids=["gitops-flow"])], {WORKFLOW}),
        ([nodes.target("", "", ids=["gitops-flow", "gitops-flow.A"])], {WORKFLOW}),
        ([nodes.container("", nodes.paragraph("", "", ids=["gitops-flow.B"]))], {WORKFLOW}),
        ([nodes.raw("", '<div id="gitops-flow..outline">', format="html")], {WORKFLOW}),
        ([nodes.raw("", '<div id="gitops-flow..outline">', format="latex")], set()),
        ([nodes.figure("", ids=["own"])], {VIEW}),
        ([addnodes.desc_signature("", "", ids=["gitops-flow.A"])], {DESCRIPTION}),
        ([nodes.target("", "", ids=["gitops-flow.A"])], {DESCRIPTION}),
        (
            [nodes.container("", nodes.target("", "", ids=["gitops-flow.A"]), classes=["gitops-outline-body"])],
            {WORKFLOW},
        ),
        ([addnodes.desc_signature("", "", ids=["gitops-runbook-mend"])], {RUNBOOK}),
        ([nodes.paragraph("", "gitops-flow")], set()),
    ],
)
def test_what_has_no_anchor_is_lost(parts, there):
    assert {WORKFLOW, VIEW, DESCRIPTION, RUNBOOK} - lost_places(record(), shown(*parts)) == there
