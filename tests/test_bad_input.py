"""Each mistake a writer makes is one error at its line, and what can still be drawn is drawn."""

from __future__ import annotations

import time

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_path, read_text


def read(text: str):
    return read_text(text, locate=lambda line, column: Span("body", line + 1, column + 1), default="x")


def codes(text: str) -> list[str]:
    return [f"{problem.span.line}:{problem.code.value}" for problem in read(text).problems]


GOOD = "stages:\n  ci:\n    components:\n      A: One\n      B: Two\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("stages:\n\tci: x\n", ["2:yaml-syntax"], id="a tab"),
        pytest.param("stages:\n  ci: 'open\n  cd: x\n", ["2:yaml-syntax"], id="an unterminated quote"),
        pytest.param("stages:\n  ci: x\n  ci: y\n", ["3:duplicate-key"], id="a duplicate key"),
        pytest.param("stages: {ci: x}\n---\nstages: {cd: y}\n", ["2:yaml-syntax"], id="a second document"),
        pytest.param("stages: {ci: !!python/object:os.system x}\n", ["1:unsafe-yaml"], id="a constructing tag"),
        pytest.param("- a\n- b\n", ["1:wrong-type"], id="a list for a body"),
        pytest.param("just text\n", ["1:wrong-type"], id="text for a body"),
        pytest.param("", ["1:missing-key"], id="nothing"),
        pytest.param("title: x\n", ["1:missing-key"], id="no stages"),
        pytest.param("stages: [a]\n", ["1:wrong-type"], id="a list of stages"),
        pytest.param("stages:\n  ci:\n    titel: x\n", ["3:unknown-key"], id="a misspelt key"),
        pytest.param("stages:\n  ci:\n    kind: cj\n", ["3:unknown-kind"], id="a misspelt stage kind"),
        pytest.param("stages:\n  ci:\n    class: blue\n", ["3:unknown-class"], id="an unknown class"),
        pytest.param("stages:\n  ci:\n    mark: big\n", ["3:invalid-value"], id="an unknown mark"),
        pytest.param("stages:\n  c-:\n    title: x\n  cd: y\n", ["2:invalid-id"], id="an id that ends in a dash"),
        pytest.param("id: a.b\nstages: {ci: x}\n", ["1:invalid-id"], id="a dot in the workflow's id"),
        pytest.param("direction: down\nstages: {ci: x}\n", ["1:invalid-value"], id="an unknown direction"),
        pytest.param(GOOD + "  cd:\n    components: {A: Again}\n", ["7:duplicate-id"], id="an id that stands twice"),
        pytest.param(GOOD + "flows:\n  - A --> C\n", ["7:unknown-id"], id="a flow to nowhere"),
        pytest.param(GOOD + "flows:\n  - A --o B\n", ["7:invalid-flow"], id="another Mermaid arrow"),
        pytest.param(GOOD + "flows:\n  - A -- hi --> B\n", ["7:invalid-flow"], id="a label in the arrow"),
        pytest.param(GOOD + "flows:\n  - A -->\n", ["7:invalid-flow"], id="a half arrow"),
        pytest.param(GOOD + "flows:\n  - ci --> A\n", ["7:invalid-flow"], id="a box to its own content"),
        pytest.param(GOOD + "flows:\n  - {from: A}\n", ["7:missing-key"], id="a flow without an end"),
        pytest.param(GOOD + "flows:\n  - {from: A, to: B, kind: magic}\n", ["7:invalid-value"], id="a flow kind"),
        pytest.param(GOOD + "styles:\n  build: {fill: red}\n", ["7:invalid-colour"], id="a colour by name"),
        pytest.param("stages:\n  a: &x [1]\n  b: *y\n", ["3:yaml-syntax"], id="an alias to nowhere"),
        pytest.param("stages:\n  ci: \x07\n", ["2:yaml-syntax"], id="a control character"),
        pytest.param("stages:\n  ci: \ud800\n", ["2:yaml-syntax"], id="a lone surrogate"),
        pytest.param(
            "stages:\n  ci:\n    components:\n      A: {url: 'javascript:alert(1)'}\n", ["4:unsafe-url"], id="a script"
        ),
    ],
)
def test_a_mistake_is_one_error_at_its_line(text, expected):
    assert codes(text) == expected


def test_all_mistakes_are_reported_at_once():
    text = "stages:\n  ci:\n    titel: x\n    components:\n      A: {kind: regstry}\nflows:\n  - A --> B\n  - A --x A\n"
    assert codes(text) == ["3:unknown-key", "5:unknown-kind", "7:unknown-id", "8:invalid-flow"]
    assert read(text).workflow is not None


def test_a_near_match_is_named():
    problem = read("stages:\n  ci:\n    titel: x\n").problems[0]
    assert str(problem) == (
        "body:3:5: error: stages.ci: unknown key 'titel'; did you mean 'title'? [gitops.unknown-key]"
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
            f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
        ), id="an alias bomb"),
        pytest.param("[" * 5000, id="a deep nest"),
        pytest.param("x: " + "y" * 10_000_000, id="ten megabytes"),
    ],
)  # fmt: skip
def test_a_bomb_is_refused_within_a_second(text):
    start = time.monotonic()
    reading = read(text)
    assert time.monotonic() - start < 1
    assert reading.workflow is None
    assert {problem.code.value for problem in reading.problems} & {"unsafe-yaml", "too-large"}


def test_a_missing_file_is_an_error(tmp_path):
    problems = read_path(tmp_path / "none.yaml", source="none.yaml").problems
    assert [str(problem) for problem in problems] == [
        "none.yaml:1:1: error: the workflow file cannot be read: no such file or directory [gitops.file-not-found]"
    ]


def test_utf16_and_crlf_are_read(tmp_path):
    path = tmp_path / "w.yaml"
    path.write_bytes("stages:\r\n  ci: Ünïcode\r\n".encode("utf-16"))
    assert read_path(path).workflow.stages[0].title == "Ünïcode"


def test_scalars_stay_as_they_are_written():
    reading = read("stages:\n  on:\n    title: 1.10\n    components: {yes: no}\n")
    assert not reading.problems
    assert reading.workflow.stages[0].title == "1.10"
    assert next(reading.workflow.components()).title == "no"


def test_arrows_need_no_blanks():
    flows = read(GOOD + "flows: ['A-->B', 'A<-->|both ways|B', 'B-.->A', 'A & B ==> A']\n")
    assert not flows.problems
    assert [flow.kind.value for flow in flows.workflow.flows] == ["automation", "sync", "feedback", "promotion"]
