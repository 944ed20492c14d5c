"""``gitops-component``: a component is described where a writer wants it, with what its workflow says of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.sites import html

FLOW = "T\n=\n\n.. gitops-workflow::\n\n   id: w\n   stages: {s: {title: Build stage, components: {A: {title: Aa, kind: build, owner: team-a}}}}\n\n"


def test_it_shows_what_the_workflow_says(build, warnings):
    app = build({"index.rst": FLOW + ".. gitops-component:: w.A\n\n   What it does.\n"}, nitpicky=True)
    assert warnings(app) == []
    page = html(app)
    described = page[page.index("What it does.") - 3000 :]
    assert "team-a" in described
    assert "Build stage" in described


@pytest.mark.parametrize(("name", "said"), [("w.B", "did you mean"), ("X", "X")])
def test_a_component_that_is_not_there_is_one_warning_at_its_line(build, warnings, name, said):
    app = build({"index.rst": FLOW + f".. gitops-component:: {name}\n\n   What it does.\n"})
    (line,) = warnings(app)
    assert "index.rst:9" in line
    assert said in line
    assert "What it does." in html(app)


def test_what_it_says_differently_is_a_contradiction(build, warnings):
    app = build({"index.rst": FLOW + ".. gitops-component:: w.A\n   :owner: team-b\n"})
    (line,) = warnings(app)
    assert "[gitops.contradiction]" in line


def test_what_is_not_typeset_can_still_be_led_to(build, warnings):
    text = """\
Page
====

.. gitops-workflow::

   id: w
   stages: {s: {components: {APP: {title: Application}}}}

.. gitops-component:: w.APP
   :no-typesetting:

   Prose of it.

.. gitops-runbook:: fix
   :no-typesetting:
   :title: Mend it

   Steps.

:gitops:component:`APP` :gitops:runbook:`fix`
"""
    app = build({"index.rst": text})
    assert warnings(app) == []
    page = Path(app.outdir, "index.html").read_text(encoding="utf-8")
    assert "Prose of it." not in page
    assert "Steps." not in page
    anchors = set(re.findall(r'id="([^"]*)"', page))
    found = re.search(r'<p><a class="[^"]*" href="#([^"]*)".*?<a class="[^"]*" href="#([^"]*)"[^>]*>.*?Mend it', page)
    assert found
    assert set(found.groups()) <= anchors
