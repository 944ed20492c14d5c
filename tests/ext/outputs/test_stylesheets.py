"""Style sheets of a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.sites import html


def test_styles_of_a_workflow_reach_the_legend(build, warnings):
    style = "   styles: {mine: {fill: '#ffeeee', stroke: '#aa0000', text: '#330000'}}\n"
    text = (
        "T\n=\n\n.. gitops-workflow::\n\n   id: own\n"
        + style
        + "   stages: {a: {components: {X: {title: x, class: mine}, Y: {title: y, class: build}}}}\n"
    )
    app = build({"index.rst": text})
    assert warnings(app) == []
    css = Path(app.outdir, "_static/gitops-custom.css").read_text(encoding="utf-8")
    assert "--gitops-mine-fill:#ffeeee" in css
    assert "var(--gitops-mine-fill,#ffeeee)" in html(app)
    legend = html(app).partition('class="gitops-legend')[2]
    assert "var(--gitops-mine-fill,#ffeeee)" in legend[: legend.index("mine</p>")]
    assert "gitops-custom.css" in html(app)


@pytest.mark.parametrize(("builder", "page"), [("json", "sub/page.fjson"), ("dirhtml", "sub/page/index.html")])
def test_styles_of_a_workflow_are_linked_in_every_builder_of_pages(build, warnings, builder, page):
    flow = "id: own\n   styles: {mine: {fill: '#ffeeee', stroke: '#aa0000', text: '#330000'}}\n"
    flow += "   stages: {a: {components: {X: {title: x, class: mine}}}}\n"
    files = {
        "index.rst": "T\n=\n\n.. toctree::\n\n   sub/page\n",
        "sub/page.rst": f"P\n=\n\n.. gitops-workflow::\n\n   {flow}",
    }
    app = build(files, builder=builder)
    assert warnings(app) == []
    address = "../" * page.count("/") + "_static/gitops-custom.css"
    assert address in Path(app.outdir, page).read_text(encoding="utf-8")


def test_styles_that_are_left_out_from_now_on_are_no_longer_there(build):
    flow = "id: own\n   styles: {mine: {fill: '#ffeeee', stroke: '#aa0000', text: '#330000'}}\n"
    flow += "   stages: {a: {components: {X: {title: x, class: mine}}}}\n"
    text = f"T\n=\n\n.. gitops-workflow::\n\n   {flow}"
    assert Path(build({"index.rst": text}).outdir, "_static/gitops-custom.css").exists()
    text = text.replace("   styles", "   description: none\n   # styles").replace(", class: mine", "")
    assert not Path(build({"index.rst": text}).outdir, "_static/gitops-custom.css").exists()
