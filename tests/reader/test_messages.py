"""A mistake costs one message, at its cause, with the remedy that is right; the same with libyaml and without it."""

from __future__ import annotations

import pytest
import yaml

from sphinx_gitops.problems import Severity, Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.yamltree import loader

ONE = "stages:\n  s:\n    components:\n      A: {}\n      B: x\n"
FLOW = "stages: {{s: {{components: {{A: Build, B: Security Scanner}}}}}}\nflows:\n  {}\n"

CASES = {
    "a reserved sign": (ONE.format("@team"), "4:10 yaml-syntax", 'A: "@team"'),
    "an anchor's sign": (ONE.format("& more"), "4:10 yaml-syntax", 'A: "& more"'),
    "an alias's sign": (ONE.format("*all"), "4:10 yaml-syntax", "quote a text that starts with '*'"),
    "a tag's sign": (ONE.format("!now"), "4:10 unsafe-yaml", "without a tag"),
    "a backquote": (ONE.format("`x` y"), "4:10 yaml-syntax", 'A: "`x` y"'),
    "text behind brackets": (ONE.format("[CI] Build"), "4:10 yaml-syntax", 'A: "[CI] Build"'),
    "text behind braces": (ONE.format("{CI} Build"), "4:10 yaml-syntax", 'A: "{CI} Build"'),
    "text behind quotes": (ONE.format('"Scan" step'), "4:10 yaml-syntax", "A: '\"Scan\" step'"),
    "a colon in a title": (ONE.format("Build: image"), "4:10 yaml-syntax", 'A: "Build: image"'),
    "a colon in braces": (ONE.format("{title: Build: image}"), "4:18 yaml-syntax", 'title: "Build: image"'),
    "a sign in braces": (ONE.format("{title: x, owner: @team}"), "4:28 yaml-syntax", 'owner: "@team"'),
    "a bracket too many": (ONE.format("{title: x}}"), "4:20 yaml-syntax", "remove it"),
    "a block's sign": (ONE.format("> 5 nodes"), "4:10 yaml-syntax", 'A: "> 5 nodes"'),
    "a list's sign": (ONE.format("- x"), "4:10 yaml-syntax", 'A: "- x"'),
    "a key's sign": (ONE.format("? x"), "4:10 yaml-syntax", 'A: "? x"'),
    "no colon": ("stages:\n  s:\n    components:\n      A Build\n      B: x\n", "4:7 yaml-syntax", "'A: Build'"),
    "no blank": ("stages:\n  s:\n    components:\n      A:Build\n      B: x\n", "4:7 yaml-syntax", "'A: Build'"),
    "a colour that is a comment": ("styles:\n  x: {fill: #fff}\nstages: {s: x}\n", "2:13 yaml-syntax", 'fill: "#fff"'),
    "a number that is a comment": (ONE.format("{title: PR #5, kind: build}"), "4:21 yaml-syntax", 'title: "PR #5"'),
    "a title among the stages": ("stages:\n  title: x\n  s: y\n", "2:3 unknown-key", "'title' is no stage"),
    "a direction among the stages": ("stages:\n  s: y\n  direction: LR\n", "3:3 unknown-key", "as far as 'stages'"),
    "a fence with Mermaid": ("```mermaid\nflowchart LR\n  A --> B\n```\n", "1:1 wrong-type", "this is Mermaid"),
    "PlantUML": ("@startuml\nA -> B\n@enduml\n", "1:1 wrong-type", "this is PlantUML"),
    "Graphviz": ("digraph { A -> B }\n", "1:1 wrong-type", "this is Graphviz"),
    "a fence": (ONE.format("x") + "```\n", "6:1 yaml-syntax", "fence"),
    "a comma in a title": (
        ONE.format("{title: Build, test, kind: build}"),
        "4:25 unknown-key",
        "title: 'Build, test'",
    ),
    "a comma in a short title": (
        "stages: {s: {components: {A: Build, test}}}\n",
        "1:37 wrong-type",
        "A: 'Build, test'",
    ),
    "a comment in a title": (ONE.format("CI #1"), "4:10 hidden-text", "title: 'CI #1'"),
    "a colon in a flow": (FLOW.format("- A -->|Task: clone| B"), "3:5 invalid-flow", "'A -->|Task: clone| B'"),
    "two colons in a flow": (FLOW.format("- A -->|x: y: z| B"), "3:5 yaml-syntax", '"A -->|x: y: z| B"'),
    "a label behind a colon": (FLOW.format("- A --> B: label"), "3:5 invalid-flow", "A -->|label| B"),
    "a colon in a label": (FLOW.format("- from: A\n    to: B\n    label: a: b"), "5:12 yaml-syntax", 'label: "a: b"'),
    "quotes in a label": (FLOW.format('- A -->|"push (main)"| B'), "3:11 invalid-flow", "|push (main)|"),
    "a comment in a flow": (FLOW.format("- A -->|PR #1| B"), "3:10 invalid-flow", "'A -->|PR #1| B'"),
    "a shape in a flow": (FLOW.format("- A[Build] --> B"), "3:6 invalid-flow", "under 'stages'"),
    "a word of a title": (FLOW.format("- A --> Scanner"), "3:11 unknown-id", "'B', the id of 'Security Scanner'"),
    "a title in a flow": (FLOW.format("- A --> Security Scanner"), "3:20 invalid-flow", "write 'B'"),
    "a title as an end": (
        FLOW.format("- {from: A, to: Security Scanner}"),
        "3:19 unknown-id",
        "'B', the id of 'Security Scanner'",
    ),
    "flows among stages": ("stages:\n  s: x\n  flows:\n    - s --> s\n", "3:3 unknown-key", "as far as 'stages'"),
    "flows in a stage": ("stages:\n  s:\n    title: x\n    flows: []\n", "4:5 unknown-key", "as far as 'stages'"),
    "components among stages": ("stages:\n  s: x\n  components:\n    A: a\n", "3:3 unknown-key", "keys of the stage"),
    "Mermaid": (
        "flowchart TB\n  A[Build] --> B\n  end\n",
        "1:1 wrong-type",
        "'sphinx-gitops import FILE' makes a workflow of it",
    ),
    "Mermaid with options": ("%%{init: {}}%%\nsequenceDiagram\n  A->>B: x\n", "1:1 wrong-type", "Mermaid"),
    "Mermaid with front matter": ("---\ntitle: x\n---\ngraph LR\n  A --> B\n", "1:1 wrong-type", "Mermaid ('graph')"),
    "an arrow backwards": (FLOW.format("- A <-- B"), "3:7 invalid-flow", "the other way round, with '-->'"),
    "a dotted arrow backwards": (FLOW.format("- A <-.- B"), "3:7 invalid-flow", "the other way round, with '-.->'"),
    "an arrow of a word processor": (FLOW.format("- A \u2192 B"), "3:7 invalid-flow", "the nearest is '-->'"),
    "a dash as an arrow": (FLOW.format("- A \u2014> B"), "3:7 invalid-flow", "the nearest is '-->'"),
    "a double arrow": (FLOW.format("- A \u21d2 B"), "3:7 invalid-flow", "the nearest is '==>'"),
    "an arrow to the left": (FLOW.format("- A \u2190 B"), "3:7 invalid-flow", "the other way round, with '-->'"),
    "an exclamation mark": (ONE.format("!important"), "4:10 unsafe-yaml", "quote a text that starts with '!'"),
    "a template": (ONE.format("{{ .Values.x }}"), "4:11 wrong-type", "quote a text that has '{{' in it"),
    "a number in brackets": (ONE.format("{title: CI #1}"), "4:21 yaml-syntax", 'title: "CI #1"'),
    "a bracket left open": (
        "stages: {s: {components: {A: a}}\nflows: []\n",
        "1:9 yaml-syntax",
        "the bracket that opens here is never closed",
    ),
    "a directive's option below": (ONE.format("x") + ":caption: x\n", "6:1 unknown-key", "stands above the workflow"),
    "a manifest": ("apiVersion: v1\nkind: Service\n", "1:1 missing-key", "a manifest of Kubernetes"),
    "a relative address": (ONE.format("{url: scan/index.html}"), "4:16 relative-url", "'doc'"),
    "an address without a scheme": (ONE.format("{links: {a: www.x.example}}"), "4:22 relative-url", "whole address"),
}


def read(text: str):
    return read_text(text, locate=lambda line, column: Span("w", line + 1, column + 1), default="x")


@pytest.fixture(params=["CSafeLoader", "PythonLoader"])
def parser(request, monkeypatch):
    chosen = getattr(yaml, request.param, None) or getattr(loader, request.param, None)
    if chosen is None:
        pytest.skip("PyYAML has no libyaml here")
    monkeypatch.setattr(loader, "LOADER", chosen)


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_costs_one_message_with_its_remedy(name, parser):
    text, place, words = CASES[name]
    problems = read(text).problems
    assert [f"{one.span.line}:{one.span.column} {one.code.value}" for one in problems] == [place]
    assert words in problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        ONE.format("Build image:latest"),
        ONE.format("a @team & co"),
        ONE.format("CI # a comment"),
        ONE.format("'CI #1'"),
        ONE.format("C#"),
        ONE.format("x") + "#comment\n",
        ONE.format("{title: x, tags: [a, b]}"),
        ONE.format("{url: 'mailto:a@b.example'}"),
        FLOW.format('- A -->|say "no"| B'),
        FLOW.format("- A -->|a:b| B"),
        "stages:\n  components: {title: Components, components: {A: a}}\n",
        "stages:\n  flows: {title: Flows}\n  graph: x\n",
    ],
)
def test_what_is_no_mistake_costs_nothing(text, parser):
    assert read(text).problems == ()


@pytest.mark.parametrize(
    ("flow", "label"), [('- A -->|"push (main)"| B', "push (main)"), ("- A -->|Task: clone| B", "Task: clone")]
)
def test_what_was_meant_is_drawn(flow, label):
    (found,) = read(FLOW.format(flow)).workflow.flows
    assert (found.sources, found.targets, found.label) == (("A",), ("B",), label)


def test_a_backslash_wants_single_quotes(parser):
    (problem,) = read(ONE.format(r'"C:\q"')).problems
    assert problem.span.line == 4
    assert "single quotes" in problem.message


def test_text_behind_a_comment_is_a_warning():
    (problem,) = read(ONE.format("CI #1")).problems
    assert problem.severity is Severity.WARNING


def test_a_file_that_is_not_there_costs_one_message(tmp_path):
    from sphinx_gitops.reader import read_path

    path = tmp_path / "w.yaml"
    path.write_text("stages:\n  a: {include: gone.yaml}\n  b: {components: {B: b}}\nflows: [A --> B, B --> C]\n")
    reading = read_path(path)
    assert [problem.code.value for problem in reading.problems] == ["file-not-found"]
    assert reading.workflow.flows == ()
