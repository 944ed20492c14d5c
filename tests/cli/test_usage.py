"""Wrong usage is the status 2 and a message in the words of the command line."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from sphinx_gitops.cli import COMMANDS, main
from support.project import ROOT

DELIVERY = str(ROOT / "docs/demo/delivery.yaml")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--hops", "some"], "argument --hops: 'some' is no number of flows: expected 0, 1, 2 ... or all"),
        (["--hops", "-1"], "argument --hops: "),
        (["--depth", "1.5"], "argument --depth: '1.5' is no number of levels: expected 0, 1, 2 ..."),
        (["--depth", "٣"], "argument --depth: '٣' is no number of levels"),
        (["--conf", "nowhere"], "argument --conf: there is no nowhere/conf.py"),
    ],
)
def test_an_option_s_text_is_explained(capsys, arguments, expected):
    with pytest.raises(SystemExit) as ended:
        main(["emit", DELIVERY, *arguments])
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert expected in said
    assert "usage: sphinx-gitops emit" in said


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--focus", "Scann"], "--focus 'Scann' is no id of the workflow"),
        (["--show", "stage:none"], "--show 'stage:none' matches no stage of this workflow"),
        (["--hops", "2"], "--hops says how far around '--focus' to go, and there is no '--focus'"),
        (["--path", "Production -> AppRepo"], "--path"),
    ],
)
def test_an_option_is_named_as_it_was_typed(capsys, arguments, expected):
    assert main(["outline", DELIVERY, *arguments]) == 1
    said = capsys.readouterr().err
    assert expected in said
    assert ":focus:" not in said
    assert ":path:" not in said


def test_every_command_explains_itself(capsys):
    assert len({command.name for command in COMMANDS}) == len(COMMANDS) >= 5
    for command in COMMANDS:
        with pytest.raises(SystemExit) as ended:
            main([command.name, "--help"])
        assert ended.value.code == 0
        assert command.does in " ".join(capsys.readouterr().out.split())


LOADED = "import sys; from sphinx_gitops.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"


@pytest.mark.parametrize(
    ("arguments", "least"),
    [
        (["check", DELIVERY], {"rules", "importers", "drift", "alerts", "status", "render", "emit"}),
        (["render", DELIVERY], {"rules", "importers", "drift", "alerts", "status", "render.printing"}),
    ],
)
def test_a_command_loads_nothing_that_only_others_need(arguments, least):
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    names = {*done.stderr.split()}
    assert "sphinx_gitops.reader.reading" in names
    assert {f"sphinx_gitops.{name}" for name in least} & names == set()
    assert {"http.client", "subprocess", "pydyf"} & names == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "a.yaml", "--format", "json", "b.yaml"],
        ["check", "--format", "json", "a.yaml", "b.yaml"],
        ["check", "a.yaml", "b.yaml", "--format", "json"],
        ["check", "a.yaml", "--format", "json", "--", "b.yaml"],
    ],
)
def test_files_may_stand_around_the_options(tmp_path, monkeypatch, capsys, arguments):
    monkeypatch.chdir(tmp_path)
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("stages: {s: {components: {A: a}}}\nflows: [A --> X]\n", encoding="utf-8")
    assert main(arguments) == 1
    assert {problem["file"] for problem in json.loads(capsys.readouterr().out)["problems"]} == {"a.yaml", "b.yaml"}


@pytest.mark.parametrize("arguments", [["check", "a.yaml", "--no-such", "b.yaml"], ["emit", "a.yaml", "b.yaml"]])
def test_what_is_no_argument_is_wrong_usage(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "unrecognized arguments" in capsys.readouterr().err
