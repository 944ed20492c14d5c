"""What is written into rule files: values that cannot be changed are told, each with what to write."""

from __future__ import annotations

import pytest

from sphinx_gitops import cache
from sphinx_gitops.alerts.check import AlertOutcome, check_alerts
from sphinx_gitops.alerts.files import read_sources
from sphinx_gitops.alerts.pages import Page, PageAnchor, Pages
from sphinx_gitops.cli.alerts_write import fix, write_scaffold
from sphinx_gitops.settings import read_settings

BASE, ANCHOR = "https://docs.example/", "gitops-runbook-new"
FORMER = {"gitops-runbook-old": PageAnchor("db", ANCHOR)}
PAGES = Pages([Page(document="db", path="db.html", anchors={ANCHOR: 1, "gitops-runbook-old": 1}, former=FORMER)])
OLD, NEW = f"{BASE}db.html#gitops-runbook-old", f"{BASE}db.html#{ANCHOR}"
SETTINGS = read_settings({"gitops_alerts_base": BASE})[0]


@pytest.fixture
def written(tmp_path, monkeypatch, capsys):
    def run(text: str | bytes) -> tuple[bytes, str, tuple[int, int]]:
        monkeypatch.chdir(tmp_path)
        content = text.encode() if isinstance(text, str) else text
        (tmp_path / "rules.yaml").write_bytes(content)
        files = read_sources(["rules.yaml"], tmp_path).files
        counts = fix(check_alerts(files, [], PAGES, SETTINGS), files, PAGES, SETTINGS)
        return (tmp_path / "rules.yaml").read_bytes(), capsys.readouterr().err, counts

    return run


RULE = "rules:\n- alert: A  # a\n  annotations:\n    runbook_url: {value}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (OLD, NEW),
        (f"'{OLD}'", f"'{NEW}'"),
        (f'"{OLD}"  # why', f'"{NEW}"  # why'),
        (f"'see {OLD}, or call'", f"'see {NEW}, or call'"),
        (f"'{OLD} {OLD}'", f"'{NEW} {NEW}'"),
    ],
)
def test_an_address_is_written_in_its_place(written, before, after):
    content, _, counts = written(RULE.format(value=before))
    assert content.decode() == RULE.format(value=after)
    assert counts[0] >= 1


def test_line_breaks_and_marks_stay(written):
    text = RULE.format(value=OLD).replace("\n", "\r\n")
    for encoding in ("utf-8-sig", "utf-16"):
        content, _, counts = written(text.encode(encoding))
        assert content == text.replace("old", "new").encode(encoding)
        assert counts == (1, 0)


def test_a_failure_while_rules_are_written_leaves_them_as_they_were(written, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache.os, "fdopen", fail)
    content, said, counts = written(RULE.format(value=OLD))
    assert content.decode() == RULE.format(value=OLD)
    assert said == "rules.yaml: error: cannot be fixed: no space left on device\n0 links written\n"
    assert counts == (0, 1)


@pytest.mark.parametrize("value", [f">-\n      {OLD}", f"&link {OLD}", f"!!str {OLD}"])
def test_what_cannot_be_written_is_told_with_its_place(written, value):
    text = RULE.format(value=value)
    content, err, counts = written(text)
    assert content.decode() == text
    assert counts == (0, 0)
    assert f"info: A: not fixed, the value has an anchor or a tag, or is a block: write {NEW}" in err


def test_pages_follow_the_markup_around_them(tmp_path, capsys):
    (tmp_path / "conf.py").write_text("", encoding="utf-8")
    (tmp_path / "index.md").write_text("# I\n", encoding="utf-8")
    (tmp_path / "rules.yaml").write_text("rules: [{alert: A}]\n", encoding="utf-8")
    outcome = check_alerts(read_sources(["rules.yaml"], tmp_path).files, [], Pages([]), SETTINGS)
    assert write_scaffold(outcome, tmp_path / "runbooks", "") == 0
    assert sorted(path.name for path in (tmp_path / "runbooks").iterdir()) == ["A.md", "index.md"]
    assert write_scaffold(outcome, tmp_path / "index.md", "") == 1
    assert "cannot be written" in capsys.readouterr().err
    assert write_scaffold(AlertOutcome(alerts=(), findings=()), tmp_path / "none", "rst") == 0
    assert not (tmp_path / "none").exists()


def test_the_markup_of_another_project_above_does_not_count(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/conf.py").write_text("", encoding="utf-8")
    (tmp_path / "README.md").write_text("# R\n", encoding="utf-8")
    (tmp_path / "rules.yaml").write_text("rules: [{alert: A}]\n", encoding="utf-8")
    outcome = check_alerts(read_sources(["rules.yaml"], tmp_path).files, [], Pages([]), SETTINGS)
    assert write_scaffold(outcome, tmp_path / "docs/runbooks", "") == 0
    assert sorted(path.name for path in (tmp_path / "docs/runbooks").iterdir()) == ["A.rst", "index.rst"]
