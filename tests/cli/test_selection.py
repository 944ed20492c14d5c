"""Options of a view on the command line: the part that they ask for, and what they ask for that is not there."""

from __future__ import annotations

import pytest

from sphinx_gitops.cli import main

TEXT = "id: w\nstages: {ci: {components: {A: a, B: b}}, cd: {components: {C: c, D: d}}}\nflows: [A --> B --> C --> D]\n"


@pytest.fixture
def file(tmp_path, monkeypatch):
    (tmp_path / "w.yaml").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return "w.yaml"


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ([], "abcd"),
        (["--show", "stage:ci"], "ab"),
        (["--hide", "D"], "abc"),
        (["--focus", "B"], "abc"),
        (["--focus", "B", "--hops", "all"], "abcd"),
        (["--focus", "B", "--downstream"], "bc"),
        (["--focus", "B", "--upstream"], "ab"),
        (["--path", "A -> C"], "abc"),
    ],
)
def test_the_part_is_shown(file, capsys, options, shown):
    assert main(["outline", file, *options]) == 0
    words = capsys.readouterr().out
    assert "".join(letter for letter in "abcd" if f"- {letter}\n" in words) == shown


@pytest.mark.parametrize(("options", "numbers"), [([], []), (["--hide", "B"], [3])])
def test_numbers_are_those_of_the_whole_in_words_and_pictures(file, capsys, options, numbers):
    numbers = numbers or [1, 2, 3]
    for command, form in (("outline", "\n{}. "), ("emit", '|"{}"|'), ("render", ">{}<")):
        assert main([command, file, "--numbered", *options]) == 0
        out = capsys.readouterr().out
        assert [number for number in (1, 2, 3) if form.format(number) in out] == numbers


def test_what_is_not_there_is_said_and_the_rest_is_shown(file, capsys):
    assert main(["outline", file, "--show", "A, X"]) == 1
    found = capsys.readouterr()
    assert "- a\n" in found.out
    assert found.err.startswith("w.yaml:1:1: error: --show 'X' matches no thing of this workflow")


def test_what_needs_a_focus_is_said_by_the_name_that_was_typed(file, capsys):
    main(["outline", file, "--upstream"])
    assert "--focus" in capsys.readouterr().err


def test_boxes_are_drawn_as_nodes(file, capsys):
    assert main(["emit", file, "--collapse", "stages"]) == 0
    assert "A[" not in capsys.readouterr().out
