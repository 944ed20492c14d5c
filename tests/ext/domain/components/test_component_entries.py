"""The index page of components."""

from __future__ import annotations

from sphinx_gitops.ext.domain.components import component_entries as pages
from support.sites import html, site


def test_the_indices_have_the_components(build):
    app = build(site())
    page = html(app, "gitops-components")
    assert "Stage:\u00a0Integration" in page
    assert "Kind:\u00a0registry" in page
    assert "Scanner (component in Delivery)" in html(app, "genindex")


def test_a_large_index_page_is_written_when_garbage_is_gone(build, monkeypatch):
    cleared = []
    monkeypatch.setattr(pages, "_MANY", 3)
    monkeypatch.setattr(pages.gc, "collect", lambda: cleared.append(True))
    build(site())
    assert cleared == [True]
    monkeypatch.setattr(pages, "_MANY", 4)
    build(site())
    assert cleared == [True]
