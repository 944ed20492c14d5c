"""A document in reStructuredText in, the diagrams of its directives out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent

from sphinx_gitops.importers.pages.directives import LANGUAGES, LITERAL, diagram_source, read_content
from sphinx_gitops.importers.pages.source import DiagramSource

_DIRECTIVE = re.compile(r"(\s*(?:[-*+]\s+|\d+\.\s+|#\.\s+)*)\.\.\s+(?:\|[^|]+\|\s+)?([\w:.+-]+?)::(?:\s+(.*))?$")
_COMMENT = re.compile(r"\s*\.\.(?:$|\s+(?!\[|_|\|))")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _block(lines: Sequence[str], first: int, outer: int) -> int:
    """The index behind the lines that are indented more than *outer*."""
    at = last = first
    while at < len(lines) and (not lines[at].strip() or _indent(lines[at]) > outer):
        at += 1
        if lines[at - 1].strip():
            last = at
    return last


def rst_diagrams(text: str, first_line: int = 1) -> Iterator[DiagramSource]:
    """Each diagram of a text that starts on a line of its file, but not those inside comments and literal blocks."""
    lines = text.expandtabs(8).split("\n")
    at = 0
    while at < len(lines):
        line, outer = lines[at], _indent(lines[at])
        at += 1
        found = _DIRECTIVE.match(line)
        name = found[2] if found else ""
        end = _block(lines, at, outer)
        if found and name in LANGUAGES:
            content = read_content(dedent("\n".join(lines[at:end])).split("\n"))
            yield diagram_source(name, (found[3] or "").strip(), content, first_line + at)
            at = end
        elif name in LITERAL or (not found and (_COMMENT.match(line) or line.rstrip().endswith("::"))):
            at = end
