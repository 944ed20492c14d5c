"""Two documents that define one id."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.sites import html


def test_two_documents_with_one_id_warn(build, warnings):
    body = "T\n=\n\n.. gitops-workflow::\n\n   id: twice\n   stages: {ci: x}\n"
    app = build({"index.rst": body, "two.rst": ":orphan:\n\n" + body})
    assert len(warnings(app)) == 1
    assert "the workflow id 'twice' is taken, by the document 'index', line 4: give" in warnings(app)[0]


TWICE = ":orphan:\n\nT\n=\n\n.. gitops-workflow::\n\n   id: twice\n   stages: {ci: {title: %s, components: {X: x}}}\n"


def test_the_second_definition_takes_over_where_the_first_goes(build, warnings):
    first = {"index.rst": "I\n=\n\n:gitops:stage:`twice.ci`\n", "a.rst": TWICE % "Old", "b.rst": TWICE % "New"}
    app = build(first)
    assert ">Old<" in html(app)
    assert [
        line
        for line in warnings(app)
        if "b.rst:6" in line and "'twice' is taken, by the document 'a', line 6: give" in line
    ]
    app = build({**first, "a.rst": ":orphan:\n\nT\n=\n"})
    assert ">New<" in html(app)
    assert warnings(app) == []


DRAWN = "\n.. gitops-workflow::\n%s\n   id: w\n   title: %s\n   stages: {s: {components: {A: %s, %s: New}}}\n"


@pytest.mark.parametrize("option", ["", "   :no-index:\n"])
def test_a_second_workflow_of_one_id_on_a_page_leaves_the_first_as_it_is(build, warnings, option):
    page = "I\n=\n" + DRAWN % ("", "First", "Alpha", "B") + DRAWN % (option, "Second", "Other", "Q")
    app = build(
        {"index.rst": page + "\n:gitops:workflow:`w`: :gitops:component:`w.A`\n\n.. gitops-table:: components\n"}
    )
    assert [">First<" in html(app), ">Alpha</span></a></p>" in html(app)] == [True, True]
    components = json.loads(Path(app.outdir, "gitops.json").read_text())["components"]
    assert [(found["name"], found["title"]) for found in components] == [("w.A", "Alpha"), ("w.B", "New")]
    assert len(warnings(app)) == (0 if option else 1)
