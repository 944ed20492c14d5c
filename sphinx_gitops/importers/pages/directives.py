"""The lines of a directive's content in, its options and its body out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sphinx_gitops.importers.pages.source import DiagramSource, Language

LANGUAGES = {"mermaid": Language.MERMAID, "graphviz": Language.GRAPHVIZ, "digraph": Language.GRAPHVIZ}
"""The directives that have a diagram, and its language."""
LITERAL = frozenset(
    [
        "code",
        "code-block",
        "sourcecode",
        "highlight",
        "literalinclude",
        "parsed-literal",
        "prompt",
        "math",
        "raw",
        "productionlist",
        "doctest",
        "testcode",
        "testoutput",
        "testsetup",
        "testcleanup",
        "gitops-workflow",
        "csv-table",
        "graph",
        "uml",
        "plantuml",
        "prompt",
    ]
)
"""The directives whose content is no text with further directives in it."""
_OPTION = re.compile(r"\s*:([\w-]+):(?:\s+(.*))?$")


class Content(NamedTuple):
    """The options of a directive, its body, and the index of the body's first line."""

    options: Mapping[str, str]
    body: Sequence[str]
    first: int


def read_content(lines: Sequence[str]) -> Content:
    """Options first, then blank lines, then the body."""
    options: dict[str, str] = {}
    at = 0
    while at < len(lines) and (found := _OPTION.match(lines[at])):
        options[found[1]] = (found[2] or "").strip()
        at += 1
    while at < len(lines) and not lines[at].strip():
        at += 1
    return Content(options, lines[at:], at)


def diagram_source(name: str, argument: str, content: Content, line: int) -> DiagramSource:
    """The diagram of a directive whose content begins on a line of its file, the one behind that of its name."""
    text = "\n".join(content.body).rstrip() + "\n"
    is_statements = name == "digraph"
    file = "" if is_statements or text.strip() else argument
    return DiagramSource(
        language=LANGUAGES[name],
        text=f'digraph "{argument}" {{{text}}}' if is_statements else text,
        line=line - 1 if file else line + content.first,
        caption=content.options.get("caption", "") or content.options.get("title", ""),
        file=file,
    )
