"""Literals of ``conf.py`` are read, and what is none is named and never guessed."""

from __future__ import annotations

import pytest

from sphinx_gitops.settings import NAMES, read_conf, read_settings
from sphinx_gitops.settings.conf_file import find_conf


def read(tmp_path, text: str):
    path = tmp_path / "conf.py"
    path.write_text(text, encoding="utf-8")
    return read_conf(path, NAMES, shown="conf.py")


@pytest.mark.parametrize(
    "text",
    [
        "gitops_theme = 'mono'",
        "gitops_theme: str = 'mono'",
        "gitops_theme = 'default'\ngitops_theme = 'mono'",
        "NAME = 'mono'\ngitops_theme = NAME",
        "[].append(1)\nprint()[0] = 2\ngitops_theme = 'mono'",
        "import os\ngitops_theme = os.name\ngitops_theme = 'mono'",
        "gitops_theme = 'mono'\nhtml_context = {'theme': gitops_theme, 'x': len(gitops_theme)}",
    ],
)
def test_a_literal_is_read(tmp_path, text):
    found = read(tmp_path, text)
    assert (found.values, found.unread) == ({"gitops_theme": "mono"}, {})
    assert found.lines["gitops_theme"].line == text.count("\n") + 1 - text.count("html_context")


@pytest.mark.parametrize(
    "text",
    [
        "gitops_kinds = dict(a={})",
        "gitops_kinds = {**BASE}",
        "gitops_kinds = {}\ngitops_kinds['a'] = {}",
        "gitops_kinds = {}\ngitops_kinds.update(a={})",
        "gitops_kinds = {}\ngitops_kinds |= {'a': {}}",
        "gitops_kinds = {}\nif True:\n    gitops_kinds = {'a': {}}",
        "from kinds import gitops_kinds",
        "from kinds import ours as gitops_kinds",
        "gitops_kinds = {}\ndef setup(app):\n    global gitops_kinds",
        "BASE = {}\nBASE['a'] = {}\ngitops_kinds = BASE",
        "gitops_kinds, other = {}, {}",
        "gitops_kinds = {}\ndel gitops_kinds",
    ],
)
def test_what_is_no_literal_is_named_and_not_guessed(tmp_path, text):
    found = read(tmp_path, text)
    assert "gitops_kinds" not in found.values
    assert list(found.unread) == ["gitops_kinds"]
    assert "write it out" in found.unread["gitops_kinds"].text


def test_what_is_no_python_is_said(tmp_path):
    found = read(tmp_path, "a = 1\nb = (\n")
    assert set(found.unread) == set(NAMES)
    assert "this is no Python" in next(iter(found.unread.values())).text


def test_nothing_is_found_where_nothing_is(tmp_path):
    (tmp_path / ".git").mkdir()
    assert find_conf(tmp_path / "a/b/w.yaml") is None
    (tmp_path / "conf.py").touch()
    assert find_conf(tmp_path / "a/b/w.yaml") == tmp_path / "conf.py"


def test_every_fault_of_a_setting_is_told_at_once():
    settings, problems = read_settings(
        {
            "gitops_kinds": {"a": {"class": "x", "mark": "y", "shape": "z", "icon-": 1}, "1": {}},
            "gitops_classes": {"c": {"fill": "red", "text": 7}, "stage": {}},
            "gitops_theme": 3,
        }
    )
    assert [problem.text.partition(": ")[0] for problem in problems] == [
        "gitops_theme",
        *["gitops_classes['c']"] * 2,
        "gitops_classes['stage']",
        *["gitops_kinds['a']"] * 4,
        "gitops_kinds",
    ]
    assert "a" in settings.vocabulary.kinds
    assert "c" in settings.vocabulary.classes
