"""A finished build for a command: its options, its project, and what is said where links cannot be resolved."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from sphinx_gitops.cli.files.documentation import add_arguments, project_at, settings_with, site_of, unread
from sphinx_gitops.cli.usage import UsageError


@pytest.fixture
def given(tmp_path, monkeypatch):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/conf.py").write_text("html_baseurl = 'https://docs.example/'\n", encoding="utf-8")
    (tmp_path / "html").mkdir()
    monkeypatch.chdir(tmp_path)

    def parsed(*arguments: str) -> argparse.Namespace:
        parser = argparse.ArgumentParser()
        parser.add_argument("paths", nargs="+")
        add_arguments(parser)
        return parser.parse_args(["deploy", *arguments])

    return parsed


def test_the_base_is_that_of_the_option_else_that_of_the_project(given, capsys):
    for arguments, expected in (((), "https://docs.example/"), (("--base", "https://b.example"), "https://b.example")):
        options = given("--docs", "html", "--conf", "docs", *arguments)
        found = project_at(options)
        assert settings_with(options, found, site_of(options, found)).alerts.bases == (expected,)
    assert capsys.readouterr().err == ""


def test_without_a_build_no_link_is_below_a_base_and_that_is_said(given, capsys):
    options = given("--conf", "docs")
    found = project_at(options)
    assert settings_with(options, found, site_of(options, found)).alerts.bases == ()
    assert "--docs names no finished HTML build" in capsys.readouterr().err


def test_a_build_that_is_not_there_is_wrong_usage(given):
    options = given("--docs", "gone")
    with pytest.raises(UsageError, match="there is no folder gone"):
        site_of(options, project_at(options))


def test_a_base_that_cannot_be_read_is_told_unless_one_is_given(given):
    Path("docs/conf.py").write_text("html_baseurl = f()\n", encoding="utf-8")
    found = project_at(given("--docs", "html", "--conf", "docs"))
    assert [one.span.line for one in unread(found, [], ["gitops_docs_annotation"])] == [1]
    assert unread(found, ["https://b.example/"], ["gitops_docs_annotation"]) == []


def test_a_setting_that_cannot_be_read_is_told_to_the_command_that_wants_it(given):
    Path("docs/conf.py").write_text("gitops_docs_annotation = f()\n", encoding="utf-8")
    found = project_at(given("--docs", "html", "--conf", "docs"))
    assert len(unread(found, [], ["gitops_docs_annotation"])) == 1
    assert unread(found, [], ["gitops_alerts_required"]) == []


def test_a_build_that_cannot_be_used_is_named_with_its_remedy(given, tmp_path):
    (tmp_path / "html/gitops.json").write_text('{"schema_version": 1, "components": 1}', encoding="utf-8")
    options = given("--docs", "html")
    with pytest.raises(UsageError, match=r"argument --docs: html: its gitops\.json .* build the documentation again"):
        site_of(options, project_at(options))
