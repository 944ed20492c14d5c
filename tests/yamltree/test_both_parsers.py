"""A text means the same with libyaml and without it."""

from __future__ import annotations

import random
import re

import pytest
import yaml

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.yamltree import loader, parse
from support.project import ROOT
from support.workflow_texts import WorkflowTexts

FILES = sorted(
    path
    for folder in ("docs", "sphinx_gitops/templates", "tests/bad")
    for path in (ROOT / folder).rglob("*.yaml")
    if "_build" not in path.parts and path.stat().st_size < 200_000
)
BODIES = [
    body
    for path in sorted((ROOT / "docs").rglob("*.md"))
    for body in re.findall(
        r"^```(?:yaml|\{gitops-workflow\}.*?)\n(.*?)^```", path.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
]
PIECES = [
    *"aA?:,{}[]#'\"|>~-\t ",
    "- ",
    "? ",
    ": ",
    " #",
    "&x ",
    "*x",
    "--",
    "-->",
    "|t|",
    "  ",
    "\n",
    "\n  ",
    "k: ",
    "é",
]

pytestmark = pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML has no libyaml here")


def located(line: int, column: int) -> Span:
    return Span("w", line + 1, column + 1)


def read_both(monkeypatch, read):
    """What *read* returns with libyaml, and without."""
    found = []
    for one in (yaml.CSafeLoader, loader.PythonLoader):
        monkeypatch.setattr(loader, "LOADER", one)
        found.append(read())
    return found


def meaning(text: str):
    reading = read_text(text, locate=located, default="x")
    return reading.workflow, sorted(problem.code.value for problem in reading.problems)


def test_there_is_a_catalogue():
    assert len(FILES) > 40
    assert len(BODIES) > 30


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_means_the_same(path, monkeypatch):
    text = path.read_bytes().decode("utf-8", errors="replace")
    libyaml, python = read_both(monkeypatch, lambda: meaning(text))
    assert libyaml == python


@pytest.mark.parametrize("number", range(len(BODIES)))
def test_an_example_of_the_manual_means_the_same(number, monkeypatch):
    libyaml, python = read_both(monkeypatch, lambda: meaning(BODIES[number]))
    assert libyaml == python


@pytest.mark.parametrize(
    "text",
    [
        "flows: [{from: A, to: B, label: release?}]",
        "flows: [{from: A, to: B, label: is it ? or not}]",
        "a: {title: why?, note: what?!}",
        "[a?b, ?c, d?]",
        "a:\tb",
        "a: b\t",
        "a: b\t# c",
        "a: b\tc",
        "a: [b,\tc]",
        "a: {b:\tc}",
        "a:\n  b\tc\n  d\n",
        "a: [b\n \tc]",
        "a: b\n  \tc",
        "a: b\ufeffc",
    ],
)
def test_what_one_parser_reads_the_other_reads(text, monkeypatch):
    libyaml, python = read_both(monkeypatch, lambda: parse(text, located))
    assert libyaml == python
    assert libyaml[1] == []


@pytest.mark.parametrize(
    "text", ["{a:}", "[a:, b]", "{a::}", "{a:?b}", "a:\n\tb: c", "a: b\n\tc", "a: [b\n\tc]", "{a: b:}", "\ta: b"]
)
def test_what_one_parser_refuses_the_other_refuses(text, monkeypatch):
    libyaml, python = read_both(monkeypatch, lambda: parse(text, located))
    assert [len(libyaml[1]), len(python[1])] == [1, 1]
    assert libyaml[1][0].code is python[1][0].code


def bare(tree) -> object:
    """A tree without the places of empty values, which a parser may put before or behind a blank."""
    if hasattr(tree, "text"):
        return tree.text, tree.plain, tree.text and tree.span
    if hasattr(tree, "items"):
        return [bare(item) for item in tree.items]
    return tree and [(bare(name), bare(value)) for name, value in tree.entries]


def test_random_text_means_the_same(monkeypatch):
    pick, read = random.Random(3), 0  # noqa: S311 - a workload, not a secret
    for _ in range(4_000):
        before, after = (
            pick.choice(["", "k: ", "- ", "k: {a: ", "k: [", "k: {"]),
            pick.choice(["", "}", "]", "\nz: 1\n"]),
        )
        text = before + "".join(pick.choices(PIECES, k=pick.randint(1, 7))) + after
        if re.search(r"[|>][#\t]|\?\t|\?[ \t]*(?:[],:#}]|$)", text):
            continue  # no YAML, and libyaml is lenient there
        libyaml, python = read_both(monkeypatch, lambda text=text: parse(text, located))
        assert bool(libyaml[1]) == bool(python[1]), text
        if not libyaml[1]:
            assert bare(libyaml[0]) == bare(python[0]), text
            read += 1
    assert read > 500


def test_random_workflows_mean_the_same_and_have_the_same_messages_on_the_same_lines(monkeypatch):
    texts, sound = WorkflowTexts(5), 0
    for _ in range(400):
        text = texts.text()

        def said(text=text):
            reading = read_text(text, locate=located, default="x")
            return reading.workflow, [(one.code, one.span.line, one.message) for one in reading.problems]

        libyaml, python = read_both(monkeypatch, said)
        assert libyaml == python, text
        sound += not libyaml[1]
    assert sound > 20
