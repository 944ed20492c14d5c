"""gitops.json beside pages or by a builder alone: written, left out, taken away."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import jsonschema_rs

from sphinx_gitops.schemas.export_schema import export_schema
from support.described import MARKUP, RST, SITES


def exported(app) -> dict:
    text = Path(app.outdir, "gitops.json").read_text(encoding="utf-8")
    found = json.loads(text)
    jsonschema_rs.validator_for(export_schema()).validate(found)
    assert str(app.srcdir) not in text
    return found


def by(records: list[dict], key: str) -> dict[str, dict]:
    return {record[key]: record for record in records}


def test_the_builder_warns_as_pages_do(build, warnings):
    files = SITES["rst"] | {"books.rst": RST["books"].replace("delivery.SCAN", "delivery.SCAM")}
    assert "names 'delivery.SCAM'" in warnings(build(files, builder="gitops-json"))[0]


def test_it_can_be_left_out(build):
    assert not Path(build(SITES["rst"], gitops_export=False).outdir, "gitops.json").exists()


def test_one_of_a_build_before_is_taken_away_and_a_file_of_the_projects_own_is_not(build):
    own = {"extra/gitops.json": '{"mine": 1}\n'}
    app = build(SITES["rst"] | own)
    assert exported(app)
    build(SITES["rst"] | own, gitops_export=False)
    assert not Path(app.outdir, "gitops.json").exists()
    build(SITES["rst"] | own, gitops_export=False, html_extra_path=["extra"])
    assert Path(app.outdir, "gitops.json").read_text(encoding="utf-8") == own["extra/gitops.json"]


def test_an_edit_gives_what_a_clean_build_gives(build):
    build(SITES["rst"])
    changed = SITES["rst"] | {"prose.rst": "Prose\n=====\n\n:gitops:component:`PKG`\n", "parts.rst": "Parts\n=====\n"}
    warm = exported(build(changed))
    assert warm == exported(build(changed, source="clean"))
    assert by(warm["components"], "name")["delivery.PKG"]["mentioned"] == ["prose"]


def test_a_project_without_workflows_has_an_empty_export_from_the_builder_alone(build):
    assert not list(Path(build({"index.rst": "T\n=\n"}).outdir).glob("gitops.json"))
    found = exported(build({"index.rst": "T\n=\n"}, builder="gitops-json"))
    assert [found[name] for name in ("workflows", "components", "flows", "runbooks")] == [[], [], [], []]


def test_it_is_written_where_nothing_but_the_output_can_be(build, monkeypatch, tmp_path):
    """As in a container whose file system can only be read."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    app = build(SITES["rst"], **MARKUP)
    assert [record["id"] for record in exported(app)["workflows"]] == ["delivery"]
    assert not list(Path(app.outdir).glob("tmp*"))


def test_alerts_are_in_it_with_where_they_lead(alert_site):
    from support.alert_site import GOOD, WRONG

    found = exported(alert_site(GOOD + WRONG["Lonely"]))
    down, bound, lonely = found["alerts"]
    assert down["runbooks"] == bound["runbooks"] == ["db-down"]
    assert down["documented"] == {"document": "runbooks/db", "anchor": "gitops-runbook-db-down", "uri": "runbooks/db.html#gitops-runbook-db-down"}  # fmt: skip
    assert (down["components"], down["rule"]) == (["delivery.DB"], {"file": "rules/db.yaml", "line": 4})
    assert (lonely["runbooks"], lonely["documented"]) == ([], {"document": "", "anchor": ""})
    assert (found["runbooks"][0]["alerts"], found["runbooks"][0]["binds"]) == (["DatabaseDown", "Bound"], ["Bound*"])
    assert [one["alerts"] for one in found["components"]] == [["DatabaseDown"], []]
