"""Builders without pages: every message of the pages, no file of theirs, and an exit status that follows the findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_gitops.ext.report_builder import write_reports

FORMATS = {"text": lambda found: f"{len(found)}", "json": lambda found: f"{list(found)}", "sarif": lambda _: "\ud800"}


@pytest.mark.parametrize("fails", [True, False])
def test_a_report_is_written_in_each_format_and_a_finding_that_counts_fails(build, fails):
    app = build({"index.rst": "T\n=\n"})
    write_reports(app, ["one"], FORMATS, fails=fails)
    assert app.statuscode == int(fails)
    texts = {name: Path(app.outdir, f"output.{name}").read_text(encoding="utf-8") for name in ("txt", "json", "sarif")}
    assert texts == {"txt": "1", "json": "['one']", "sarif": r"\ud800"}


@pytest.mark.parametrize("builder", ["gitops-alerts", "gitops-drift", "gitops-json"])
def test_no_page_is_made_and_pages_warn_as_ever(build, warnings, builder):
    app = build({"index.rst": "T\n=\n\n.. gitops-workflow::\n\n   stages: {s: {titel: x}}\n"}, builder=builder)
    assert any("unknown key 'titel'" in line for line in warnings(app))
    assert not list(Path(app.outdir).rglob("*.html"))
    assert app.builder.get_target_uri("index") == ""
