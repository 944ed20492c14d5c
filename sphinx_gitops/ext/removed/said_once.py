"""Warnings in, each of them once out: a page that is written a second time says nothing that it has said."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from sphinx.util.logging import NAMESPACE, WarningStreamHandler

from sphinx_gitops.ext.report import said


class SaidOnce(logging.Filter):
    """Remembers what has been said; while it is ``closed``, nothing of that is said again."""

    def __init__(self) -> None:
        super().__init__()
        self._said: set[tuple[str, str, str]] = set()
        self._repeats = False

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is to be said."""
        if record.levelno < logging.WARNING:
            return True
        found = said(record)
        if found in self._said and self._repeats:
            return False
        self._said.add(found)
        return True

    @contextmanager
    def closed(self) -> Iterator[None]:
        """Say nothing again in here."""
        self._repeats = True
        try:
            yield
        finally:
            self._repeats = False


def listen(found: SaidOnce) -> None:
    """Remember what is said from here on; the handler of warnings is away while Sphinx reads or writes documents."""
    for handler in logging.getLogger(NAMESPACE).handlers:
        if isinstance(handler, WarningStreamHandler):
            handler.filters = [found, *(one for one in handler.filters if not isinstance(one, SaidOnce))]
