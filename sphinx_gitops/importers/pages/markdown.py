"""A document in Markdown in, the diagrams of its fences and of MyST's directives out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sphinx_gitops.importers.pages.directives import LANGUAGES, LITERAL, Content, diagram_source, read_content
from sphinx_gitops.importers.pages.restructuredtext import rst_diagrams
from sphinx_gitops.importers.pages.source import DiagramSource

_CONTAINER = re.compile(r"(?:[ \t]*>[ ]?)+|[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t])[ \t]*")
_FENCE = re.compile(r"([ \t]*)(`{3,}|~{3,}|:{3,})[ \t]*(.*?)[ \t]*$")
_DIRECTIVE = re.compile(r"\{([^}\s]+)\}[ \t]*(.*)$")
_HEADING = re.compile(r"(?:>[ ]?)* {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$")
_MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[`*]|\{[^}]*\}(?=`)")
_CLASS = re.compile(r"\{\s*\.mermaid\b[^}]*\}")
_BACKTICK_INFO = re.compile(r"[^`]*")


class _Line(NamedTuple):
    """A line without the signs of quotes and lists before it, and the number of those signs' characters."""

    text: str
    offset: int
    is_item: bool


class _Fence(NamedTuple):
    """What opens a fence."""

    indent: int
    sign: str
    info: str


def _inner(line: str) -> _Line:
    """A line inside of its quotes and list items."""
    at, is_item = 0, False
    while found := _CONTAINER.match(line, at):
        is_item = is_item or not found[0].rstrip().endswith(">")
        at = found.end()
    return _Line(line[at:], at, is_item)


def _fence(text: str) -> _Fence | None:
    found = _FENCE.match(text)
    if not found or (found[2][0] == "`" and not _BACKTICK_INFO.fullmatch(found[3])):
        return None
    return _Fence(len(found[1]), found[2], found[3])


def _is_end(text: str, fence: _Fence) -> bool:
    word = text.strip()
    return len(word) >= len(fence.sign) and set(word) == {fence.sign[0]}


class _Reader:
    """Reads the lines of a document, or of a fence that has more of it."""

    def __init__(self, lines: Sequence[str], first: int, heading: str = "") -> None:
        self.lines = lines
        self.first = first
        self.heading = heading

    def _end(self, start: int, fence: _Fence, quote: str) -> int:
        """The index of the line that ends a fence; that behind the last line where none does."""
        for at in range(start, len(self.lines)):
            if quote and not self.lines[at].lstrip().startswith(">"):
                return at
            if _is_end(self._bare(at, quote), fence):
                return at
        return len(self.lines)

    def _bare(self, at: int, quote: str) -> str:
        """A line inside of as many quotes as its fence is in."""
        line = self.lines[at]
        for _ in range(quote.count(">")):
            line = line.lstrip().removeprefix(">").removeprefix(" ")
        return line

    def _content(self, start: int, end: int, indent: int, quote: str) -> list[str]:
        """The lines of a fence, without the blanks that its first line has before it."""
        lines = [self._bare(at, quote) for at in range(start, end)]
        return [line[min(indent, len(line) - len(line.lstrip())) :] for line in lines]

    def diagrams(self) -> Iterator[DiagramSource]:
        """Each diagram, in its order."""
        at, is_in_list = 0, False
        while at < len(self.lines):
            line = self.lines[at]
            at += 1
            if line.lstrip().startswith("<!--"):
                while "-->" not in line and at < len(self.lines):
                    line, at = self.lines[at], at + 1
                continue
            if headed := _HEADING.match(line):
                self.heading = _MARKUP.sub(lambda found: found[1] or "", headed[1]).strip()
            inner = _inner(line)
            fence = _fence(inner.text)
            if inner.is_item or (line.strip() and not line.startswith((" ", "\t"))):
                is_in_list = inner.is_item
            if not fence or (fence.indent > 3 and not inner.offset and not is_in_list):  # indented code
                continue
            quote = line[: inner.offset] if ">" in line[: inner.offset] else ""
            end = self._end(at, fence, quote)
            indent = fence.indent + (0 if quote else inner.offset)
            for source in self._of_fence(fence, self._content(at, end, indent, quote), self.first + at):
                yield source if source.caption else replace(source, caption=self.heading)
            at = end + (end < len(self.lines) and not (quote and not self.lines[end].lstrip().startswith(">")))

    def _of_fence(self, fence: _Fence, lines: Sequence[str], first: int) -> Iterator[DiagramSource]:
        """The diagram that a fence is, or those that are in it; its content begins on line *first*."""
        word = fence.info.split(" ")[0]
        found = _DIRECTIVE.match(fence.info)
        name = found[1] if found else ""
        if name in LANGUAGES and found:
            yield diagram_source(name, found[2].strip(), _options(lines), first)
        elif (not found and word.casefold() == "mermaid") or _CLASS.match(fence.info):
            yield diagram_source("mermaid", "", Content({}, lines, 0), first)
        elif name == "eval-rst":
            yield from rst_diagrams("\n".join(lines), first)
        elif (found and name not in LITERAL) or fence.sign[0] == ":":
            yield from _Reader(lines, first, self.heading).diagrams()


def _options(lines: Sequence[str]) -> Content:
    """The content of a directive of MyST, whose options may be YAML between two lines of ``---``."""
    if lines and lines[0].strip() == "---" and "---" in map(str.strip, lines[1:]):
        end = [line.strip() for line in lines].index("---", 1)
        pairs = (line.partition(":") for line in lines[1:end])
        options = {name.strip(): value.strip().strip("\"'") for name, colon, value in pairs if colon}
        if "title" not in options and "config" not in options:  # else it is front matter of the diagram
            return Content(options, lines[end + 1 :], end + 1)
    return read_content(lines)


def markdown_diagrams(text: str) -> Iterator[DiagramSource]:
    """Each diagram of a document, also inside of other directives."""
    yield from _Reader(text.split("\n"), 1).diagrams()
