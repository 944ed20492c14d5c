"""Every value of ``conf.py`` is checked, each fault is one message with a code, and the settings are read once."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext.config import settings, vocabulary

PAGE = {"index.rst": "T\n=\n"}
WORKFLOW = {"index.rst": "T\n=\n\n.. gitops-workflow::\n\n   stages: {s: {components: {A: B}}}\n"}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("gitops_html_output", "svgg", "there is no output 'svgg'; did you mean 'svg'?"),
        ("gitops_html_output", 7, "there is no output 7; known: auto, svg, mermaid"),
        ("gitops_node_target", "runbok", "there is no target 'runbok'; did you mean 'runbook'?"),
        ("gitops_kinds", ["person"], "must be a mapping, found ['person']"),
        ("gitops_classes", 3, "must be a mapping, found 3"),
        ("gitops_theme", None, "there is no palette None; known: default"),
    ],
)
def test_a_value_that_cannot_be_used_is_one_message(build, warnings, name, value, expected):
    app = build(PAGE, **{name: value})
    (found,) = warnings(app)
    assert found.startswith(f"conf.py:1: WARNING: {name}: {expected}")
    assert found.endswith("[gitops.option]")


def test_faults_stand_at_their_lines_and_come_all_at_once(build, warnings):
    conf = "\ngitops_kinds = {'a': {'shape': 'x'}}\ngitops_html_output = 'svgg'\ngitops_kind = {}\ngitops_own = 1\n"
    found = warnings(build({**PAGE, "conf.py": conf}))
    assert [line.partition(":")[2].partition(":")[0] for line in found] == ["2", "3", "4"]
    assert "gitops_kind: there is no such setting; did you mean 'gitops_kinds'?" in found[2]


LAST = """\
gitops_defaults = {'legend': 'rihgt'}
gitops_outline = 3
gitops_width = 1
gitops_collapse_above = -1
gitops_dark_selectors = [3, 'html.night', 'a[b="c]']
gitops_audit_date = 'today'
"""


def test_options_of_pictures_selectors_and_dates_stand_at_their_lines_too(build, warnings):
    found = [line.partition(":")[2].split(":") for line in warnings(build({**WORKFLOW, "conf.py": f"\n\n{LAST}"}))]
    expected = ["gitops_defaults['legend']", "gitops_outline", "gitops_width", "gitops_collapse_above"]
    expected = [*zip("3456", expected, strict=True), *[("7", "gitops_dark_selectors")] * 2, ("8", "gitops_audit_date")]
    assert sorted((line, name.strip()) for line, _, name, *_ in found) == sorted(expected)


def test_pale_text_stands_where_its_colours_are_given(build, warnings):
    classes = "gitops_classes = {'c': {'fill': '#fff', 'text': '#ddd', 'dark': {'text': '#000'}}}"
    found = warnings(build({**PAGE, "conf.py": f"\n{classes}\ngitops_theme = {{'source': {{'fill': '#000000'}}}}\n"}))
    assert {line.partition(" WARNING: ")[0] for line in found if "'c' cannot be read" in line} == {"conf.py:2:"}
    assert {line.partition(" WARNING: ")[0] for line in found if "'source' cannot be read" in line} == {"conf.py:3:"}


def test_settings_are_read_once_and_again_when_a_value_is_set(build):
    app = build(PAGE, gitops_kinds={"visitor": {}})
    first = settings(app.config)
    assert settings(app.config) is first
    assert vocabulary(app.config) is first.vocabulary
    app.config.gitops_kinds = {"guest": {}}
    assert "guest" in vocabulary(app.config).kinds
    assert "visitor" not in vocabulary(app.config).kinds
