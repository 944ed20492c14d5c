"""The files of audits are beside the pages, and nowhere else."""

from __future__ import annotations

import json

import pytest

from support.audit_pages import FILES

PLAIN = {"index.rst": "T\n=\n"}


def exported(app, name="gitops-audit.json"):
    return json.loads((app.outdir / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("builder", ["html", "gitops-json"])
def test_they_are_there_where_there_is_an_audit(build, builder):
    app = build(FILES, builder=builder)
    (audit,) = exported(app)["audits"]
    assert (audit["workflow"], audit["document"], audit["level"]) == ("delivery", "index", "bronze")
    (backups,) = (one for one in audit["controls"] if one["id"] == "Backups")
    assert backups["prose"] == "They are restored each month, as mesh/mtls.yaml says."
    definition = exported(app, "gitops-oscal.json")["component-definition"]
    assert [component["title"] for component in definition["components"]] == ["Delivery"]


def test_they_go_when_the_last_audit_goes_and_another_s_file_stays(build):
    app = build(FILES)
    assert (app.outdir / "gitops-oscal.json").is_file()
    app = build(FILES | PLAIN)
    assert not list(app.outdir.glob("gitops-*.json"))
    (app.outdir / "gitops-audit.json").write_text("[]")
    app = build(FILES | {"index.rst": "T\n=\n\nX\n"})
    assert (app.outdir / "gitops-audit.json").read_text() == "[]"


def test_a_page_with_a_part_under_a_condition_is_audited_as_any_other(build):
    condition = "\n\n.. only:: html\n\n   See :gitops:component:`delivery.SCAN`.\n"
    app = build(FILES | {"index.rst": FILES["index.rst"] + condition})
    assert [audit["document"] for audit in exported(app)["audits"]] == ["index"]


def test_paper_and_a_project_without_exports_have_none(build):
    assert not list(build(FILES, builder="latex", source="a").outdir.glob("gitops-*.json"))
    assert not list(build(FILES, source="b", gitops_export=False).outdir.glob("gitops-*.json"))


def test_the_date_is_the_project_s_or_told(build, warnings):
    app = build(FILES, source="a", gitops_audit_date="2026-01-31T12:00:00Z")
    assert (
        exported(app, "gitops-oscal.json")["component-definition"]["metadata"]["last-modified"]
        == "2026-01-31T12:00:00Z"
    )


@pytest.mark.parametrize("date", ["2026-01-31", "2026-01-31T12:00:00", "yesterday", None, 2026])
def test_what_is_no_date_is_told_and_the_first_of_all_is_taken(build, warnings, date):
    app = build(FILES, gitops_audit_date=date)
    line = warnings(app)[-1]
    assert f"gitops_audit_date: {date!r} is no date with a time and a zone" in line
    assert exported(app, "gitops-oscal.json")["component-definition"]["metadata"]["last-modified"].startswith("1970")
