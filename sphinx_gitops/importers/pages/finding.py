"""The text of a file in, the diagrams in it out, by the suffix of the file or, where that says nothing, by the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from sphinx_gitops.importers.graphviz.reading import graph_lines
from sphinx_gitops.importers.pages.markdown import markdown_diagrams
from sphinx_gitops.importers.pages.restructuredtext import rst_diagrams
from sphinx_gitops.importers.pages.source import DiagramSource, Language

_MERMAID = (".mmd", ".mermaid")
_GRAPHVIZ = (".dot", ".gv")
_MARKDOWN = (".md", ".markdown", ".mdx", ".myst")
_RST = (".rst", ".rest", ".txt")
SUFFIXES = (*_MERMAID, *_GRAPHVIZ, *_MARKDOWN, *_RST)
"""Every suffix of a file that may have diagrams."""
_DOT = re.compile(
    r'(?:\s|//[^\n]*\n|#[^\n]*\n|/\*.*?\*/)*(?:strict\s+)?(?:di)?graph\s*(?:\w+|"[^"]*")?\s*\{',
    re.DOTALL | re.IGNORECASE,
)
_FENCE = re.compile(r"^[ >]*(?:`{3,}|~{3,}|:{3,})\s*\{?\.?mermaid", re.MULTILINE)
_DIRECTIVE = re.compile(r"^\s*\.\.\s+(?:mermaid|graphviz|digraph)::", re.MULTILINE)


def diagrams_in(text: str, suffix: str) -> Sequence[DiagramSource]:
    """Each diagram of a file, in its order."""
    suffix = suffix.lower()
    if suffix in _MARKDOWN or (suffix not in SUFFIXES and _FENCE.search(text)):
        return tuple(markdown_diagrams(text))
    if suffix in _RST or (suffix not in SUFFIXES and _DIRECTIVE.search(text)):
        return tuple(rst_diagrams(text))
    if suffix in _GRAPHVIZ or (suffix not in _MERMAID and _DOT.match(text)):
        lines = enumerate(graph_lines(text), 1)
        return tuple(
            DiagramSource(language=Language.GRAPHVIZ, text=text, line=line if number > 1 else 1, number=number)
            for number, line in lines
        )
    return (DiagramSource(language=Language.MERMAID, text=text, line=1),)


def language_of(name: str, default: Language) -> Language:
    """The language of a file that a directive names, by its suffix."""
    suffix = PurePath(name).suffix.lower()
    return Language.GRAPHVIZ if suffix in _GRAPHVIZ else Language.MERMAID if suffix in _MERMAID else default
