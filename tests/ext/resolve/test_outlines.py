"""The text equivalent as the builder takes it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.sites import BODY, html, site


@pytest.mark.parametrize("fold", ["open", "collapsed", "none"])
def test_the_outline_folds(build, fold):
    page = html(build(site(f"   :outline: {fold}")))
    assert ('<details class="gitops-outline" open>' in page) is (fold == "open")
    assert ('<details class="gitops-outline">' in page) is (fold == "collapsed")
    assert page.count('id="gitops-delivery.SCAN"') == 1
    assert ("gitops-outline-body" in page) is (fold != "none")


def test_two_pictures_of_a_page_share_no_id(build):
    second = BODY.replace("delivery", "second").replace("SCAN", "CHECK").replace("OLD", "OLDER")
    page = html(
        build(
            {
                "index.rst": "T\n=\n\n.. gitops-workflow::\n\n" + BODY + "\n.. gitops-workflow::\n\n" + second,
                "other.rst": ":orphan:\n\nO\n=\n",
            }
        )
    )
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert page.count("<svg xmlns") == 2
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "builder", ["text", "latex", "man", "epub", "singlehtml", "dirhtml", "xml", "pseudoxml", "texinfo", "gettext"]
)
def test_no_builder_loses_the_content(build, warnings, builder):
    app = build(site(), builder=builder)
    found = "".join(
        path.read_text(encoding="utf-8", errors="replace") for path in Path(app.outdir).rglob("*") if path.is_file()
    )
    assert "Scanner" in found
    assert not [line for line in warnings(app) if "gitops" in line]


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "epub"])
def test_a_page_that_includes_a_description_has_its_anchor_once(build, builder):
    part = "Part\n----\n\n.. gitops-workflow::\n\n" + BODY + "\n.. gitops-component:: delivery.SCAN\n\n   Words.\n"
    pages = {"index.rst": "T\n=\n\n.. toctree::\n\n   part\n\n.. include:: part.rst\n", "part.rst": part}
    app = build({**pages, "other.rst": ":orphan:\n\nO\n=\n"}, builder=builder)
    found = [
        path.read_text(encoding="utf-8") for path in Path(app.outdir).rglob("*html") if path.stem in {"index", "part"}
    ]
    shown = [page for page in found if "Scanner" in page]
    assert shown
    copies = 2 if builder == "singlehtml" else 1  # as with every anchor of a document that is there twice
    for page in shown:
        assert page.count('id="gitops-delivery.SCAN"') in {0, copies}
