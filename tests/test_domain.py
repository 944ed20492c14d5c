"""The domain over several builds: what two documents both say, and what changes between builds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from test_build import html, site

TWICE = ":orphan:\n\nT\n=\n\n.. gitops-workflow::\n\n   id: twice\n   stages: {ci: {title: %s, components: {X: x}}}\n"


def test_the_second_definition_takes_over_where_the_first_goes(build, warnings):
    first = {"index.rst": "I\n=\n\n:gitops:stage:`twice.ci`\n", "a.rst": TWICE % "Old", "b.rst": TWICE % "New"}
    app = build(first)
    assert ">Old<" in html(app)
    assert [line for line in warnings(app) if "b.rst:6" in line and "'twice' is taken, by the document 'a'" in line]
    app = build({**first, "a.rst": ":orphan:\n\nT\n=\n"})
    assert ">New<" in html(app)
    assert warnings(app) == []


def test_any_role_is_rewritten_with_its_target(build):
    files = site(other="Other\n=====\n\n:any:`delivery.SCAN`\n")
    build(files)
    files["index.rst"] = files["index.rst"].replace("title: Scanner", "title: Inspector")
    assert "Inspector" in html(build(files), "other")


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


def test_links_of_an_unregistered_picture_in_a_book_stay_in_its_document(build):
    page = "A\n=\n" + DRAWN % ("   :no-index:\n", "First", "Alpha", "B")
    app = build({"index.rst": "I\n=\n\n.. toctree::\n\n   a\n", "a.rst": page}, builder="latex", project="Book")
    text = Path(app.outdir, "book.tex").read_text()
    links = set(re.findall(r"\\gitopslink(?:\{[\d.]+\}){4}\{\\detokenize\{([^}]*)\}\}", text))
    assert {"a:gitops-w.A", "a:gitops-w.B"} <= links <= set(re.findall(r"\\label\{\\detokenize\{([^}]*)\}\}", text))
