"""YAML text in, a tree of values with their places out.

It is built from the parser's events, so scalars stay text (``1.10``, ``on``), a duplicate key is seen, and no tag
constructs anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.yamltree import loader
from sphinx_gitops.yamltree.errors import Locate, shortened, undecodable, unreadable
from sphinx_gitops.yamltree.values import Mapping, Scalar, Sequence, Tree, describe, written

__all__ = ["MAX_CHARACTERS", "MAX_DEPTH", "MAX_NODES", "Mapping", "Scalar", "Sequence", "Tree", "describe", "parse"]

MAX_CHARACTERS = 1 << 20
MAX_COPIED = 2 * MAX_CHARACTERS
"""The most characters of all values, those of aliases counted in each place."""
MAX_NODES = 100_000
MAX_DEPTH = 60

_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map"))
_BLANKS = str.maketrans({**dict.fromkeys("\x85\u2028\u2029", " "), "\ufeff": "\u2060"})
"""Line breaks to YAML 1.1, and to nobody who counts the lines of a file; a byte order mark that is inside a text."""
_MEANT = re.compile(r"[ \t]#[^\s#!]")
_COMMENT = re.compile(r"[ \t]+(#[^\s#!].*)")
"""A comment without a blank behind its sign, as in ``CI #1``."""


class _StopError(Exception):
    """Reading cannot go on; carries the problem that says why."""

    def __init__(self, code: Code, message: str, span: Span) -> None:
        super().__init__(message)
        self.problem = Problem(code=code, message=message, span=span)


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been read yet."""

    is_mapping: bool
    span: Span
    anchor: str | None
    before: int
    "The characters of the values before it."
    values: list[Tree] = field(default_factory=list)


@dataclass(slots=True)
class _Builder:
    locate: Locate
    problems: list[Problem] = field(default_factory=list)
    anchors: dict[str, Tree | None] = field(default_factory=dict)
    stack: list[_Open] = field(default_factory=list)
    root: Tree | None = None
    count: int = 0
    last: yaml.Event | None = None
    characters: int = 0
    lines: list[str] = field(default_factory=list)
    "The lines of a text in which a comment may hide what was meant; none where no comment can."
    weights: dict[str, int] = field(default_factory=dict)
    "The characters of what has an anchor."

    @property
    def reached(self) -> int:
        """Where what has been taken ends in the text."""
        return self.last.end_mark.index if self.last and self.last.end_mark else 0

    def span(self, event: yaml.Event) -> Span:
        mark = event.start_mark
        return self.locate(mark.line, mark.column) if mark else self.locate(0, 0)

    def check_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag and event.tag != "!" and event.tag not in _PLAIN_TAGS:
            message = f"the tag {event.tag!r} is not allowed here: write the value without a tag"
            if event.tag.startswith("!"):
                message += ", or quote a text that starts with '!'"
            self.problems.append(Problem(code=Code.UNSAFE_YAML, message=message, span=self.span(event)))

    def add(self, tree: Tree, anchor: str | None) -> None:
        self.count += 1
        if self.count > MAX_NODES:
            raise _StopError(Code.TOO_LARGE, f"more than {MAX_NODES:,} values: split the workflow", tree.span)
        if anchor:
            self.anchors[anchor] = tree
        if self.stack:
            self.stack[-1].values.append(tree)
        else:
            self.root = tree

    def open(self, event: yaml.CollectionStartEvent, *, is_mapping: bool) -> None:
        self.check_tag(event)
        if len(self.stack) >= MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} levels deep"
            raise _StopError(Code.TOO_LARGE, message, self.span(event))
        if event.anchor:
            self.anchors[event.anchor] = None
        self.stack.append(_Open(is_mapping, self.span(event), event.anchor, self.characters))

    def close(self, _event: yaml.CollectionEndEvent) -> None:
        top = self.stack.pop()
        if top.anchor:
            self.weights[top.anchor] = self.characters - top.before
        size = 1 + sum(value.size for value in top.values)
        if size > MAX_NODES:
            message = f"more than {MAX_NODES:,} values once its aliases are expanded"
            raise _StopError(Code.UNSAFE_YAML, message, top.span)
        if top.is_mapping:
            self.add(Mapping(self.entries(top), top.span, size), top.anchor)
        else:
            self.add(Sequence(tuple(top.values), top.span, size), top.anchor)

    def entries(self, top: _Open) -> tuple[tuple[Scalar, Tree], ...]:
        """The keys of a mapping that may be used, with their values."""
        first: dict[str, Span] = {}
        found: list[tuple[Scalar, Tree]] = []
        for key, value in zip(top.values[::2], top.values[1::2], strict=True):
            if not isinstance(key, Scalar):
                message = f"a key must be plain text, found {describe(key)}"
                if isinstance(key, Mapping):
                    message += ": quote a text that has '{{' in it"
                self.problems.append(Problem(code=Code.WRONG_TYPE, message=message, span=key.span))
            elif key.text in first:
                line = first[key.text].line
                message = f"the key {shortened(key.text)} is there twice, first on line {line}: remove one"
                self.problems.append(Problem(code=Code.DUPLICATE_KEY, message=message, span=key.span))
            else:
                first[key.text] = key.span
                found.append((key, value))
        return tuple(found)

    def alias(self, event: yaml.AliasEvent) -> None:
        name = event.anchor or ""
        found = self.anchors.get(name)
        if found is None:
            undefined = "is not defined above: quote a text that starts with '*'"
            why = "refers to itself" if name in self.anchors else undefined
            raise _StopError(Code.YAML_SYNTAX, f"the alias *{event.anchor} {why}", self.span(event))
        self.characters += self.weights[name]
        if self.characters > MAX_COPIED:
            message = f"more than {MAX_COPIED:,} characters once its aliases are expanded"
            raise _StopError(Code.UNSAFE_YAML, message, self.span(event))
        self.add(found, None)

    def cut(self, event: yaml.ScalarEvent) -> str:
        """What a comment hides behind a value on its line, where it looks as if it were meant."""
        end = event.end_mark
        found = _COMMENT.match(self.lines[end.line], end.column) if end and end.line < len(self.lines) else None
        return found[1] if found else ""

    def scalar(self, event: yaml.ScalarEvent) -> None:
        text, style, anchor, mark = event.value, event.style, event.anchor, event.start_mark
        plain = not style
        if event.tag:
            self.check_tag(event)
            plain = plain and event.tag in _PLAIN_TAGS
        self.characters += len(text)
        if anchor:
            self.weights[anchor] = len(text)
        cut = self.cut(event) if plain and self.lines else ""
        span = self.locate(mark.line, mark.column) if mark else self.locate(0, 0)
        self.add(Scalar(text if plain else written(text, style), span, plain, 1, cut), anchor)

    def second(self, event: yaml.DocumentStartEvent) -> bool:
        """Whether a document before this one is the workflow already."""
        if self.root is None:
            return False
        message = "a second YAML document starts here: a workflow is exactly one document"
        self.problems.append(Problem(code=Code.YAML_SYNTAX, message=message, span=self.span(event)))
        return True

    def feed(self, events: Iterator[yaml.Event]) -> None:
        """Take all events of the first document."""
        takes: dict[type, Callable[[Any], bool | None]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: lambda event: self.open(event, is_mapping=True),
            yaml.SequenceStartEvent: lambda event: self.open(event, is_mapping=False),
            yaml.MappingEndEvent: self.close,
            yaml.SequenceEndEvent: self.close,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.second,
        }
        for event in events:
            take = takes.get(type(event))
            if take and take(event):
                return
            self.last = event


def _refuse(text: str, locate: Locate) -> Problem | None:
    """What is wrong with *text* before YAML is even tried."""
    if len(text) > MAX_CHARACTERS:
        message = f"{len(text):,} characters, at most {MAX_CHARACTERS:,} are read: split the workflow"
        return Problem(code=Code.TOO_LARGE, message=message, span=locate(0, 0))
    bad = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if bad:
        before = text[: bad.start()]
        message = f"the character U+{ord(bad.group()):04X} is not allowed in YAML: remove it"
        span = locate(before.count("\n"), bad.start() - before.rfind("\n") - 1)
        return Problem(code=Code.YAML_SYNTAX, message=message, span=span)
    return None


def parse(text: str, locate: Locate) -> tuple[Tree | None, list[Problem]]:
    """Read one YAML document; raises nothing, whatever the text.

    The tree is None where the text is empty or unreadable; a problem then says why, except for an empty text.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").translate(_BLANKS)
    refused = _refuse(text, locate)
    if refused:
        return None, [refused]
    builder = _Builder(locate, lines=text.split("\n") if _MEANT.search(text) else [])
    try:
        builder.feed(iter(loader.LOADER(text).get_event, None))
    except _StopError as stop:
        return None, [*builder.problems, stop.problem]
    except UnicodeDecodeError:  # libyaml passes on the bytes that a tag's escapes are
        return None, [*builder.problems, undecodable(text, builder.reached, locate)]
    except yaml.MarkedYAMLError as error:
        if builder.root is not None and not builder.stack:
            builder.root = None
        return None, [*builder.problems, unreadable(error, text, locate, MAX_DEPTH)]
    return builder.root, builder.problems
