"""The one place where problems become Sphinx warnings."""

from __future__ import annotations

from collections.abc import Iterable

from sphinx.util import logging

from sphinx_gitops.problems import Code, Problem, Span

_logger = logging.getLogger(__name__)


def report(problems: Iterable[Problem]) -> None:
    """Warn of each problem at its line; ``suppress_warnings`` knows it as ``gitops.CODE``."""
    for problem in problems:
        _logger.warning(
            "%s",
            problem.text,
            location=f"{problem.span.source}:{problem.span.line}",
            type="gitops",
            subtype=problem.code.value,
        )


_DUPLICATES = {
    "workflow": "the workflow id %r is taken, by the document %r: give this one another 'id', or ':no-index:'",
    "runbook": "the runbook id %r is taken, by the document %r: give this one another id",
    "component": "the component %r is described already, in the document %r: keep one of the two, or ':no-index:'",
}


def duplicate(what: str, name: str, other: str, span: Span) -> Problem:
    """That two documents, or one of them twice, define one thing; *other* is the document that has it."""
    return Problem(code=Code.DUPLICATE_ID, message=_DUPLICATES[what] % (name, other), span=span)
