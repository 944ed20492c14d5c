"""A text of many YAML documents in, a tree and a problem for each document out; one bad document spoils no other.

Where `yamltree.parse` refuses, this reads on: foreign tags are text, the last of two equal keys holds, an anchor may be
defined again, merge keys (``<<``) are merged. Nothing is constructed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Scalar, Sequence, Tree, loader
from sphinx_gitops.yamltree.errors import Locate, undecodable
from sphinx_gitops.yamltree.escapes import wrong_escape
from sphinx_gitops.yamltree.values import UNPRINTABLE, written

_MARKER = re.compile(r"^(?:---(?=[ \t\n]|\Z)|\.\.\.(?=[ \t]*(?:\n|\Z)))", re.MULTILINE)
"""A line that starts or ends a document: nothing else may begin in the first column with one, not even in a block."""
_BREAKS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))
_CONTENT = re.compile(r"^(?!#|%|---[ \t]*(?:#.*)?$|\.\.\.|[ \t]*(?:#.*)?$)", re.MULTILINE)
"""A line that holds more than a comment, a directive or a marker."""


def _all(_text: str) -> bool:
    return True


def _same(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What is read of a text, and within which bounds."""

    wanted: Callable[[str], bool] = _all
    "Whether the document of this text is read at all."
    restore: Callable[[str], str] = _same
    "A scalar's text as it was written, for a text in which something was masked."
    max_depth: int = 100
    max_copied: int = 1_000_000
    "So many values may stand in a document once its aliases are expanded."


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedDocument:
    """One document: its tree, or why there is none."""

    text: str
    line: int
    "The lines before it, so that its first line is this and one."
    tree: Tree | None
    error: str = ""
    error_line: int = 0
    "The line of the text, from 1, where reading stopped."
    is_refused: bool = False
    "Whether it is legal YAML, and beyond a bound."


class _RefusedError(Exception):
    """The document goes beyond a bound."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def normalized(text: str) -> str:
    """The text with one kind of line break, and nothing that a parser of YAML refuses as a character."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = text.translate(_BREAKS)
    return UNPRINTABLE.sub("\ufffd", text)


def split_documents(text: str) -> Iterator[tuple[int, str]]:
    """The documents of a normalized text, each with the number of lines before it."""
    start = line = 0
    for match in _MARKER.finditer(text):
        if match.start() > start:
            chunk = text[start : match.start()]
            if _CONTENT.search(chunk):
                yield line, chunk
            line += chunk.count("\n")
        start = match.start() if match[0] == "---" else match.end()
    chunk = text[start:]
    if _CONTENT.search(chunk):
        yield line, chunk


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been read yet."""

    is_mapping: bool
    span: Span
    anchor: str | None
    values: list[Tree] = field(default_factory=list)


def _merged(entries: dict[str, tuple[Scalar, Tree]]) -> None:
    """Take what the merge key names into a mapping that has one."""
    key, value = entries.pop("<<")
    sources = value.items if isinstance(value, Sequence) else (value,)
    mappings = [source for source in sources if isinstance(source, Mapping)]
    if len(mappings) < len(sources):
        entries["<<"] = key, value
        return
    for mapping in mappings:
        for name, taken in mapping.entries:
            entries.setdefault(name.text, (name, taken))


def _mapping(top: _Open, size: int) -> Mapping:
    values = top.values
    entries: dict[str, tuple[Scalar, Tree]] = {}
    for at in range(0, len(values) - 1, 2):
        key = values[at]
        if type(key) is Scalar:
            entries[key.text] = key, values[at + 1]
    if "<<" in entries:
        _merged(entries)
    return Mapping(tuple(entries.values()), top.span, size)


def _mark(event: yaml.Event) -> Any:
    """Where an event of a text starts; only events that are made by hand have no mark."""
    assert event.start_mark
    return event.start_mark


@dataclass(slots=True)
class _Builder:
    """Makes a tree of a parser's events."""

    locate: Locate
    policy: Policy
    anchors: dict[str, Tree] = field(default_factory=dict)
    stack: list[_Open] = field(default_factory=list)
    root: Tree | None = None
    copied: bool = False
    last: Any = None

    def add(self, tree: Tree, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = tree
        if self.stack:
            self.stack[-1].values.append(tree)
        else:
            self.root = tree

    def close(self, event: yaml.CollectionEndEvent) -> None:
        top = self.stack.pop()
        size = 1
        for value in top.values:
            size += value.size
        if self.copied and size > self.policy.max_copied:
            message = f"more than {self.policy.max_copied:,} values once its aliases are expanded"
            raise _RefusedError(message, _mark(event).line)
        if top.is_mapping:
            self.add(_mapping(top, size), top.anchor)
        else:
            self.add(Sequence(tuple(top.values), top.span, size), top.anchor)

    def alias(self, event: yaml.AliasEvent) -> None:
        found = self.anchors.get(event.anchor or "")
        if found is None:
            message = f"the alias *{event.anchor} is not defined above"
            raise _RefusedError(message, _mark(event).line)
        self.copied = True
        self.add(found, None)

    def open(self, event: yaml.CollectionStartEvent) -> None:
        mark = _mark(event)
        if len(self.stack) >= self.policy.max_depth:
            raise _RefusedError(f"nested more than {self.policy.max_depth} levels deep", mark.line)
        span = self.locate(mark.line, mark.column)
        self.stack.append(_Open(type(event) is yaml.MappingStartEvent, span, event.anchor))

    def feed(self, text: str) -> None:
        """Take the events of the first document in *text*."""
        locate, restore = self.locate, self.policy.restore
        stack = self.stack
        event: Any
        for event in yaml.parse(text, Loader=loader.LOADER):
            self.last = event
            kind = type(event)
            if kind is yaml.ScalarEvent:
                mark = event.start_mark
                scalar = Scalar(
                    restore(written(event.value, event.style)), locate(mark.line, mark.column), not event.style
                )
                if stack and not event.anchor:
                    stack[-1].values.append(scalar)
                else:
                    self.add(scalar, event.anchor)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self.open(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.close(event)
            elif kind is yaml.AliasEvent:
                self.alias(event)
            elif kind is yaml.DocumentEndEvent:
                return


def _failed(error: yaml.YAMLError, text: str) -> tuple[str, int]:
    """A parser's complaint, and the line from 0 where it has one."""
    if escape := wrong_escape(text, error):
        return f"'{escape.written}' is no escape of a text in double quotes", escape.line
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    message = getattr(error, "problem", None) or getattr(error, "reason", None) or "not readable as YAML"
    return str(message), mark.line if mark else 0


def parse_document(text: str, line: int, locate: Locate, policy: Policy) -> ParsedDocument:
    """Read the one document of *text*, which *line* lines precede in its file; raises nothing."""
    builder = _Builder(lambda at, column: locate(line + at, column), policy)
    error, at, is_refused = "", 0, False
    try:
        builder.feed(text)
    except _RefusedError as refused:
        error, at, is_refused = refused.message, refused.line, True
    except yaml.YAMLError as failed:
        error, at = _failed(failed, text)
    except UnicodeDecodeError:  # libyaml passes on the bytes that a tag's escapes are
        found = undecodable(text, builder.last.end_mark.index, lambda at, column: Span("", at, column))
        error, at = found.message, found.span.line
    tree = None if error else builder.root
    last = text.rstrip("\n").count("\n")
    return ParsedDocument(
        text=text, line=line, tree=tree, error=error, error_line=line + min(at, last) + 1, is_refused=is_refused
    )


def parse_all(text: str, locate: Locate, policy: Policy = Policy()) -> list[ParsedDocument]:
    """Read every wanted document of *text*, in its order; raises nothing, whatever the text."""
    return [
        parse_document(chunk, line, locate, policy)
        for line, chunk in split_documents(normalized(text))
        if policy.wanted(chunk)
    ]
