"""Each mistake a writer makes is one error at its place, soon, and what can still be drawn is drawn.

The cases are the files of ``tests/bad``: each names its errors in its first lines, or in a file ``.expect`` beside it.
"""

from __future__ import annotations

import pytest

from sphinx_gitops.reader import read_path
from support.mistakes import CASES, codes, expectation, kept, name, read
from support.soon import soon


@pytest.mark.parametrize("path", CASES, ids=name)
def test_a_mistake_is_the_error_that_its_case_names(path):
    expected, survivors = expectation(path)
    with soon():
        reading = read_path(path)
    assert expected
    assert codes(reading) == expected
    assert kept(reading.workflow) == survivors
    assert all(str(problem).isprintable() and len(str(problem)) < 1200 for problem in reading.problems)


def test_the_catalogue_is_large():
    assert len(CASES) >= 120


GOOD = "stages:\n  ci:\n    components:\n      A: One\n      B: Two\n"


def test_all_mistakes_are_reported_at_once():
    text = "stages:\n  ci:\n    titel: x\n    components:\n      A: {kind: regstry}\nflows:\n  - A --> B\n  - A --x A\n"
    reading = read(text)
    assert codes(reading) == ["3:5 unknown-key", "5:17 unknown-kind", "7:11 unknown-id", "8:7 invalid-flow"]
    assert reading.workflow is not None


def test_a_near_match_is_named():
    problem = read("stages:\n  ci:\n    titel: x\n").problems[0]
    assert str(problem) == (
        "body:3:5: error: stages.ci: unknown key 'titel'; did you mean 'title'? [gitops.unknown-key]"
    )


def many(count: int, line: str) -> str:
    return "".join(line.format(n=n) for n in range(count))


LISTED = " & ".join(f"A{n}" for n in range(3000))
FEW = " & ".join(f"A{n}" for n in range(44))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("[" * 5000, "too-large", id="a deep nest"),
        pytest.param("x: " + "y" * 10_000_000, "too-large", id="ten megabytes"),
        pytest.param(f"stages: [{'a,' * 500_000}]", "too-large", id="a flat list"),
        pytest.param("stages:\n  s:\n    components:\n      A: {title: a, description: &d " + "x " * 100_000 + "}\n" + many(3000, "      B{n}: {{description: *d}}\n"), "unsafe-yaml", id="a long text three thousand times"),
        pytest.param("stages: {s: {components: {A: a}}}\nflows:\n- &f " + " & ".join(["A"] * 50_000) + "\n" + "- *f\n" * 300, "unsafe-yaml", id="a long flow three hundred times"),
        pytest.param(f"stages:\n  s:\n    components:\n{many(3000, '      A{n}: x' + chr(10))}flows: ['{LISTED} --> {LISTED}']\n", "too-large", id="nine million arrows"),
        pytest.param("stages:\n  ci:\n" + many(9000, "    k{n}: x\n"), "unknown-key", id="thousands of unknown keys"),
        pytest.param(GOOD + "flows:\n" + many(9000, "  - A --> Z{n}\n"), "unknown-id", id="thousands of unknown ends"),
        pytest.param(f"{GOOD}flows: [{{from: [{many(9000, 'Q{n},')}], to: A}}]\n", "unknown-id", id="a long list of unknown ends"),
        pytest.param("stages:\n  s:\n    components:\n" + many(5000, "      A{n}: {{kind: enviroment{n}}}\n"), "unknown-kind", id="thousands of unknown kinds"),
        pytest.param("stages:\n" + many(9000, "  a{n}-: x\n"), "invalid-id", id="thousands of bad ids"),
        pytest.param("stages:\n" + "  a: x\n" * 20_000, "duplicate-key", id="one key thousands of times"),
        pytest.param(f"stages:\n  ci: {{formerly: [{'a,' * 20_000}]}}\n", "duplicate-id", id="one former id thousands of times"),
        pytest.param(GOOD + "flows: ['A " + "-" * 60_000 + " B']\n", "invalid-flow", id="a very long arrow"),
        pytest.param(f"stages:\n  s:\n    components:\n{many(500, '      A{n}: x' + chr(10))}flows:\n- &f {FEW} --> {FEW.replace('A', 'A4')}\n" + "- *f\n" * 500, "too-large", id="one flow hundreds of times"),
        pytest.param(GOOD + "flows: ['A --" + " a" * 60_000 + "']\n", "invalid-flow", id="a very long label in an arrow"),
    ],
)  # fmt: skip
def test_a_bomb_is_an_error_and_soon(text, code):
    with soon():
        reading = read(text)
    assert code in {problem.code.value for problem in reading.problems}
    assert max(len(str(problem)) for problem in reading.problems) < 1200


def test_a_former_id_of_a_workflow_that_no_workflow_can_have_is_one_error_and_the_others_count():
    text = "formerly: ['a b', old]\nstages: {s: {components: {A: Aa}}}\n"
    reading = read(text)
    assert [problem.code.value for problem in reading.problems] == ["invalid-id"]
    assert reading.workflow.formerly == ("old",)
