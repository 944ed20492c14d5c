"""The one place where problems become messages of Sphinx: an info is shown and counts as no warning.

A message of ours is said once a build. What is read twice, as a file that two pages include or a body that another
extension parses twice, says everything twice.
"""

from __future__ import annotations

import logging as standard_logging
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinx_gitops.problems import Problem

TYPE = "gitops"
"""The type of our messages; the code is the subtype."""

_logger = logging.getLogger(__name__)
_OURS = f"{logging.NAMESPACE}.{__name__.partition('.')[0]}."


def report(problems: Iterable[Problem]) -> None:
    """Say each problem at its line; ``suppress_warnings`` knows it as ``gitops.CODE``."""
    for problem in problems:
        code = str(problem.code)
        place = f"{problem.span.source}:{problem.span.line}"
        if problem.severity.value == "info":  # Sphinx names the code of a warning, and of nothing else
            words = f"info: {problem.text} [{TYPE}.{code}]"
            _logger.info("%s", words, location=place, type=TYPE, subtype=code)
        else:
            _logger.warning("%s", problem.text, location=place, type=TYPE, subtype=code)


def said(record: standard_logging.LogRecord) -> tuple[str, str, str]:
    """The place, the code and the words of a message."""
    location = getattr(record, "location", None)
    place = logging.get_node_location(location) if isinstance(location, nodes.Node) else location
    return str(place), str(getattr(record, "subtype", "")), record.getMessage()


class _Once(standard_logging.Filter):
    """Leaves out a message of ours that has been said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: set[tuple[str, str, str]] = set()

    def filter(self, record: standard_logging.LogRecord) -> bool:
        """Whether a record is shown."""
        if not record.name.startswith(_OURS):
            return True
        found = said(record)
        if found in self.said:
            return False
        self.said.add(found)
        return True


class _Suppressor(standard_logging.Filter):
    """Leaves out what ``suppress_warnings`` names, as Sphinx does for warnings alone."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self._config = config

    def filter(self, record: standard_logging.LogRecord) -> bool:
        """Whether a record is shown."""
        if record.levelno >= standard_logging.WARNING or getattr(record, "type", "") != TYPE:
            return True
        names = self._config.suppress_warnings
        return not logging.is_suppressed_warning(TYPE, getattr(record, "subtype", ""), names)


def _begin(app: Sphinx, *_args: object) -> None:
    """Say everything again in another build of the same application."""
    for handler in standard_logging.getLogger(logging.NAMESPACE).handlers:
        for found in handler.filters:
            if isinstance(found, _Once):
                found.said.clear()


def setup(app: Sphinx) -> None:
    """Let ``suppress_warnings`` silence infos: the handlers are those of this application."""
    for handler in standard_logging.getLogger(logging.NAMESPACE).handlers:
        handler.addFilter(_Suppressor(app.config))
        handler.filters.insert(0, _Once())  # before Sphinx counts warnings
    app.connect("env-before-read-docs", _begin, priority=0)
