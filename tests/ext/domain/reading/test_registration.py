"""One line of a source that registers one thing twice registers it once; two lines are a duplicate."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes
from docutils.parsers.rst import Directive

from support.sites import html

PAGE = """\
Site
====

.. twice::

   .. gitops-workflow::

      id: delivery
      formerly: [release]
      stages: {s: {components: {A: Build, B: Scan}}}
      flows: [A --> B]

   .. gitops-component:: delivery.A

      The build.

   .. gitops-runbook:: red
      :components: delivery.A
      :formerly: crimson

      Steps.

:gitops:component:`A` :gitops:runbook:`red` :gitops:runbook:`crimson` :ref:`gitops-delivery.B` :gitops:workflow:`release`
"""


class Twice(Directive):
    """Parses its body twice, and keeps the first, the second, both, or a copy of the first besides."""

    has_content = True
    kept = ""

    def _parsed(self) -> nodes.container:
        container = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, container)
        return container

    def run(self) -> list[nodes.Node]:
        first = self._parsed()
        if self.kept == "copy":
            return [first, first.deepcopy()]
        second = self._parsed()
        return {"first": [first], "second": [second], "both": [first, second]}[self.kept]


@pytest.fixture
def twice(monkeypatch):
    from sphinx_gitops.ext import application

    setup = application.setup
    monkeypatch.setattr(application, "setup", lambda app: setup(app) or app.add_directive("twice", Twice))

    def keep(kept: str) -> None:
        monkeypatch.setattr(Twice, "kept", kept)

    return keep


@pytest.mark.parametrize("kept", ["first", "second", "both", "copy"])
def test_a_body_that_is_parsed_twice_registers_once_with_anchors_that_are_there(build, warnings, twice, kept):
    twice(kept)
    app = build({"index.rst": PAGE}, nitpicky=True)
    assert warnings(app) == []
    page, index = html(app, "index"), html(app, "genindex")
    for anchor in (
        "delivery",
        "release",
        "delivery.A",
        "delivery.B",
        "delivery..outline",
        "runbook-red",
        "runbook-crimson",
    ):
        assert page.count(f'id="gitops-{anchor}"') == 1, anchor
    for anchor in ("delivery", "delivery.A", "delivery.B", "runbook-red"):
        assert index.count(f'href="index.html#gitops-{anchor}"') == 1, anchor


@pytest.mark.parametrize("kept", ["second", "both"])
def test_a_pdf_and_an_export_have_it_once_as_well(build, warnings, twice, kept):
    twice(kept)
    app = build({"index.rst": PAGE}, builder="latex", nitpicky=True)
    assert warnings(app) == []
    (text,) = (path.read_text(encoding="utf-8") for path in Path(app.outdir).glob("*.tex"))
    assert text.count("\\index{") == 5  # the workflow, its stage, two components, the runbook
    assert warnings(build({"index.rst": PAGE}, builder="gitops-json", nitpicky=True)) == []


def test_two_places_of_one_document_are_still_a_duplicate(build, warnings, twice):
    twice("second")
    again = (
        "\n.. gitops-workflow::\n\n   id: delivery\n   stages: {s: {components: {C: C}}}\n\n.. gitops-runbook:: red\n"
    )
    lines = warnings(build({"index.rst": PAGE + again}))
    assert [line.split("WARNING: ")[1].split(",")[0] for line in lines] == [
        "the workflow id 'delivery' is taken",
        "the runbook id 'red' is taken",
    ]


PART = ".. gitops-workflow::\n\n   id: part\n   stages: {s: {components: {P: Part}}}\n\n.. gitops-runbook:: fix\n\n   Steps.\n"


@pytest.mark.parametrize("own", ["aaa", "zzz"])
@pytest.mark.parametrize("parallel", [0, 2])
def test_of_a_page_and_its_inclusions_the_page_has_the_name(build, warnings, own, parallel):
    files = {
        "index.rst": f"Site\n====\n\n.. toctree::\n\n   {own}\n   mmm\n\n:gitops:component:`part.P` :gitops:runbook:`fix`\n",
        f"{own}.rst": f"Own\n===\n\n{PART}",
        "mmm.rst": f"Other\n=====\n\n.. include:: {own}.rst\n   :start-line: 3\n",
    }
    app = build(files, nitpicky=True, parallel=parallel)
    assert warnings(app) == []
    assert f'href="{own}.html#gitops-part.P"' in html(app, "index")
    assert f'href="{own}.html#gitops-runbook-fix"' in html(app, "index")
    index = html(app, "genindex")
    assert index.count("#gitops-part.P") == 1
    assert f"{own}.html#gitops-part.P" in index


def test_a_file_that_two_pages_include_is_the_first_ones_without_a_message(build, warnings):
    files = {
        "index.rst": "Site\n====\n\n.. toctree::\n\n   a\n   b\n\n:gitops:component:`part.P`\n",
        "part.inc": PART,
        "a.rst": "A\n=\n\n.. include:: part.inc\n",
        "b.rst": "B\n=\n\n.. include:: part.inc\n",
    }
    app = build(files, nitpicky=True)
    assert warnings(app) == []
    assert 'href="a.html#gitops-part.P"' in html(app, "index")
