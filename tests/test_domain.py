"""The domain over several builds: what two documents both say, and what changes between builds."""

from __future__ import annotations

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
