"""``sphinx-gitops alerts``: rule files against a finished build, as text, JSON, SARIF and annotations."""

from __future__ import annotations

import json

import pytest

from sphinx_gitops.cli import main

BASE = "https://docs.example/"
RULES = f"""\
# the rules of the database
groups:
- name: db
  rules:
  - alert: DatabaseDown   # pages
    expr: up == 0
    annotations:
      runbook_url: "{BASE}db.html#gitops-runbook-db-gone"   # the old one
      summary: "{{{{ $labels.job }}}} is down"
  - alert: Bound
    labels: {{severity: critical}}
  - alert: Typo
    annotations: {{runbook_url: '{BASE}db.html#gitops-runbook-db-dwn'}}
  - alert: Lonely
    labels:
      severity: page
"""
FIXED = RULES.replace("db-gone", "db-down").replace(
    "  - alert: Bound\n",
    f"  - alert: Bound\n    annotations:\n      runbook_url: {BASE}db.html#gitops-runbook-db-down\n",
)
PAGE = "Database\n========\n\n.. gitops-runbook:: db-down\n   :title: Down\n   :alerts: Bound\n   :formerly: db-gone\n\n   Do it.\n"  # fmt: skip
CONF = f"extensions = ['sphinx_gitops']\nhtml_baseurl = {BASE!r}\ngitops_alerts = ['../rules.yaml']\n"


@pytest.fixture
def project(tmp_path, make_app, monkeypatch):
    """A repository: rules, and a documentation that has been built."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    (docs / "conf.py").write_text(CONF, encoding="utf-8")
    (docs / "index.rst").write_text("I\n=\n\n.. toctree::\n\n   db\n", encoding="utf-8")
    (docs / "db.rst").write_text(PAGE, encoding="utf-8")
    app = make_app("html", srcdir=docs)
    app.build()
    (tmp_path / "html").symlink_to(app.outdir, target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    status = main(["alerts", *arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


DOCS = ("--docs", "html", "--conf", "docs")


def test_findings_are_printed_with_both_places_and_the_status_is_that_of_drift(project, capsys):
    status, out, err = run(capsys, "rules.yaml", *DOCS)
    assert status == 1
    assert [line.partition(": ")[0] + line[line.rindex(" [") :] for line in out.splitlines()] == [
        "rules.yaml:8:7 [gitops.alert-runbook-moved]",
        "rules.yaml:13:19 [gitops.alert-runbook-broken]",
        "rules.yaml:14:12 [gitops.alert-runbook-none]",
    ]
    assert "(there at docs/db.rst:4)" in out
    assert "(the nearest at docs/db.rst:4)" in out
    assert err == "4 alerts: 2 runbook, 1 broken, 1 none\n"


def test_json_names_the_page_and_the_rule(project, capsys):
    _, out, _ = run(capsys, "rules.yaml", *DOCS, "--format", "json")
    moved = next(one for one in json.loads(out)["findings"] if one["code"] == "alert-runbook-moved")
    assert moved["documented"] == {"file": "docs/db.rst", "line": 4}
    assert moved["found"] == {"file": "rules.yaml", "line": 8}
    assert moved["expected"] == f"{BASE}db.html#gitops-runbook-db-down"


def test_fix_writes_what_is_right_and_keeps_everything_else(project, capsys):
    status, out, err = run(capsys, "rules.yaml", *DOCS, "--fix")
    assert (project / "rules.yaml").read_text(encoding="utf-8") == FIXED
    assert (status, len(out.splitlines())) == (1, 2)
    assert err.startswith("2 links written\n")
    assert run(capsys, "rules.yaml", *DOCS, "--fix")[2].startswith("0 links written\n")
    assert (project / "rules.yaml").read_text(encoding="utf-8") == FIXED


def test_a_template_is_reported_and_never_written(project, capsys):
    (project / "chart/templates").mkdir(parents=True)
    text = "{{ if x }}\n" + RULES + "{{ end }}\n"
    (project / "chart/templates/rules.yaml").write_text(text, encoding="utf-8")
    _, _, err = run(capsys, "chart", *DOCS, "--fix")
    assert "chart/templates/rules.yaml:9: info: DatabaseDown: not fixed, the file is a template: write " in err
    assert (project / "chart/templates/rules.yaml").read_text(encoding="utf-8") == text


def test_a_list_has_every_alert(project, capsys):
    _, out, _ = run(capsys, "rules.yaml", *DOCS, "--list")
    assert out.splitlines() == [
        "rules.yaml:5   DatabaseDown  -         db-down",
        "rules.yaml:10  Bound         critical  db-down",
        "rules.yaml:12  Typo          -         broken",
        "rules.yaml:14  Lonely        page      none",
    ]


def test_without_pages_links_are_not_held_and_the_command_says_so(project, capsys):
    status, out, err = run(capsys, "rules.yaml")
    assert "links are not resolved: --docs names no finished HTML build" in err
    assert "alert-runbook-broken" not in out
    assert status == 1
    _, _, err = run(capsys, "rules.yaml", "--docs", "html", "--conf", "docs", "--base", BASE)
    assert "not resolved" not in err


def test_the_base_is_that_of_the_pages_where_nothing_else_says_one(project, capsys):
    (project / "docs/conf.py").unlink()
    status, out, _ = run(capsys, "rules.yaml", "--docs", "html")
    assert status == 1
    assert "(the nearest at html/db.html:" in out


def test_a_base_that_is_not_known_is_said(project, capsys):
    (project / "docs/conf.py").write_text("extensions = []\n", encoding="utf-8")
    for page in (project / "html").glob("*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace("canonical", "x"), encoding="utf-8")
    _, out, err = run(capsys, "rules.yaml", *DOCS)
    assert "links are not resolved: neither --base" in err
    assert "alert-runbook-broken" not in out


def test_a_scaffold_and_a_report_are_written(project, capsys):
    arguments = ("rules.yaml", *DOCS, "--scaffold", "docs/runbooks", "--report", "review.md", "-o", "report.txt")
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (1, "")
    assert "2 pages written to docs/runbooks" in err
    assert sorted(path.name for path in (project / "docs/runbooks").iterdir()) == ["Lonely.rst", "index.rst"]
    assert "| Lonely | page | none |" in (project / "review.md").read_text(encoding="utf-8")
    assert "alert-runbook-none" in (project / "report.txt").read_text(encoding="utf-8")
    (project / "docs/runbooks/Lonely.rst").write_text("mine", encoding="utf-8")
    _, _, err = run(capsys, *arguments)
    assert "docs/runbooks/Lonely.rst: info: is there already, and stays as it is" in err
    assert (project / "docs/runbooks/Lonely.rst").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "arguments", [("gone.yaml",), ("rules.yaml", "--docs", "gone"), ("rules.yaml", "--conf", "gone")]
)
def test_wrong_usage_is_said(project, capsys, arguments):
    with pytest.raises(SystemExit) as stop:
        run(capsys, *arguments)
    assert stop.value.code == 2


def test_all_is_well_without_a_word(project, capsys):
    (project / "rules.yaml").write_text(f"rules:\n- alert: A\n  annotations: {{runbook_url: '{BASE}db.html#database'}}\n- alert: Bound\n", encoding="utf-8")  # fmt: skip
    assert run(capsys, "rules.yaml", *DOCS) == (0, "", "2 alerts: 2 runbook\n")
