"""One workflow is drawn in two ways, for a screen and for paper, under ``only``: each output has its anchors once."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.sites import html

WORKFLOW = """\
      id: delivery
      title: Delivery
      formerly: [old]
      stages: {s: {components: {A: Build, B: Scan}}}
      flows: [A --> B]
"""
SITE = f"""\
Site
====

.. only:: html

   .. gitops-workflow::
      :caption: Wide one

{WORKFLOW}
.. only:: not html

   .. gitops-workflow::
      :caption: Narrow one
      :collapse: stages
      :no-index:

{WORKFLOW}
See :gitops:component:`delivery.A`, :gitops:workflow:`delivery` and :gitops:workflow:`old`.
"""
ANCHORS = ("gitops-delivery", "gitops-old", "gitops-delivery.s", "gitops-delivery.A", "gitops-delivery.B")


def test_the_page_has_the_first_with_every_anchor_once(build, warnings):
    app = build({"index.rst": SITE}, nitpicky=True)
    assert warnings(app) == []
    page = html(app)
    assert "Wide one" in page
    assert "Narrow one" not in page
    for anchor in ANCHORS:
        assert page.count(f'id="{anchor}"') == 1, anchor


def test_paper_has_the_second_with_every_anchor_once(build, warnings):
    app = build({"index.rst": SITE}, builder="latex", nitpicky=True)
    assert warnings(app) == []
    text = next(Path(app.outdir).glob("*.tex")).read_text(encoding="utf-8")
    assert "Narrow one" in text
    assert "Wide one" not in text
    for anchor in ANCHORS:
        assert text.count(rf"\label{{\detokenize{{index:{anchor}}}}}") == 1, anchor
    assert r"\hyperref[\detokenize{index:gitops-delivery.A}]" in text


@pytest.mark.parametrize("builder", ["text", "texinfo", "epub"])
def test_other_outputs_have_the_second(build, warnings, builder):
    app = build({"index.rst": SITE}, builder=builder, nitpicky=True, version="1", copyright="x")
    assert [line for line in warnings(app) if "gitops" in line] == []


def test_a_tag_that_both_have_leaves_the_anchors_with_the_first(build):
    page = html(build({"index.rst": SITE.replace("not html", "html")}))
    for anchor in ANCHORS:
        assert page.count(f'id="{anchor}"') == 1, anchor
    assert page.index("Wide one") < page.index("Narrow one")


def test_an_expression_that_cannot_be_read_keeps_its_content(build):
    page = html(build({"index.rst": SITE.replace(".. only:: html", ".. only:: html and")}))
    assert "Wide one" in page


BOTH = """\
Site
====

.. only:: {}

   .. gitops-workflow::
      :caption: Wide one

{}
.. only:: {}

   .. gitops-workflow::
      :caption: Narrow one
      :collapse: stages
      :no-index:

{}
See :gitops:component:`delivery.A` and :gitops:workflow:`old`.
"""


@pytest.mark.parametrize("builder", ["epub", "html", "singlehtml"])
def test_an_output_that_has_both_has_each_anchor_once(build, warnings, builder):
    second = "latex or epub" if builder == "epub" else "html or latex"  # an EPUB has the tag of HTML too
    text = BOTH.format("html", WORKFLOW, second, WORKFLOW)
    app = build({"index.rst": text}, builder=builder, nitpicky=True, copyright="X", version="1")
    assert warnings(app) == []
    page = Path(app.outdir, "index.xhtml" if builder == "epub" else "index.html").read_text(encoding="utf-8")
    assert "Wide one" in page
    assert "Narrow one" in page
    for anchor in (*ANCHORS, "gitops-delivery..outline"):
        assert page.count(f'id="{anchor}"') == 1, anchor


def test_one_that_is_always_there_after_one_that_is_there_as_well_has_no_anchor(build, warnings):
    always = WORKFLOW.replace("\n   ", "\n").removeprefix("   ")
    text = f"Site\n====\n\n.. only:: html\n\n   .. gitops-workflow::\n\n{WORKFLOW}\n.. gitops-workflow::\n   :no-index:\n\n{always}"
    app = build({"index.rst": text}, nitpicky=True)
    assert warnings(app) == []
    page = html(app)
    for anchor in ANCHORS:
        assert page.count(f'id="{anchor}"') == 1, anchor
