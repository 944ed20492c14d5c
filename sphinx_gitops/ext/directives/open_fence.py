"""A directive in Markdown in, whether its fence is never closed out, and how much of its text is the workflow."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from docutils.statemachine import StateMachine
from sphinx.util.docutils import SphinxDirective

from sphinx_gitops.problems import Code, Problem, Span

_OPENING = re.compile(r"[\s>]*(?P<fence>`{3,}|~{3,}|:{3,})\{")
_FENCES = ("```", "~~~", ":::")
_TOP = re.compile(r"([\w-]+)\s*:(?:\s|$)")


def close_fence(directive: SphinxDirective, span: Span, keys: Collection[str]) -> list[Problem]:
    """Leave out what is no workflow behind a fence that is never closed; what is wrong with it is the result.

    *span* is the place of the directive, *keys* are those of a workflow.
    """
    if isinstance(directive.state_machine, StateMachine) or directive.arguments:
        return []
    fence = open_fence(span.source, span.line)
    if not fence:
        return []
    directive.content = directive.content[: workflow_lines(list(directive.content), keys)]
    return [
        Problem(code=Code.CONTENT, message=f"the fence is never closed: write {fence!r} behind the workflow", span=span)
    ]


def open_fence(source: str, line: int) -> str:
    """The fence that opens at a line of a file, from 1, and is closed nowhere; empty for any other line."""
    try:
        lines = Path(source).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, ValueError):  # text that another extension has made
        return ""
    found = _OPENING.match(lines[line - 1]) if 0 < line <= len(lines) else None
    if not found:
        return ""
    fence = found["fence"]
    closing = re.compile(rf"[\s>]*{re.escape(fence[0])}{{{len(fence)},}}\s*$")
    return "" if any(map(closing.match, lines[line:])) else fence


def workflow_lines(lines: Sequence[str], keys: Collection[str]) -> int:
    """How many of the lines are the workflow: up to a fence, or a paragraph at the margin with none of its *keys*."""
    for index in range(1, len(lines)):
        line, before = lines[index], lines[index - 1]
        if line.startswith(_FENCES):
            return index
        if before.strip() or not line[:1].strip():
            continue
        found = _TOP.match(line)
        if not found or found[1] not in keys:
            return index
    return len(lines)
