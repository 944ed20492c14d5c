"""What is known of documents before they are written."""

from __future__ import annotations

from docutils import nodes
from docutils.utils import new_document

from sphinx_gitops.ext.removed.said_once import SaidOnce
from sphinx_gitops.ext.removed.writing import WRITING, EnterDocument, Removal, Writing

PAGE = "T\n=\n\n.. gitops-workflow::\n\n   id: open\n   stages: {s: {components: {A: A}}}\n"


def enter(app, removals) -> tuple[str, list[str]]:
    document = new_document("x", app.env.get_doctree("index").settings)
    document += [nodes.paragraph("", "a"), nodes.target("", "", ids=["gitops-x.A"])]
    app.env.prepare_settings("index")
    WRITING[app] = writing = Writing(SaidOnce(), removals)
    EnterDocument(document).apply()
    return document.astext().strip(), [*writing.chains]


def test_a_document_of_which_nothing_is_known_is_looked_at(build):
    assert enter(build({"index.rst": PAGE}), {}) == ("a", ["index"])


def test_known_parts_are_taken_out_at_once(build):
    known = {"index": Removal(frozenset(), frozenset({(0,)}))}
    assert enter(build({"index.rst": PAGE}), known) == ("", [])
