"""Anchors and labels of one text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.sites import html, site


@pytest.mark.parametrize("first", ["section", "workflow"])
def test_names_that_fold_to_one_anchor(build, warnings, first):
    """A section's id and a workflow's may read the same, and so may one workflow's and another's with its text version."""
    section = "GitOps delivery\n===============\n\n"
    workflow = ".. gitops-workflow::\n\n   id: {}\n   stages: {{ci: {{components: {{shop-app: One, shop_app: Two, Shop_App: Three, shop.app: Four}}}}}}\n\n"
    parts = [section, workflow.format("delivery"), workflow.format("delivery-outline")]
    if first == "workflow":
        parts = ["T\n=\n\n", *parts[1:], section]
    refs = ":gitops:component:`delivery.shop-app` :gitops:component:`delivery.shop_app` :gitops:workflow:`delivery`\n"
    app = build({"index.rst": "".join(parts) + refs}, nitpicky=True)
    assert warnings(app) == []
    page = Path(app.outdir, "index.html").read_text(encoding="utf-8")
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    targets = re.findall(r'href="#([^"]*)"', page)
    assert "gitops-delivery.shop-app" in targets
    for target in targets:
        assert target in ids or not target
    assert {f"gitops-delivery.{name}" for name in ("shop-app", "shop_app", "Shop_App", "shop.app")} <= set(ids)


def test_a_label_of_the_writer_s_own_that_is_added_later_stands_as_in_a_clean_build(build, warnings):
    files = site(other="Other\n=====\n")
    build(files)
    files["other.rst"] = ".. _gitops-delivery.SCAN:\n\nOther\n=====\n"
    files["use.rst"] = ":orphan:\n\nUse\n===\n\n:ref:`gitops-delivery.scan`\n"
    for app in (build(files), build(files, source="clean")):
        assert warnings(app) == []
        assert 'href="other.html#gitops-delivery-scan"' in html(app, "use")
