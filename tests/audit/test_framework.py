"""Frameworks: those of the package, a project's own in either form, and what can be wrong with one."""

from __future__ import annotations

import pytest

from sphinx_gitops.audit.framework import BUILT_IN, built_in, read_framework
from sphinx_gitops.rules import rule_of
from sphinx_gitops.vocabulary import DEFAULT
from support.audits import framework


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_framework_of_the_package_names_rules_and_kinds_that_there_are(name):
    found = built_in(name)
    assert found.title
    assert found.version
    assert found.url.startswith("https://")
    assert all(control.section and control.title for control in found.controls)
    codes = [code for control in found.controls for code in control.rules]
    assert codes
    assert all(map(rule_of, codes))
    assert {kind for control in found.controls for kind in control.kinds} <= set(DEFAULT.kinds)
    assert all(map(rule_of, (code for level in found.levels for code in level.rules)))


def test_the_four_principles_have_their_official_names_and_version():
    sections = dict(built_in("practices").sections())
    assert [control.title for control in sections["Principles (OpenGitOps v1.0.0)"]] == [
        "Declarative",
        "Versioned and Immutable",
        "Pulled Automatically",
        "Continuously Reconciled",
    ]
    assert len(sections) == 5
    assert all(len(controls) == 4 for controls in sections.values())


def test_a_file_may_only_map_controls_to_rules_and_prose():
    found = framework(
        "CC6.1: [secret-plaintext, suspended]\nCC7.2: {rules: monitoring-missing, prose: We watch.}\nCC8: {}\n"
    )
    assert [(one.id, one.title, one.rules, one.prose) for one in found.controls] == [
        ("CC6.1", "CC6.1", ("secret-plaintext", "suspended"), ""),
        ("CC7.2", "CC7.2", ("monitoring-missing",), "We watch."),
        ("CC8", "CC8", (), ""),
    ]
    assert found.title == "f"


def test_a_file_may_say_more():
    found = framework(
        "title: SOC 2\nversion: '2017'\nurl: https://example.org\nlevels: {one: [cycle], two: [suspended]}\n"
        "controls:\n  CC6.1: {title: Access, section: Common, kinds: [policy], evidence: [w.PROD, apps/]}\n"
    )
    (control,) = found.controls
    assert (control.title, control.section, control.kinds, control.evidence) == (
        "Access",
        "Common",
        ("policy",),
        ("w.PROD", "apps/"),
    )
    assert [(level.name, level.rules) for level in found.levels] == [("one", ("cycle",)), ("two", ("suspended",))]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A: [secret-plaintxt]\n", "f.yaml:1:5: error: A: there is no rule 'secret-plaintxt'; did you mean 'secret-plaintext'?"),
        ("A: {rulez: [cycle]}\n", "f.yaml:1:5: error: A: unknown key 'rulez'; did you mean 'rules'?"),
        ("controls: {A: {}}\nlevel: {}\n", "f.yaml:2:1: error: unknown key 'level'; did you mean 'levels'?"),
        ("controls: [A]\n", "f.yaml:1:11: error: controls: expected a mapping, found a list"),
        ("- A\n", "f.yaml:1:1: error: expected a mapping, found a list"),
        ("A: {title: [x]}\n", "f.yaml:1:12: error: A: expected a text, found a list"),
        (
            "url: 'javascript:alert(1)'\ncontrols: {A: {}}\n",
            "f.yaml:1:6: error: url: the link 'javascript:alert(1)' is refused: write an http, https or mailto address",
        ),
        ("", "f.yaml:1:1: error: the framework is empty: it needs controls, each with its rules"),
        ("A: [\n", "f.yaml:2:1: error:"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_place(text, message):
    _, problems = read_framework(text, "f.yaml", "f")
    assert len({str(problem) for problem in problems}) == 1
    assert str(problems[0]).startswith(message)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "JAVASCRIPT:x", "vbscript:x"])
def test_an_address_that_could_run_code_is_not_kept(url):
    found, problems = read_framework(f'url: "{url}"\ncontrols: {{A: {{}}}}\n', "f.yaml", "f")
    assert found.url == ""
    assert [problem.code for problem in problems] == ["unsafe-url"]


def test_an_empty_entry_of_a_list_is_none():
    found = framework("controls: {A: {rules: ['', cycle, ~]}}\n")
    assert [control.rules for control in found.controls] == [("cycle",)]
