"""What a component leads to by ``doc`` is relative to the document, or file, that says it, wherever it is shown."""

from __future__ import annotations

import pytest

from support.sites import html

FLOW = "id: delivery\nstages: {s: {components: {A: {title: Build, doc: guide}}}}\n"
BODY = ".. gitops-workflow::\n   :outline: open\n\n" + "".join(f"   {line}\n" for line in FLOW.splitlines())
VIEW = "View\n====\n\n.. gitops-view:: delivery\n   :outline: open\n\n.. gitops-component:: delivery.A\n\n   Words.\n"
FILES = {
    "index.rst": "Site\n====\n\n.. toctree::\n   :glob:\n\n   */*\n",
    "a/guide.rst": "Right guide\n===========\n",
    "b/guide.rst": "Wrong guide\n===========\n",
    "b/view.rst": VIEW,
}
SOURCES = {
    "a body": {"a/flow.rst": f"Flow\n====\n\n{BODY}"},
    "a file": {
        "b/flow.rst": "Flow\n====\n\n.. gitops-workflow:: /a/flow.yaml\n   :outline: open\n",
        "a/flow.yaml": FLOW,
    },
    "an included page": {"b/flow.rst": "Flow\n====\n\n.. include:: ../a/part.inc\n", "a/part.inc": BODY},
    "a file that is included": {
        "b/flow.rst": "Flow\n====\n\n.. gitops-workflow::\n   :outline: open\n\n   id: delivery\n   stages: {s: {include: ../a/stages.yaml}}\n",
        "a/stages.yaml": "components: {A: {title: Build, doc: guide}}\n",
    },
}


@pytest.mark.parametrize("source", SOURCES)
def test_a_document_is_the_one_beside_what_says_it(build, warnings, source):
    app = build(FILES | SOURCES[source], nitpicky=True)
    assert warnings(app) == []
    for page in ("b/view", "b/flow" if "b/flow.rst" in SOURCES[source] else "a/flow"):
        text = html(app, page)
        assert "Wrong guide" not in text.partition('<div class="sphinxsidebar"')[0].replace('title="Wrong guide"', "")
        assert "guide.html" in text
        assert "Right guide</span></a>" in text


@pytest.mark.parametrize("source", ["a body", "a file"])
@pytest.mark.parametrize("builder", ["latex", "singlehtml", "text", "gitops-json"])
def test_other_outputs_find_it_as_well(build, warnings, source, builder):
    assert warnings(build(FILES | SOURCES[source], builder=builder, nitpicky=True)) == []


def test_a_page_is_written_again_when_the_right_document_is_renamed(build):
    files = FILES | SOURCES["a file"]
    build(files)
    app = build(files | {"a/guide.rst": "Another guide\n=============\n"})
    assert [page for page in ("b/flow", "b/view") if "Another guide</span></a>" in html(app, page)] == [
        "b/flow",
        "b/view",
    ]
