"""Diagrams that the browser draws."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from support.sites import BODY, html, site


def test_the_browser_can_draw(build, warnings):
    app = build(site(), gitops_html_output="mermaid")
    page = html(app)
    assert "<svg xmlns" not in page
    assert 'class="mermaid' in page
    assert "\n  accTitle: Delivery\n" in page
    assert "useMaxWidth: false" in page
    tip = "Scanner; security scan, security check, in Integration"
    assert f"click SCAN href &quot;#gitops-delivery.SCAN&quot; &quot;{tip}&quot;" in page
    assert "mermaid" not in html(app, "other").replace("gitops-workflow", "").lower()


@pytest.mark.parametrize(("own", "expected"), [({}, "5000"), ({"mermaid_init_config": {"maxEdges": 700}}, "700")])
def test_the_browser_refuses_no_large_diagram(build, own, expected):
    app = build(site(), gitops_html_output="mermaid", **own)
    if "mermaid_init_config" not in app.config:
        pytest.skip("this sphinxcontrib-mermaid has no mermaid_init_config")
    page = html(app)
    assert re.search(rf'"maxEdges": {expected}\b', page)
    assert '"maxTextSize": 1000000' in page


PAGE = "T\n=\n\n.. gitops-workflow::\n\n   id: w\n   stages: {s: {components: {A: Aa, B: Bb}}}\n   flows: [A --> B]\n\nThe end.\n"


def page(app) -> str:
    return Path(app.outdir, "index.html").read_text(encoding="utf-8")


def test_without_sphinxcontrib_mermaid_the_pictures_are_static_and_one_warning_says_so(build, warnings, monkeypatch):
    monkeypatch.setitem(sys.modules, "sphinxcontrib.mermaid", None)
    app = build({"index.rst": PAGE}, gitops_html_output="mermaid")
    (line,) = warnings(app)
    assert "sphinxcontrib-mermaid" in line
    assert "pip install" in line
    assert 'id="gitops-w.A"' in page(app)
    assert "<svg" in page(app)


@pytest.mark.parametrize(
    "settings",
    [
        {"mermaid_output_format": "png", "mermaid_cmd": "no-such-mmdc"},
        {"mermaid_output_format": "svg", "mermaid_cmd": "false"},
        {"mermaid_d3_zoom": True},
        {"mermaid_init_js": "alert(1)"},
        {"mermaid_params": ["--theme", "dark"]},
    ],
)
def test_sphinxcontrib_mermaid_configured_oddly_leaves_the_words(build, settings):
    app = build({"index.rst": PAGE}, gitops_html_output="mermaid", **settings)
    assert "Traceback" not in app.warning.getvalue()
    assert 'id="gitops-w.A"' in page(app)
    assert "The end." in page(app)


def test_a_workflow_that_another_of_its_id_goes_before_has_no_links_in_what_the_browser_draws(build, warnings):
    twice = site()["index.rst"] + "\n.. gitops-workflow::\n\n" + BODY.replace("Scanner", "Second")
    app = build({**site(), "index.rst": twice}, gitops_html_output="mermaid")
    assert [line for line in warnings(app) if "gitops.duplicate-id" in line]
    page = html(app)
    assert "Second" in page
    assert re.findall(r"click SCAN href.*?(Scanner|Second);", page) == ["Scanner"]
