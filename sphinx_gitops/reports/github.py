"""Problems as workflow commands of GitHub Actions, which annotate the lines of a pull request.

The commands and what is escaped in them: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_gitops.problems import Problem, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def _data(text: str) -> str:
    """Text after the ``::`` of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property of a command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _command(problem: Problem) -> str:
    span, title = problem.span, f"gitops.{problem.code}"
    file = f"file={_property(span.source)}," if span.source else ""
    line = f"line={span.line},col={span.column}," if span.source and span.line else ""
    return f"::{_COMMANDS[problem.severity]} {file}{line}title={_property(title)}::{_data(problem.text)}\n"


def to_github(problems: Sequence[Problem]) -> str:
    """One command a problem, none for what is waived."""
    return "".join(_command(problem) for problem in problems if not problem.waived)
