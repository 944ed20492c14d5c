"""The Mermaid text of a picture, to copy."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from support.sites import html, site


def test_the_source_can_be_copied(build, warnings):
    app = build(site("   :show-source:\n   :direction: LR"))
    assert warnings(app) == []
    fold = html(app).partition('<details class="gitops-source"><summary>Mermaid source</summary>')[2].partition("</details>")[0]  # fmt: skip
    text = unescape(re.sub(r"<[^>]*>", "", fold)).strip()
    assert text.startswith("---\nconfig:\n")
    assert "\nflowchart LR\n" in text
    assert 'SCAN["\u25c6 Scanner"]' in text
    assert "click" not in text
    assert "useMaxWidth" not in text


def test_no_source_unless_asked_for_and_none_on_paper(build):
    assert "gitops-source" not in html(build(site()))
    app = build(site("   :show-source:"), builder="latex")
    assert "flowchart" not in "".join(path.read_text(encoding="utf-8") for path in Path(app.outdir).glob("*.tex"))
