"""Each mistake a writer makes is one error at its place, within a second, and what can still be drawn is drawn.

The cases are the files of ``tests/bad``: each names its errors in its first lines, or in a file ``.expect`` beside it.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from conftest import ROOT, missing

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_path, read_text

BAD = ROOT / "tests" / "bad"
CASES = sorted(BAD.rglob("*.yaml"))


def read(text: str):
    return read_text(text, locate=lambda line, column: Span("body", line + 1, column + 1), default="x")


def codes(reading) -> list[str]:
    return [f"{problem.span.line}:{problem.span.column} {problem.code.value}" for problem in reading.problems]


def kept(workflow) -> str:
    """The ids that are drawn, and the arrows."""
    if workflow is None:
        return "nothing"
    arrows = sum(len(list(flow.pairs())) for flow in workflow.flows)
    ids = " ".join(thing.id for thing in workflow.parts())
    return ids + (f"; {arrows} arrow{'s' if arrows > 1 else ''}" if arrows else "")


def expectation(path: Path) -> tuple[list[str], str]:
    """The errors of a case and what survives them."""
    beside = path.with_suffix(".expect")
    text = (beside if beside.exists() else path).read_text(encoding="utf-8")
    return re.findall(r"^# expect: (.*)$", text, re.MULTILINE), re.findall(r"^# keeps: (.*)$", text, re.MULTILINE)[0]


def name(path: Path) -> str:
    return path.relative_to(BAD).with_suffix("").as_posix()


@pytest.mark.parametrize("path", CASES, ids=name)
def test_a_mistake_is_the_error_that_its_case_names(path):
    expected, survivors = expectation(path)
    start = time.process_time()
    reading = read_path(path)
    assert time.process_time() - start < 1
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
def test_a_bomb_is_an_error_within_a_second(text, code):
    start = time.process_time()
    reading = read(text)
    assert time.process_time() - start < 1
    assert code in {problem.code.value for problem in reading.problems}
    assert max(len(str(problem)) for problem in reading.problems) < 1200


def test_a_workflow_has_so_many_arrows_and_one_error_says_that_there_are_more():
    reading = read(GOOD + "flows:\n" + "- A --> B\n- B --> A\n" * 26_000)
    assert codes(reading) == ["50007:3 too-large"]
    assert "more than 50,000 arrows: the flows from this one on are left out" in str(reading.problems[0])
    assert kept(reading.workflow) == "ci A B; 50000 arrows"


@pytest.mark.parametrize(
    ("raw", "expected", "title"),
    [
        pytest.param(b"", ["1:1 missing-key"], None, id="no byte"),
        pytest.param(b"\xef\xbb\xbfstages: {ci: X}\n", [], "X", id="UTF-8 with its mark"),
        pytest.param("stages:\r\n  ci: Ünï\r\n".encode("utf-16"), [], "Ünï", id="UTF-16 and CRLF"),
        pytest.param("\ufeffstages: {ci: X}\n".encode("utf-16-be"), [], "X", id="UTF-16, big end first"),
        pytest.param("stages: {ci: X}\n".encode("utf-16-le"), ["1:2 yaml-syntax"], None, id="UTF-16 without a mark"),
        pytest.param("stages: {ci: X}\n".encode("utf-32"), ["1:1 yaml-syntax"], None, id="UTF-32"),
        pytest.param(b"\xff\xfes\x00t\x00a", ["1:1 yaml-syntax"], None, id="half a character of UTF-16"),
        pytest.param("stages:\n  ci: Ünï\n".encode("latin-1"), ["2:1 yaml-syntax"], None, id="Latin-1"),
        pytest.param(b"stages:\n  ci: \xed\xa0\x80\n", ["2:1 yaml-syntax"], None, id="a lone surrogate in UTF-8"),
        pytest.param(b"stages:\n  ci: a\x00b\n", ["2:8 yaml-syntax"], None, id="a NUL"),
        pytest.param(b"\x1f\x8b\x08\x00stages", ["1:1 yaml-syntax"], None, id="a compressed file"),
        pytest.param(b"stages:\r  ci: X\r  cd: {knd: x}\r", ["3:8 unknown-key"], "X", id="CR alone"),
        pytest.param("title: a\u2028b\x85c\nstages:\n  ci: {knd: x}\n".encode(), ["3:8 unknown-key"], "ci", id="line breaks of Unicode"),
        pytest.param("stages:\n  \ufeffci: X\n".encode(), ["2:3 invalid-id"], None, id="a mark inside"),
        pytest.param(b"\xc0\x80stages: {ci: X}\n", ["1:1 yaml-syntax"], None, id="an overlong NUL"),
    ],
)  # fmt: skip
def test_any_bytes_are_a_workflow_or_an_error(tmp_path, raw, expected, title):
    path = tmp_path / "w.yaml"
    path.write_bytes(raw)
    reading = read_path(path)
    assert codes(reading) == expected
    assert (reading.workflow.stages[0].title if reading.workflow else None) == title


def test_a_lone_surrogate_in_a_text_is_an_error():
    assert codes(read("stages:\n  ci: \ud800\n")) == ["2:7 yaml-syntax"]


@pytest.mark.parametrize("escape", ["%C0%80", "%ED%A0%80", "%F4%90%80%80"])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# %FF\nstages: {{ci: x}}\ntitle: !<tag:{}> b\n", "3:14"),
        ("stages: {{ci: &a !x{} 'b%FF'}}\n", "1:19"),
        ("%TAG !e! tag:x{},\n---\nstages: {{ci: !e!y b}}\n", "1:15"),
    ],
)
def test_a_tag_that_is_no_text_is_an_error(text, place, escape):
    reading = read(text.format(escape))
    assert codes(reading) == [f"{place} yaml-syntax"]
    assert f"'{escape}' in a tag is no text in UTF-8: write the value without a tag" in str(reading.problems[0])


def test_a_missing_file_is_an_error(tmp_path):
    problems = read_path(tmp_path / "none.yaml", source="none.yaml").problems
    assert [str(problem) for problem in problems] == [
        "none.yaml:1:1: error: the workflow file cannot be read: no such file or directory [gitops.file-not-found]"
    ]


@pytest.mark.parametrize("where", [".", "x" * 300, "a\0b", "a\udc80b", "no/such/folder/w.yaml"])
def test_what_is_no_file_is_an_error(tmp_path, where):
    assert codes(read_path(tmp_path / where, source="w")) == ["1:1 file-not-found"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system has no owners of files")
def test_a_file_without_permission_is_an_error(tmp_path):
    path = tmp_path / "w.yaml"
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)  # root reads every file
    try:
        problems = read_path(path, source="w").problems
    finally:
        if root:
            os.seteuid(0)
    assert [str(problem) for problem in problems] == [
        "w:1:1: error: the workflow file cannot be read: permission denied [gitops.file-not-found]"
    ]


def test_a_file_of_any_size_is_refused_at_once(tmp_path):
    path = tmp_path / "w.yaml"
    with path.open("wb") as stream:
        stream.truncate(1 << 34)
    start = time.monotonic()
    assert codes(read_path(path)) == ["1:1 too-large"]
    assert time.monotonic() - start < 1


def test_a_pipe_does_not_stop_a_build(build, warnings, tmp_path):
    if not hasattr(os, "mkfifo"):
        missing("this system has no pipes in folders")
    (tmp_path / "src").mkdir()
    os.mkfifo(tmp_path / "src" / "pipe.yaml")
    found = warnings(build({"index.rst": "T\n=\n\n.. gitops-workflow:: pipe.yaml\n"}))
    assert len(found) == 1
    assert "cannot be read: not a file" in found[0]


def test_scalars_stay_as_they_are_written():
    reading = read("stages:\n  on:\n    title: 1.10\n    components: {yes: no, d: 2026-01-01, e: 1e3, f: 0x1F}\n")
    assert not reading.problems
    assert reading.workflow.stages[0].title == "1.10"
    assert [component.title for component in reading.workflow.components()] == ["no", "2026-01-01", "1e3", "0x1F"]


def test_arrows_need_no_blanks():
    reading = read(GOOD + "flows: ['A-->B', 'A<-->|both ways|B', 'B-.->A', 'A & B ==> A']\n")
    assert not reading.problems
    assert [flow.kind.value for flow in reading.workflow.flows] == ["automation", "sync", "feedback", "promotion"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\u202eabc", "\u202eabc\u202c"),
        ("\u2067\u202aabc\u2069", "\u2067\u202aabc\u202c\u2069"),
        ("abc\u202c\u2069", "abc"),
        ("\u2066abc\u2069", "\u2066abc\u2069"),
    ],
)
def test_a_direction_mark_ends_with_its_text(text, shown):
    """It cannot turn around what stands beside it on the page."""
    escaped = "".join(f"\\u{ord(character):04x}" for character in text)
    workflow = read(
        f'stages:\n  s:\n    components:\n      A: "{escaped}"\n      B: b\nflows: [{{from: A, to: B, label: "{escaped}"}}]\n'
    ).workflow
    assert next(workflow.components()).title == shown
    assert workflow.flows[0].label == shown


def test_wrong_indentation_is_told_as_such():
    (found,) = read_path(BAD / "yaml" / "wrong-indent.yaml").problems
    assert "start in the same column" in found.message


def test_pale_colours_are_a_warning_that_names_the_ratio_and_the_remedy():
    problem = read("styles: {ops: {fill: '#ffe0b2'}}\nstages: {ci: X}\n").problems[0]
    assert str(problem) == (
        "body:1:10: warning: styles.ops: 'ops' cannot be read in dark: text '#e6f5e7' on fill '#ffe0b2' has a contrast "
        "of 1.1:1, and 4.5:1 is the least; give fill, stroke and text together [gitops.low-contrast]"
    )
