"""Warnings in, each of them once out: a page that is written a second time says nothing that it has said."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from docutils import nodes
from sphinx.util.logging import NAMESPACE, WarningStreamHandler, get_node_location


class SaidOnce(logging.Filter):
    """Remembers what has been said; while it is ``closed``, nothing of that is said again."""

    def __init__(self) -> None:
        super().__init__()
        self._said: set[tuple[str, str]] = set()
        self._repeats = False

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is to be said."""
        if record.levelno < logging.WARNING:
            return True
        location = getattr(record, "location", None)
        place = get_node_location(location) if isinstance(location, nodes.Node) else location
        said = (str(place), record.getMessage())
        if said in self._said and self._repeats:
            return False
        self._said.add(said)
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
