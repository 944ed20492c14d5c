"""The catalogue of mistakes: its cases, what each expects, and what is left of a workflow."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from support.project import ROOT

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
