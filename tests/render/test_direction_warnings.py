"""A direction that the picture does not keep is a warning at its line, in a build and on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_gitops.cli import main
from sphinx_gitops.problems import Severity
from sphinx_gitops.reader import read_path
from sphinx_gitops.render.direction_warnings import direction_warnings
from sphinx_gitops.render.drawing import Budget, draw
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

TITLES = ", ".join(f"{name}: A rather long title of a component" for name in "ABCDEF")
WORKFLOW = f"""\
direction: TB
stages:
  ci:
    groups:
      steps:
        direction: LR
        components: {{{TITLES}}}
  out: {{direction: LR, components: {{R: Registry, S: Server}}}}
flows: [A --> B --> C --> D --> E --> F, F --> R --> S]
"""
WORDS = "the direction LR of 'steps' is not kept for want of room"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "w.yaml"
    path.write_text(WORKFLOW, encoding="utf-8")
    return path


def test_the_problem_is_a_warning_at_the_value(file: Path) -> None:
    workflow = read_path(file).workflow
    assert workflow is not None
    (found,) = direction_warnings(workflow, draw(scene(workflow, DEFAULT), prefix="p"))
    assert (found.span.line, found.span.column, found.severity) == (6, 20, Severity.WARNING)
    assert found.message.startswith(WORDS)


def test_there_is_none_where_all_fits(file: Path) -> None:
    workflow = read_path(file).workflow
    assert workflow is not None
    assert direction_warnings(workflow, draw(scene(workflow, DEFAULT), prefix="p", budget=Budget(width=3000))) == []


def test_the_command_line_says_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", str(file), "-o", str(file.with_suffix(".svg"))]) == 0
    assert f"w.yaml:6:20: warning: {WORDS}" in capsys.readouterr().err


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_a_build_says_it_at_the_line_of_the_file(file, build, warnings, builder):
    site = {"index.rst": "Home\n====\n\n.. gitops-workflow:: w.yaml\n", "w.yaml": WORKFLOW}
    (line,) = warnings(build(site, builder=builder))
    assert f"w.yaml:6: WARNING: {WORDS}" in line
    assert line.endswith("[gitops.turned]")
