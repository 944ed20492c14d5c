"""Without an engine there is one warning and the words, or the browser draws."""

from __future__ import annotations

import pytest

from support.sites import html, site


@pytest.fixture
def no_engine(monkeypatch):
    monkeypatch.setattr("sphinx_gitops.ext.drawing.renderer.chain", lambda _: iter(()))
    monkeypatch.setattr("sphinx_gitops.ext.outputs.mermaid.choose", lambda _: None)


def test_without_an_engine_there_is_one_warning_and_the_words(build, warnings, no_engine):
    files = site()
    files["other.rst"] += "\n.. gitops-workflow::\n\n   id: second\n   stages: {a: {components: {B: Builder}}}\n"
    app = build(files, gitops_html_output="svg")
    assert len(warnings(app)) == 1
    assert 'pip install "sphinx-gitops[static]"' in warnings(app)[0]
    assert "<svg" not in html(app)
    assert 'id="gitops-delivery.SCAN"' in html(app)


def test_without_an_engine_the_browser_draws(build, warnings, no_engine):
    app = build(site())
    assert warnings(app) == []
    assert 'class="mermaid' in html(app)
