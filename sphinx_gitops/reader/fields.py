"""Typed getters over one mapping of a workflow: each returns a usable value and notes what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from sphinx_gitops.format import ID, Key, safe_url
from sphinx_gitops.problems import Code, Problem, Severity, Span
from sphinx_gitops.reader.bidirectional import contained
from sphinx_gitops.suggest import listed, near
from sphinx_gitops.yamltree.document import Mapping, Scalar, Sequence, Tree, describe
from sphinx_gitops.yamltree.errors import shortened

__all__ = ["Choice", "Fields", "Notes", "check_id", "listed", "near", "safe_url"]

Choice = TypeVar("Choice", bound=Enum)

HINTS = 10_000
"""So many known words are compared with unknown ones before a workflow's further problems go without a near match."""
_MERGED = ": merge keys are not read, write the keys themselves"


@dataclass(slots=True)
class Notes:
    """The problems found so far, each once; ``hints`` is how many words may still be compared for a near match."""

    _found: dict[Problem, None] = field(default_factory=dict)
    hints: int = HINTS

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them, in the order in which they were found."""
        return tuple(self._found)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note what another part has found."""
        self._found.update(dict.fromkeys(problems))

    def add(self, code: str, message: str, span: Span, path: str, severity: Severity = Severity.ERROR) -> None:
        """Note one problem."""
        self._found[Problem(code=code, message=message, span=span, path=path, severity=severity)] = None

    def near(self, word: str, words: Iterable[str], *, cutoff: float = 0.6) -> str:
        """A hint as ``near`` gives it, while this workflow's share of time for hints lasts."""
        known = list(words)
        self.hints -= len(known)
        return near(word, known, cutoff=cutoff) if self.hints >= 0 else ""


@dataclass(slots=True)
class Fields:
    """One mapping with its path and the keys that the format allows in it."""

    mapping: Mapping
    path: str
    notes: Notes
    keys: tuple[Key, ...]
    _values: dict[str, Tree] = field(init=False)

    def __post_init__(self) -> None:
        """Find the values by their keys, which are asked for one after the other."""
        self._values = {name.text: value for name, value in self.mapping.entries}

    def check_keys(self) -> None:
        """Note every key that the format does not know."""
        known = [key.name for key in self.keys]
        for name, _ in self.mapping.entries:
            if name.text not in known:
                hint = _MERGED if name.text == "<<" else self.notes.near(name.text, known)
                message = f"unknown key {describe(name)}{hint or '; expected one of ' + listed(known)}"
                self.notes.add(Code.UNKNOWN_KEY, message, name.span, self.path)

    def at(self, key: str) -> str:
        """The path of the value under *key*."""
        return f"{self.path}.{key}" if self.path else key

    def get(self, key: str) -> Tree | None:
        """The value under *key*; None where it is missing or empty."""
        value = self._values.get(key)
        return None if isinstance(value, Scalar) and value.is_null else value

    def wrong(self, value: Tree, expected: str, path: str) -> None:
        """Note that a value has the wrong shape."""
        self.notes.add(Code.WRONG_TYPE, f"expected {expected}, found {describe(value)}", value.span, path)

    def text(self, key: str, default: str = "") -> str:
        """Plain text on one line."""
        value = self.get(key)
        if value is None:
            return default
        if not isinstance(value, Scalar):
            self.wrong(value, "text", self.at(key))
            return default
        return contained(" ".join(value.text.split())) or default

    def line(self, key: str, default: str = "") -> str:
        """Plain text that is written on one line; notes where it is not."""
        value = self.get(key)
        if isinstance(value, Scalar):
            first, break_, _ = value.text.strip().partition("\n")
            if break_:
                remedy = "write the rest as 'subtitle' or 'description'" if key == "title" else "write it on one"
                message = f"a {key} is one line, and a line break follows {shortened(first)}: {remedy}"
                self.notes.add(Code.INVALID_VALUE, message, value.span, self.at(key))
        return self.text(key, default)

    def spans(self, *keys: str) -> tuple[tuple[str, Span], ...]:
        """The places of the values under those of *keys* that are there."""
        found = ((key, self.get(key)) for key in keys)
        return tuple((key, value.span) for key, value in found if value is not None)

    def choice(self, key: str, kind: type[Choice]) -> Choice | None:
        """One of an enum's values."""
        if self.get(key) is None:
            return None
        text = self.word(key, [member.value for member in kind], Code.INVALID_VALUE)
        return kind(text) if text else None

    def word(self, key: str, allowed: Iterable[str], code: Code) -> str:
        """One of *allowed*, or the empty string."""
        value = self.get(key)
        if value is None:
            return ""
        words = list(allowed)
        if not isinstance(value, Scalar):
            self.wrong(value, f"one of {listed(words)}", self.at(key))
            return ""
        if value.text not in words:
            hint = self.notes.near(value.text, words) or f"; expected one of {listed(words)}"
            self.notes.add(code, f"{describe(value)} is no {key} known here{hint}", value.span, self.at(key))
            return ""
        return value.text

    def scalars(self, key: str) -> Iterator[Scalar]:
        """The texts of a list, or the one text that stands for a list of one."""
        value = self.get(key)
        if isinstance(value, Scalar):
            yield value
        elif isinstance(value, Sequence):
            for number, item in enumerate(value.items):
                if isinstance(item, Scalar) and not item.is_null:
                    yield item
                else:
                    self.wrong(item, "text", f"{self.at(key)}[{number}]")
        elif value is not None:
            self.wrong(value, "text or a list of texts", self.at(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of plain texts."""
        return tuple(contained(scalar.text) for scalar in self.scalars(key))

    def ids(self, key: str) -> tuple[str, ...]:
        """A list of legal ids."""
        return tuple(
            scalar.text for scalar in self.scalars(key) if check_id(scalar.text, scalar.span, self.at(key), self.notes)
        )

    def pairs(self, key: str) -> tuple[tuple[str, Scalar], ...]:
        """A mapping of texts, in order."""
        value = self.get(key)
        if value is None:
            return ()
        if not isinstance(value, Mapping):
            self.wrong(value, "a mapping of texts", self.at(key))
            return ()
        found = []
        for name, item in value.entries:
            if isinstance(item, Scalar) and not item.is_null:
                found.append((name.text, item))
            else:
                self.wrong(item, "text", f"{self.at(key)}.{name.text}")
        return tuple(found)

    def waive(self) -> tuple[tuple[str, str], ...]:
        """Accepted findings: rule code and reason."""
        return tuple((contained(name), contained(scalar.text)) for name, scalar in self.pairs("waive"))

    def url(self, key: str) -> str:
        """A link that is safe to follow."""
        value = self.get(key)
        if not isinstance(value, Scalar):
            return self.text(key)
        return self.check_url(value, self.at(key))

    def check_url(self, value: Scalar, path: str) -> str:
        """The text of *value*, unless it could run code."""
        if safe_url(value.text):
            return value.text.strip()
        message = f"the link {describe(value)} is refused: write an http, https or mailto address"
        self.notes.add(Code.UNSAFE_URL, message, value.span, path)
        return ""

    def links(self, key: str) -> tuple[tuple[str, str], ...]:
        """Titles and links that are safe to follow."""
        checked = ((name, self.check_url(scalar, f"{self.at(key)}.{name}")) for name, scalar in self.pairs(key))
        return tuple((contained(name), url) for name, url in checked if url)


def check_id(text: str, span: Span, path: str, notes: Notes) -> bool:
    """Whether *text* is a legal id; notes why where it is not."""
    if ID.fullmatch(text) and len(text) <= 200:
        return True
    message = (
        f"{text[:60]!r} is no id: start with a letter or underscore, go on with letters, digits, '_', '-', '.', "
        "and end with a letter, digit or underscore"
    )
    notes.add(Code.INVALID_ID, message, span, path)
    return False
