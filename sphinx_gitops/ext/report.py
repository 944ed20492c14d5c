"""The one place where problems become Sphinx warnings."""

from __future__ import annotations

from collections.abc import Iterable

from sphinx.util import logging

from sphinx_gitops.problems import Problem

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
