"""Problems as JSON for a program: an object with the list ``problems``; lines and columns count from 1."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sphinx_gitops.problems import Problem, Span


def _place(span: Span) -> dict[str, object]:
    return {"file": span.source, "line": span.line, "column": span.column}


def _problem(problem: Problem) -> dict[str, object]:
    return {
        **_place(problem.span),
        "severity": problem.severity.value,
        "code": f"gitops.{problem.code}",
        "path": problem.path,
        "message": problem.message,
        "waived": problem.waived,
        "related": [{**_place(other.span), "message": other.message} for other in problem.related],
    }


def to_json(problems: Sequence[Problem]) -> str:
    """One object a problem, in a list."""
    return json.dumps({"problems": [_problem(problem) for problem in problems]}, indent=2) + "\n"
