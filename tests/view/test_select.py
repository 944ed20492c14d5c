"""What a selection leaves of a workflow, and what it says of what it cannot use."""

from __future__ import annotations

import pytest

from sphinx_gitops.emit import to_mermaid
from sphinx_gitops.model import Workflow
from sphinx_gitops.view import SelectedWorkflow, Selection, collapse, scene, select
from sphinx_gitops.vocabulary import DEFAULT
from support.command import DELIVERY, run
from support.pictures import read, svg

TEXT = """\
id: w
title: W
stages:
  src: {kind: source, tags: [git], components: {APP: App, INFRA: {kind: repository}}}
  ci:
    kind: ci
    components: {BUILD: {kind: build, owner: team-a}}
    groups:
      checks: {components: {SCAN: {kind: security-scan, tags: [slsa], owner: team-b}, TEST: {kind: test}}}
      spare: {title: Spare}
  cd: {components: {OP: {kind: operator}, MON: {kind: monitoring}}}
  run: {components: {prod-eu: {tier: production}, prod-us: {tier: production}, dev: Dev}}
flows:
  - APP & INFRA --> BUILD --> TEST --> OP
  - BUILD --> SCAN --> OP
  - OP --> run
  - prod-eu -.-> MON -.-> OP
  - MON <--> dev
"""
ALL = "APP INFRA BUILD SCAN TEST OP MON prod-eu prod-us dev"


def workflow(text: str = TEXT) -> Workflow:
    reading = read(text)
    assert reading.problems == ()
    return reading.workflow


def part(**options: object) -> SelectedWorkflow:
    return select(workflow(), Selection(**options))


def names(found: SelectedWorkflow) -> str:
    return " ".join(component.id for component in found.workflow.components())


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ALL),
        ({"show": "stage:ci"}, "BUILD SCAN TEST"),
        ({"show": "ci"}, "BUILD SCAN TEST"),
        ({"show": "group:checks"}, "SCAN TEST"),
        ({"show": "kind:security-scan, kind:test"}, "SCAN TEST"),
        ({"show": "kind:source"}, "APP INFRA"),
        ({"show": "tag:slsa"}, "SCAN"),
        ({"show": "tag:git"}, "APP INFRA"),
        ({"show": "owner:team-*"}, "BUILD SCAN"),
        ({"show": "prod-*"}, "prod-eu prod-us"),
        ({"show": "id:[A-B]*"}, "APP BUILD"),
        ({"show": "stage:ci", "hide": "kind:build"}, "SCAN TEST"),
        ({"hide": "run, cd, src"}, "BUILD SCAN TEST"),
        ({"focus": "SCAN"}, "BUILD SCAN OP"),
        ({"focus": "SCAN", "hops": 2}, "APP INFRA BUILD SCAN OP prod-eu prod-us dev"),
        ({"focus": "SCAN", "hops": 2, "upstream": True}, "APP INFRA BUILD SCAN"),
        ({"focus": "SCAN", "hops": 1, "downstream": True}, "SCAN OP"),
        ({"focus": "SCAN", "hops": None, "upstream": True}, "APP INFRA BUILD SCAN"),
        ({"focus": "SCAN", "hops": 0}, "SCAN"),
        ({"focus": "dev"}, "OP MON dev"),
        ({"focus": "checks"}, "BUILD SCAN TEST OP"),
        ({"focus": "APP, INFRA"}, "APP INFRA BUILD"),
        ({"path": "APP -> OP"}, "APP BUILD SCAN TEST OP"),
        ({"path": "APP->prod-eu"}, "APP BUILD SCAN TEST OP MON prod-eu dev"),
        ({"path": "src -> checks"}, "APP INFRA BUILD SCAN TEST"),
        ({"path": "APP -> OP", "hide": "TEST"}, "APP BUILD SCAN OP"),
        ({"path": "APP --> OP", "hide": "TEST"}, "APP BUILD SCAN OP"),
        ({"path": "w.src-->w.checks"}, "APP INFRA BUILD SCAN TEST"),
        ({"focus": "w.SCAN"}, "BUILD SCAN OP"),
    ],
)  # fmt: skip
def test_a_selection_leaves(options, expected):
    found = part(**options)
    assert names(found) == expected
    assert found.complaints == ()
    assert found.hidden == len(ALL.split()) - len(expected.split())


@pytest.mark.parametrize("name", ["OLD", "w.OLD", "before.OLD", "before.SCAN"])
def test_a_former_name_is_the_thing_of_today(name):
    text = TEXT.replace("stages:", "formerly: [before]\nstages:", 1).replace("SCAN: {", "SCAN: {formerly: [OLD], ", 1)
    found = select(workflow(text), Selection(focus=name))
    assert found.complaints == ()
    assert (names(found), found.focus) == ("BUILD SCAN OP", {"SCAN"})


def test_a_path_does_not_pass_its_ends_twice():
    found = select(workflow(TEXT.replace("  - MON <--> dev\n", "")), Selection(path="APP -> prod-eu"))
    assert names(found) == "APP BUILD SCAN TEST OP prod-eu"


def test_what_is_left_is_a_workflow():
    found = part(show="SCAN, prod-us, OP").workflow
    assert [thing.id for thing in found.parts()] == ["ci", "checks", "SCAN", "cd", "OP", "run", "prod-us"]
    assert [list(flow.pairs()) for flow in found.flows] == [[("SCAN", "OP")], [("OP", "run")]]


def test_an_empty_box_is_shown_and_hidden_by_name():
    def boxes(**options: object) -> set[str]:
        return {thing.id for thing in part(**options).workflow.parts()}

    assert "spare" in boxes()
    assert "spare" in boxes(show="spare")
    assert "spare" not in boxes(hide="spare")
    assert "spare" not in boxes(focus="BUILD")


@pytest.mark.parametrize(
    ("options", "code", "message", "shown"),
    [
        ({"show": "SCN"}, "unknown-id", ":show: 'SCN' matches no thing of this workflow; did you mean 'SCAN'?", ALL),
        ({"show": "SCN, TEST"}, "unknown-id", "did you mean 'SCAN'?", "TEST"),
        ({"hide": "stage:cii"}, "unknown-id", ":hide: 'stage:cii' matches no stage of this workflow; did you mean 'ci'?", ALL),
        ({"show": "tag:sls"}, "option", ":show: 'tag:sls' matches no tag of this workflow; did you mean 'slsa'?", ALL),
        ({"show": "kind:x"}, "option", "'kind:x' matches no kind of this workflow; there are build, ci, monitoring, operator, repository, security-scan, source, test", ALL),
        ({"show": "zz-*"}, "unknown-id", "'zz-*' matches no thing of this workflow", ALL),
        ({"show": "stag:ci"}, "option", "'stag:ci' selects by nothing known; did you mean 'stage'?", ALL),
        ({"show": "colour:red"}, "option", "known: id, stage, group, kind, tag, owner", ALL),
        ({"focus": "SCN"}, "unknown-id", ":focus: 'SCN' is no id of the workflow 'w'; did you mean 'SCAN'?", ALL),
        ({"focus": "zz"}, "unknown-id", ":focus: 'zz' is no id of the workflow 'w'; there are 16, such as src, APP, INFRA", ALL),
        ({"path": "APP"}, "option", ":path: 'APP' is no path: write 'FROM -> TO'", ALL),
        ({"path": "APP -> OP -> dev"}, "option", "is no path", ALL),
        ({"path": "APP -> DEV"}, "unknown-id", ":path: 'DEV' is no id of the workflow 'w'; did you mean 'dev'?", ALL),
        ({"path": "OP -> APP"}, "option", "no flows lead from 'OP' to 'APP'; there is one back: ':path: APP -> OP'", ALL),
        ({"path": "APP -> INFRA"}, "option", ":path: no flows lead from 'APP' to 'INFRA'", ALL),
        ({"show": "ci", "hide": "ci"}, "option", "the options leave nothing to show, so everything is shown", ALL),
        ({"show": ", ,"}, "option", ":show: ', ,' names nothing: write ids, or a word such as 'stage:ci'", ALL),
        ({"hide": ","}, "option", ":hide: ',' names nothing", ALL),
        ({"focus": ","}, "option", ":focus: ',' names nothing: write ids", ALL),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said_once_and_left_aside(options, code, message, shown):
    found = part(**options)
    assert [(one.code.value) for one in found.complaints] == [code]
    assert message in found.complaints[0].message
    assert names(found) == shown


def test_the_command_line_takes_the_same_options():
    done = run("outline", DELIVERY, "--focus", "SCAN", "--hops", "all", "--upstream")
    assert done.returncode == 0, done.stderr
    assert b"Security Scanner" in done.stdout
    assert b"Package Registry" not in done.stdout
    assert b"gitopsFocus" in run("emit", DELIVERY, "--focus", "SCAN").stdout
    assert run("emit", DELIVERY, "--hops", "-1").returncode == 2
    stray = run("emit", DELIVERY, "--hops", "2", "--upstream")
    assert stray.returncode == 1
    assert stray.stderr.count(b"says how far around '--focus' to go") == 2
    wrong = run("render", DELIVERY, "--show", "SCN")
    assert wrong.returncode == 1
    assert (
        b"error: --show 'SCN' matches no thing of this workflow; did you mean 'SCAN'? [gitops.unknown-id]"
        in wrong.stderr
    )
    assert b"<svg " in wrong.stdout


def test_the_focus_is_told_without_colour():
    found = part(focus="SCAN")
    drawn = svg(scene(found.workflow, DEFAULT, focus=found.focus))
    assert drawn.count('class="gitops-focus"') == 1
    assert 'aria-label="SCAN, security scan, security check, in focus, in ci"' in drawn
    assert "class SCAN gitopsFocus" in to_mermaid(scene(found.workflow, DEFAULT, focus=found.focus))


@pytest.mark.parametrize(
    ("focus", "depth", "keys"), [("ci", None, ("ci",)), ("SCAN", 1, ("checks",)), ("SCAN", 0, ("ci",))]
)
def test_a_box_and_a_fold_are_in_focus(focus, depth, keys):
    found = part(focus=focus)
    shown = collapse(scene(found.workflow, DEFAULT, focus=found.focus), depth)
    assert shown.focus == keys
    assert svg(shown).count('class="gitops-focus"') == 1
