"""Typed getters over one mapping of a workflow: each returns a usable value and notes what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from sphinx_gitops.format import ID, Key, has_scheme, safe_url, url_remedy
from sphinx_gitops.problems import Code, Severity, Span
from sphinx_gitops.reader.bidirectional import contained
from sphinx_gitops.reader.diagnostics import Diagnostics
from sphinx_gitops.suggest import listed, near
from sphinx_gitops.yamltree.document import Mapping, Scalar, Sequence, Tree, describe
from sphinx_gitops.yamltree.errors import shortened

__all__ = ["Choice", "Fields", "check_id", "listed", "near", "safe_url"]

Choice = TypeVar("Choice", bound=Enum)

ROOT_KEYS = frozenset({"stages", "flows", "styles"})
"""The keys of a workflow that nothing in it has."""
_MERGED = ": merge keys are not read, write the keys themselves"


@dataclass(slots=True)
class Fields:
    """One mapping with its path and the keys that the format allows in it."""

    mapping: Mapping
    path: str
    diagnostics: Diagnostics
    keys: tuple[Key, ...]
    _values: dict[str, Tree] = field(init=False)

    def __post_init__(self) -> None:
        """Find the values by their keys, which are asked for one after the other; most are not there."""
        self._values = {
            name.text: value
            for name, value in self.mapping.entries
            if not (isinstance(value, Scalar) and value.is_null)
        }

    def check_keys(self) -> None:
        """Note every key that the format does not know."""
        entries = self.mapping.entries
        for before, (name, value) in zip((None, *entries), entries, strict=False):
            for key in self.keys:
                if key.name == name.text:
                    break
            else:
                split = after_comma(before, name, value)
                comma = f": a comma ends the value before it; quote the whole, {split}" if split else ""
                message = f"unknown key {describe(name)}{comma or self._hint(name)}"
                self.diagnostics.add(Code.UNKNOWN_KEY, message, name.span, self.path)

    def _hint(self, name: Scalar) -> str:
        """What a writer may have meant by a key that the format does not know, or all that it knows."""
        if name.text == "<<":
            return _MERGED
        if name.text.startswith(":") and not self.path:
            return ": an option of the directive stands above the workflow, before a blank line"
        if name.text in ROOT_KEYS:
            return ": it is one of the workflow, so indent it as far as 'stages'"
        known = [key.name for key in self.keys]
        return self.diagnostics.near(name.text, known) or f"; expected one of {listed(known)}"

    def at(self, key: str) -> str:
        """The path of the value under *key*."""
        return f"{self.path}.{key}" if self.path else key

    def get(self, key: str) -> Tree | None:
        """The value under *key*; None where it is missing or empty."""
        return self._values.get(key)

    def wrong(self, value: Tree, expected: str, path: str) -> None:
        """Note that a value has the wrong shape."""
        self.diagnostics.add(Code.WRONG_TYPE, f"expected {expected}, found {describe(value)}", value.span, path)

    def text(self, key: str, default: str = "") -> str:
        """Plain text on one line."""
        value = self._values.get(key)
        if value is None:
            return default
        if not isinstance(value, Scalar):
            self.wrong(value, "text", self.at(key))
            return default
        if value.cut:
            self.check_cut(value, key)
        return contained(" ".join(value.text.split())) or default

    def check_cut(self, value: Scalar, key: str) -> None:
        """Note what a comment hides behind a text, where a blank after its sign does not say that it is one."""
        whole = f"{value.text} {value.cut}"
        remedy = f"quote the text, {key}: {whole[:60]!r}, or put a blank behind the '#'"
        message = f"the {key} ends before {shortened(value.cut)}, which is read as a comment: {remedy}"
        self.diagnostics.add(Code.HIDDEN_TEXT, message, value.span, self.at(key), Severity.WARNING)

    def line(self, key: str, default: str = "") -> str:
        """Plain text that is written on one line; notes where it is not."""
        value = self._values.get(key)
        if isinstance(value, Scalar) and "\n" in value.text:
            first, break_, _ = value.text.strip().partition("\n")
            if break_:
                remedy = "write the rest as 'subtitle' or 'description'" if key == "title" else "write it on one"
                message = f"a {key} is one line, and a line break follows {shortened(first)}: {remedy}"
                self.diagnostics.add(Code.INVALID_VALUE, message, value.span, self.at(key))
        return self.text(key, default)

    def spans(self, *keys: str) -> tuple[tuple[str, Span], ...]:
        """The places of the values under those of *keys* that are there."""
        return tuple([(key, self._values[key].span) for key in keys if key in self._values])

    def choice(self, key: str, kind: type[Choice]) -> Choice | None:
        """One of an enum's values."""
        if key not in self._values:
            return None
        text = self.word(key, [member.value for member in kind], Code.INVALID_VALUE)
        return kind(text) if text else None

    def word(self, key: str, allowed: Collection[str], code: Code) -> str:
        """One of *allowed*, or the empty string."""
        value = self._values.get(key)
        if value is None:
            return ""
        if not isinstance(value, Scalar):
            self.wrong(value, f"one of {listed(allowed)}", self.at(key))
            return ""
        if value.text not in allowed:
            hint = self.diagnostics.near(value.text, allowed) or f"; expected one of {listed(allowed)}"
            self.diagnostics.add(code, f"{describe(value)} is no {key} known here{hint}", value.span, self.at(key))
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
        return tuple(contained(scalar.text) for scalar in self.scalars(key)) if key in self._values else ()

    def ids(self, key: str) -> tuple[str, ...]:
        """A list of legal ids."""
        if key not in self._values:
            return ()
        return tuple(
            scalar.text
            for scalar in self.scalars(key)
            if check_id(scalar.text, scalar.span, self.at(key), self.diagnostics)
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
        found = self.pairs("waive")
        return tuple((contained(name), contained(scalar.text)) for name, scalar in found) if found else ()

    def url(self, key: str) -> str:
        """A link that is safe to follow."""
        value = self.get(key)
        if not isinstance(value, Scalar):
            return self.text(key)
        return self.check_url(value, self.at(key))

    def check_url(self, value: Scalar, path: str) -> str:
        """The text of *value*, unless it could run code."""
        if safe_url(value.text):
            if value.text.strip() and not has_scheme(value.text.strip()):
                remedy = "write a whole address, or 'doc' for a page of the documentation"
                message = f"the address {describe(value)} is relative, and leads elsewhere from every page: {remedy}"
                self.diagnostics.add(Code.RELATIVE_URL, message, value.span, path)
            return value.text.strip()
        message = f"the link {describe(value)} is refused: {url_remedy(value.text)}"
        self.diagnostics.add(Code.UNSAFE_URL, message, value.span, path)
        return ""

    def links(self, key: str) -> tuple[tuple[str, str], ...]:
        """Titles and links that are safe to follow."""
        found = self.pairs(key)
        if not found:
            return ()
        checked = ((name, self.check_url(scalar, f"{self.at(key)}.{name}")) for name, scalar in found)
        return tuple((contained(name), url) for name, url in checked if url)


def after_comma(before: tuple[Scalar, Tree] | None, name: Scalar, value: Tree) -> str:
    """The entry *before*, quoted, where *name* is the part of its text behind a comma; else the empty string."""
    if before is None or not (isinstance(value, Scalar) and value.plain and not value.text):
        return ""
    start, text = before
    if not isinstance(text, Scalar) or not text.text or text.span[:2] != name.span[:2]:
        return ""
    return f"{start.text}: {f'{text.text}, {name.text}'!r}"


def check_id(text: str, span: Span, path: str, diagnostics: Diagnostics) -> bool:
    """Whether *text* is a legal id; notes why where it is not."""
    if ID.fullmatch(text) and len(text) <= 200:
        return True
    message = (
        f"{text[:60]!r} is no id: start with a letter or underscore, go on with letters, digits, '_', '-', '.', "
        "and end with a letter, digit or underscore"
    )
    diagnostics.add(Code.INVALID_ID, message, span, path)
    return False
