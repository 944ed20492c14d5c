"""Directives and nodes in, their places out: in the file with the text, which may be one that a document includes."""

from __future__ import annotations

import os
from functools import lru_cache

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_gitops.problems import Span


def absolute(source: str) -> str:
    """A file as Sphinx shows it; docutils names an included one as seen from the folder of the build."""
    return _seen_from("" if os.path.isabs(source) else os.getcwd(), source)  # noqa: PTH109, PTH117


@lru_cache(64)
def _seen_from(folder: str, source: str) -> str:
    """One text for each file, where every line of a workflow has a place."""
    return os.path.normpath(os.path.join(folder, source))  # noqa: PTH118 - links stay as they are written


def directive_span(directive: SphinxDirective, below: int = 0) -> Span:
    """The place of a directive, or of a line of it so far below its first."""
    source, line = directive.get_source_info()
    if not source or line is None:  # text that another extension has made, and gives no place
        source, line = str(directive.env.doc2path(directive.env.docname)), directive.lineno
    return Span(absolute(source), (line or 1) + below)


def option_lines(directive: SphinxDirective) -> dict[str, int]:
    """How far below a directive's first line each of its options stands, where its text tells."""
    found: dict[str, int] = {}
    for number, line in enumerate(directive.block_text.splitlines()):
        if line.lstrip().startswith(":"):
            found.setdefault(line.split(":")[1], number)  # a field of the body may have an option's name
    return {name: number for name, number in found.items() if name in directive.options}


def node_span(node: nodes.Element) -> Span:
    """The place of a node."""
    source = node.source or (node.document["source"] if node.document else "")
    return Span(absolute(source), node.line or 1)
