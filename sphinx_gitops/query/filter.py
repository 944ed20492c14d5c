"""A filter's text in, a predicate over records out, by recursive descent; no word of it is ever run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from fnmatch import fnmatchcase
from typing import TypeAlias

from sphinx_gitops.query.tokens import QueryError, Record, Word, near, words

Filter: TypeAlias = Callable[[Record], bool]
Today: TypeAlias = Callable[[str, str], str]
"""A field and a value in, what a thing of that former name is called today out; empty where there is none."""

_MAX_DEPTH = 50
_TESTS = "'==', '!=', 'in', 'has' or 'like'"


@dataclass(frozen=True, slots=True)
class Operand:
    """A value that a filter compares a field with, by ``like`` as a pattern."""

    field: str
    value: str
    pattern: bool
    today: str = ""

    def matches(self, values: Collection[str]) -> bool:
        """Whether one of the values of the field is this one."""
        if self.pattern:
            return any(fnmatchcase(value, self.value) for value in values)
        return self.value in values or (bool(self.today) and self.today in values)


@dataclass(slots=True)
class _Parser:
    """The words that are left, and the fields that there are; the comparisons that have been read."""

    words: Sequence[Word]
    fields: Collection[str]
    end: int
    today: Today
    position: int = 0
    found: list[Operand] = dataclass_field(default_factory=list)

    def peek(self, *texts: str) -> bool:
        return self.position < len(self.words) and self.words[self.position].says(*texts)

    def take(self, expected: str) -> Word:
        if self.position == len(self.words):
            raise QueryError(f"expected {expected}, found the end", self.end)
        self.position += 1
        return self.words[self.position - 1]

    def sign(self, text: str) -> None:
        found = self.take(repr(text))
        if not found.says(text):
            raise QueryError(f"expected {text!r}, found {found.text!r}", found.column)

    def either(self, depth: int) -> Filter:
        """Tests with ``or`` between."""
        if depth > _MAX_DEPTH:
            raise QueryError(f"nested more than {_MAX_DEPTH} deep", self.words[self.position - 1].column)
        tests = [self.both(depth)]
        while self.peek("or"):
            self.position += 1
            tests.append(self.both(depth))
        return tests[0] if len(tests) == 1 else lambda record: any(test(record) for test in tests)

    def both(self, depth: int) -> Filter:
        """Tests with ``and`` between."""
        tests = [self.negation(depth)]
        while self.peek("and"):
            self.position += 1
            tests.append(self.negation(depth))
        return tests[0] if len(tests) == 1 else lambda record: all(test(record) for test in tests)

    def negation(self, depth: int) -> Filter:
        """A test, one in parentheses, or the opposite of one."""
        wanted = True
        while self.peek("not"):
            self.position += 1
            wanted = not wanted
        if self.peek("("):
            self.position += 1
            inner = self.either(depth + 1)
            self.sign(")")
        else:
            inner = self.test()
        return inner if wanted else lambda record: not inner(record)

    def test(self) -> Filter:
        """A field and what it is held against; a field alone asks whether it has a value."""
        name = self.take("a field")
        if name.sign or name.quoted:
            raise QueryError(f"expected a field, found {name.text!r}", name.column)
        if name.text not in self.fields:
            raise QueryError(f"there is no field {name.text!r}{near(name.text, self.fields)}", name.column)
        field = name.text
        wanted = not self.peek("not")
        self.position += not wanted
        if not wanted and self.peek("==", "!="):
            found = self.take("")
            opposite = {"==": "!=", "!=": "=="}[found.text]
            raise QueryError(f"'not' before {found.text!r}; write '{field} {opposite} ...'", found.column)
        if not self.peek("==", "!=", "in", "has", "like"):
            if wanted and (self.position == len(self.words) or self.peek("and", "or", ")")):
                return lambda record: bool(record.get(field))
            found = self.take(_TESTS)
            raise QueryError(f"expected {_TESTS}, found {found.text!r}", found.column)
        wanted ^= self.peek("!=")
        verb = self.take("").text
        allowed = self.choices() if verb == "in" else [self.value()]
        like = verb == "like"
        tests = [Operand(field, one, like, "" if like else self.today(field, one)) for one in allowed]
        self.found += tests
        return lambda record: any(one.matches(record.get(field, ())) for one in tests) is wanted

    def choices(self) -> list[str]:
        """Values in parentheses."""
        self.sign("(")
        found = [self.value()]
        while self.peek(","):
            self.position += 1
            found.append(self.value())
        self.sign(")")
        return found

    def value(self) -> str:
        """One value, bare or in quotes."""
        found = self.take("a value")
        if found.sign:
            raise QueryError(f"expected a value, found {found.text!r}", found.column)
        return found.text


def _as_written(field: str, value: str) -> str:
    return ""


def parse_filter(text: str, fields: Collection[str], today: Today = _as_written) -> Filter:
    """The predicate of a filter; raises QueryError, which names the column. An empty filter lets everything pass."""
    return _read(text, fields, today)[0]


def comparisons(text: str, fields: Collection[str], today: Today = _as_written) -> tuple[Operand, ...]:
    """The comparisons of a filter, in its order; raises QueryError."""
    return _read(text, fields, today)[1]


def _read(text: str, fields: Collection[str], today: Today) -> tuple[Filter, tuple[Operand, ...]]:
    found = list(words(text))
    if not found:
        return (lambda _: True), ()
    parser = _Parser(found, fields, len(text) + 1, today)
    predicate = parser.either(0)
    if parser.position < len(found):
        left = found[parser.position]
        raise QueryError(f"expected 'and' or 'or', found {left.text!r}", left.column)
    return predicate, tuple(parser.found)
