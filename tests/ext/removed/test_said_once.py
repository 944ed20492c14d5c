"""Warnings of pages that are written twice."""

from __future__ import annotations

import logging

from docutils import nodes
from sphinx.util.logging import WarningStreamHandler

from sphinx_gitops.ext.removed.said_once import SaidOnce, listen


def record(message: str, location: object = None, level: int = logging.WARNING) -> logging.LogRecord:
    found = logging.LogRecord("sphinx", level, "x", 1, message, (), None)
    found.location = location
    return found


def test_a_warning_is_said_again_only_where_repeats_are_welcome():
    filtered = SaidOnce()
    assert filtered.filter(record("a"))
    assert filtered.filter(record("a"))
    with filtered.closed():
        assert not filtered.filter(record("a"))
        assert filtered.filter(record("b"))
        assert not filtered.filter(record("b"))
    assert filtered.filter(record("a"))


def test_another_place_is_another_warning():
    first, second = nodes.paragraph(), nodes.paragraph()
    first.source = second.source = "x.rst"
    first.line, second.line = 1, 2
    filtered = SaidOnce()
    assert filtered.filter(record("a", first))
    with filtered.closed():
        assert filtered.filter(record("a", second))
        assert filtered.filter(record("a", "x.rst:3"))
        assert not filtered.filter(record("a", first))


def test_what_is_no_warning_is_said():
    filtered = SaidOnce()
    with filtered.closed():
        assert filtered.filter(record("a", level=logging.INFO))
        assert filtered.filter(record("a", level=logging.INFO))


def test_the_handler_of_warnings_listens_once(build):
    build({"index.rst": "T\n=\n"})
    handlers = [one for one in logging.getLogger("sphinx").handlers if isinstance(one, WarningStreamHandler)]
    assert handlers
    listen(SaidOnce())
    last = SaidOnce()
    listen(last)
    for handler in handlers:
        assert [one for one in handler.filters if isinstance(one, SaidOnce)] == [last]
