"""The text of a Mermaid diagram in, what its parser reads out: without front matter, directives and comments.

Mermaid does this with regular expressions, before it parses; what they take away is never an error of the grammar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sphinx_gitops.importers.diagrams.diagram import Remark
from sphinx_gitops.importers.diagrams.numbered_text import NumberedText
from sphinx_gitops.importers.mermaid.yaml_texts import texts_of

_FRONT_MATTER = re.compile(r"([^\S\n]*)---[^\S\n]*\n(.*?)\n\1---\s*\n+", re.DOTALL)
_CONFIGURATION = re.compile(r"^config\s*:", re.MULTILINE)
_DIRECTIVE = re.compile(r"%%\{\s*(?:\w+\s*:|\w+)\s*(?:\w+|(?:(?!\}%%)[^\n]|\n)*)?\s*(?:\}%%)?", re.ASCII)
_COMMENT = re.compile(r"^[^\S\n]*%%(?!\{)[^\n]+\n?", re.MULTILINE)
_ATTRIBUTE = re.compile(r"<\w+[^<>]*>", re.ASCII)
_QUOTES = re.compile(r'="([^"]*)"')
_STYLED_LINE = re.compile(r"^.*(?:style|classDef).*$", re.MULTILINE)
_COLON_AND_HASH = re.compile(r":[^\s:#]*#")
_ENTITY = re.compile(r"#(\w+);", re.ASCII)
_OPEN, _NUMERIC, _CLOSE = "\ufb02\u00b0", "\u00b0", "\u00b6\u00df"
"""What Mermaid writes for the ends of an entity while it parses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What the parser reads, the title of the front matter, and what of it all has no place in a workflow."""

    text: NumberedText
    title: str = ""
    remarks: tuple[Remark, ...] = ()


def entities_decoded(text: str) -> str:
    """A text with entities as HTML writes them."""
    return text.replace(_OPEN + _NUMERIC, "&#").replace(_OPEN, "&").replace(_CLOSE, ";")


def _front_matter(source: NumberedText) -> tuple[NumberedText, str, list[Remark]]:
    """The text without its front matter, its title, and a remark where it has configuration. Raises DiagramError."""
    found = _FRONT_MATTER.match(source.text)
    if not found:
        return source, "", []
    body = "\n".join(line.removeprefix(found[1]) for line in found[2].split("\n"))
    texts = texts_of(body, source.line(found.start(2)))
    has_configuration = _CONFIGURATION.search(body) is not None
    lost = Remark(source.line(0), "the configuration of the front matter is left out")
    return source.after(found.end()), texts.get("title", ""), [lost] if has_configuration else []


def _unended(line: str, word: str) -> str:
    """A line in which *word*, a colon and a ``#`` follow one another, without its last semicolon, as Mermaid has it."""
    start, last = line.find(word), line.rfind(";")
    found = _COLON_AND_HASH.search(line, start + len(word)) if start >= 0 else None
    return line[:last] + line[last + 1 :] if found and found.end() <= last else line


def _encoded(found: re.Match[str]) -> str:
    return f"{_OPEN}{_NUMERIC if found[1].isdigit() else ''}{found[1]}{_CLOSE}"


def prepared(source: str, first_line: int) -> Prepared:
    """What Mermaid's parser reads of a diagram that starts on a line of its file. Raises DiagramError."""
    text = NumberedText.of(source.replace("\r\n", "\n").replace("\r", "\n"), first_line)
    text = text.sub(_ATTRIBUTE, lambda tag: _QUOTES.sub(r"='\1'", tag[0]))
    text, title, remarks = _front_matter(text)
    remarks += [
        Remark(text.line(found.start()), "a directive (%%{ }%%) is left out")
        for found in _DIRECTIVE.finditer(text.text)
    ]
    text = text.sub(_DIRECTIVE, "").sub(_COMMENT, "")
    text = text.after(len(text.text) - len(text.text.lstrip()))
    for word in ("style", "classDef"):
        text = text.sub(_STYLED_LINE, lambda found: _unended(found[0], word))  # noqa: B023 - called at once
    text = text.sub(_ENTITY, _encoded)
    return Prepared(text=text, title=title, remarks=tuple(remarks))
