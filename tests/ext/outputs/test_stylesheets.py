"""Style sheets of a site."""

from __future__ import annotations

from pathlib import Path

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
