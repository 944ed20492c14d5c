"""What a document refers to is noted whether a directive of ours has run before it was read or not."""

from __future__ import annotations

from importlib import import_module

import pytest
from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext import late as ext_late
from sphinx_gitops.ext.domain.conditions import Condition
from sphinx_gitops.ext.domain.reading import references

TEXT = "A\n=\n\n:gitops:component:`SCAN` :any:`PKG` :ref:`gitops-delivery`\n\n.. only:: latex\n\n   :any:`Gitops-X`\n"
FOUND = {
    (): {("component", "SCAN"), ("any", "PKG"), ("ref", "gitops-delivery")},
    (Condition("only", "latex"),): {("any", "Gitops-X"), ("ref", "gitops-x")},
}


@pytest.mark.parametrize("late", [True, False])
def test_it_is_the_same_in_both_cases(build, monkeypatch, late):
    import_module("sphinx_gitops.ext.directives.workflow")
    if late:
        monkeypatch.setattr(ext_late, "_DIRECTIVES", ())
    domain = build({"index.rst": TEXT}).env.get_domain("gitops")
    known = domain.data["references"].get("index", {})
    assert known == (FOUND if late else {})
    if late:
        assert {conditions: record.references for conditions, record in domain.parts["index"].items()} == FOUND
        assert domain.data["references"] == {}
        domain.clear_doc("index")
        assert domain.parts == {}


def test_a_document_without_any_leaves_nothing(build, monkeypatch):
    monkeypatch.setattr(ext_late, "_DIRECTIVES", ())
    app = build({"index.rst": "T\n=\n\n:ref:`genindex` :doc:`index`\n"})
    assert app.env.get_domain("gitops").data["references"] == {}


def test_every_node_is_looked_at_however_deep():
    inner = addnodes.pending_xref("", nodes.Text("x"), reftarget="A", reftype="any")
    document = nodes.section("", nodes.paragraph("", "words", nodes.emphasis("", "", inner)), nodes.Text("end"))
    assert references.references_of(document) == {(): {("any", "A")}}
