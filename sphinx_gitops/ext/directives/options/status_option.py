"""The option ``:status:`` in, the snapshots of its files out; what is wrong with one is said at its line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.source_places import directive_span, option_lines
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.status import NamedSnapshot, named_files, read_source

if TYPE_CHECKING:
    from sphinx.util.docutils import SphinxDirective


def status_span(directive: SphinxDirective) -> Span:
    """The line of the option."""
    return directive_span(directive, option_lines(directive).get("status", 0))


def status_sources(directive: SphinxDirective) -> tuple[NamedSnapshot, ...]:
    """The snapshots that can be read; the document depends on each file."""
    text = directive.options.get("status", "")
    if not text:
        return ()
    span = status_span(directive)
    if not directive.state.document.settings.file_insertion_enabled:
        message = f"{text!r} is not read: file_insertion_enabled is off; leave ':status:' out"
        report([Problem(code=Code.FILE_NOT_FOUND, message=message, span=span)])
        return ()
    found = []
    for file in named_files(text):
        relative, absolute = directive.env.relfn2path(file.name)
        directive.env.note_dependency(relative)
        source = read_source(file, Path(absolute), span)
        if isinstance(source, NamedSnapshot):
            found.append(source)
        else:
            report([source])
    return tuple(found)
