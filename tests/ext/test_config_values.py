"""The values of ``conf.py`` that are ours: faults are looked for where one is given, or a name that looks like one."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext import config
from sphinx_gitops.ext.config_values import WIDTH, given, theme_width

PAGE = {"index.rst": "T\n=\n"}


@pytest.fixture
def checked(monkeypatch):
    """The configurations that have been checked."""
    found: list[object] = []
    check = config.check
    monkeypatch.setattr(config, "check", lambda app, values: found.append(values) or check(app, values))
    return found


def test_nothing_given_is_nothing_to_check(build, checked):
    app = build({**PAGE, "conf.py": "html_title = 'Words'\n"})
    assert checked == []
    assert app.config.gitops_width == theme_width("basic") == WIDTH


@pytest.mark.parametrize("line", ["gitops_icons = True", "gitops_icnos = 3", "from ours import *  # gitops_kinds"])
def test_a_name_of_ours_in_conf_py_is(build, checked, warnings, tmp_path, monkeypatch, line):
    (tmp_path / "ours.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    app = build({**PAGE, "conf.py": line + "\n"})
    assert checked == [app.config]
    assert len(warnings(app)) == ("icnos" in line)


def test_a_value_from_the_command_line_or_another_extension_is(build, checked):
    app = build(PAGE, gitops_icons=False)
    assert checked == [app.config]
    assert given(app, app.config)
