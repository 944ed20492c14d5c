"""The how-to page on repositories: its own repository is drawn, in the team's words, and as its cluster is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from support.project import ROOT

HOW_TO = ROOT / "docs" / "how-to"


@pytest.fixture
def page(tmp_path, make_app):
    source = tmp_path / "docs"
    shutil.copytree(HOW_TO / "bookshop", source / "bookshop")
    shutil.copy(HOW_TO / "bookshop-status.json", source)
    shutil.copy(HOW_TO / "repository.md", source)
    (source / "conf.py").write_text("")
    settings = {"extensions": ["sphinx_gitops", "myst_parser"], "root_doc": "repository", "suppress_warnings": ["myst.xref_missing"]}  # fmt: skip
    app = make_app("html", srcdir=source, confoverrides=settings)
    app.build()
    assert [line for line in app.warning.getvalue().splitlines() if line and "already registered" not in line] == []
    return Path(app.outdir, "repository.html").read_text(encoding="utf-8")


def test_the_example_is_drawn_and_says_what_the_page_says(page):
    text = " ".join(re.sub(r"<[^>]*>", " ", page).split())
    assert "catalogue-production (reconciler, sync point, bookshop/argocd/production/catalogue.yaml:1, revision v2.4.0, path apps/catalogue/overlays/production, by hand)" in text  # fmt: skip
    assert "Production, by hand" in text
    assert "The bookshop's Applications (status of 2026-03-02 08:02 UTC)" in text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")  # fmt: skip
    assert "degraded, synced" in text
    assert page.count("<svg") >= 3
