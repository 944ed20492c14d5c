"""Where the parts of a picture lead."""

from __future__ import annotations

import re
from pathlib import Path

from support.sites import html

TWICE = ":orphan:\n\nT\n=\n\n.. gitops-workflow::\n\n   id: twice\n   stages: {ci: {title: %s, components: {X: x}}}\n"
DRAWN = "\n.. gitops-workflow::\n%s\n   id: w\n   title: %s\n   stages: {s: {components: {A: %s, %s: New}}}\n"


def test_links_of_an_unregistered_picture_in_a_book_stay_in_its_document(build):
    page = "A\n=\n" + DRAWN % ("   :no-index:\n", "First", "Alpha", "B")
    app = build({"index.rst": "I\n=\n\n.. toctree::\n\n   a\n", "a.rst": page}, builder="latex", project="Book")
    text = Path(app.outdir, "book.tex").read_text()
    links = set(re.findall(r"\\gitopslink(?:\{[\d.]+\}){4}\{\\detokenize\{([^}]*)\}\}", text))
    assert {"a:gitops-w.A", "a:gitops-w.B"} <= links <= set(re.findall(r"\\label\{\\detokenize\{([^}]*)\}\}", text))


def test_a_component_of_an_unregistered_workflow_leads_to_itself_and_not_to_a_workflow_of_its_name(build):
    page = "I\n=\n\n.. gitops-workflow::\n   :no-index:\n\n   id: w\n   stages: {s: {components: {twice: Deliver, B: b}}}\n"
    page = html(build({"index.rst": page, "a.rst": TWICE % "CI"}))
    assert re.findall(r'<a class="gitops-node[^>]*href="([^"]*)"', page) == ["#gitops-w.twice", "#gitops-w.B"]


def test_a_workflow_with_an_id_alone_is_called_by_it(build):
    text = "I\n=\n\n.. gitops-workflow::\n\n   id: shop-delivery\n   stages: {ci: x}\n\n.. gitops-workflow::\n\n   stages: {ci: x}\n"
    rows = build({"index.rst": text}).env.get_domain("gitops").objects
    assert [rows[name].title for name in ("shop-delivery", "index")] == ["Shop delivery", "Index"]
