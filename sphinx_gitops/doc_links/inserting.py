"""The tree of an object and the lines of its file in, the lines of a link that it lacks out, and where they go.

Nothing else is written anew, so comments, quotes, order and layout stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sphinx_gitops.doc_links.links import TITLE
from sphinx_gitops.doc_links.manifest import Holder, Manifest
from sphinx_gitops.drift.fixing import written
from sphinx_gitops.importers.documents import key_span, scalar_at, value_at
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Scalar, Tree
from sphinx_gitops.yamltree import Sequence as Items

_KEY = re.compile(r"""(?:"[^"]*"|'[^']*'|[\w./-]+)[ \t]*:(?P<blank>[ \t]*?)(?P<rest>.*?)(?P<comment>[ \t]+#.*)?$""")
_EMPTY = frozenset({"", "{}", "[]", "~", "null"})
_STEP = 2


class CannotInsertError(Exception):
    """A link cannot be written; says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertion:
    """Lines to insert below a line, counted from 1, which becomes *line* where something has to go from it."""

    below: int
    lines: tuple[str, ...]
    line: str | None = None


def values_of(holder: Holder, address: str) -> tuple[str, ...]:
    """The values that a link adds to its object."""
    return (address,) if holder is Holder.ANNOTATION else (TITLE, address)


def _entry(holder: Holder, annotation: str, address: str) -> tuple[str, ...]:
    value = written(address, None)
    if holder is Holder.ANNOTATION:
        return (f"{annotation}: {value}",)
    if holder is Holder.ENTITY_LINKS:
        return (f"- url: {value}", f"  title: {TITLE}")
    return (f"- name: {TITLE}", f"  value: {value}")


def _indented(lines: Sequence[str], columns: int) -> tuple[str, ...]:
    return tuple(f"{' ' * columns}{line}" for line in lines)


def _rest(lines: Sequence[str], key: Span) -> re.Match[str]:
    """What stands behind a key on its line. Raises CannotInsertError."""
    found = _KEY.match(lines[key.line - 1], key.column - 1)
    if found is None:
        raise CannotInsertError("its layout is not understood")
    return found


def _is_block(tree: Tree, key: Span, lines: Sequence[str]) -> bool:
    """Whether a collection is written on lines of its own, below its key."""
    has_some = (isinstance(tree, Mapping) and bool(tree.entries)) or (isinstance(tree, Items) and bool(tree.items))
    return has_some and tree.span.line > key.line and not _rest(lines, key)["rest"].strip()


def _list_steps(tree: Tree) -> Iterator[int]:
    """By how much each list of an object is further right than its key."""
    for key, value in tree.entries if isinstance(tree, Mapping) else ():
        if isinstance(value, Items) and value.items and value.span.line > key.span.line:
            yield value.span.column - key.span.column
        yield from _list_steps(value)
    for item in tree.items if isinstance(tree, Items) else ():
        yield from _list_steps(item)


def _inner(manifest: Manifest, step: int) -> int:
    """By how much what is below the key of a new link is further right."""
    if manifest.holder is Holder.ANNOTATION:
        return step
    return max(next(_list_steps(manifest.tree), step), 0)


def insertion(manifest: Manifest, annotation: str, address: str, lines: Sequence[str]) -> Insertion:
    """The lines that link an object to *address*. Raises CannotInsertError."""
    holder, path = manifest.holder, manifest.holder.value.split(".")
    entry = _entry(holder, annotation, address)
    key, value = key_span(manifest.tree, *path), value_at(manifest.tree, *path)
    if key is None:
        return _with_key(manifest, path, entry, lines)
    if value is not None and _is_block(value, key, lines):
        return Insertion(below=key.line, lines=_indented(entry, value.span.column - 1))
    rest = _rest(lines, key)
    is_nothing = isinstance(value, Scalar) and value.is_null
    is_bare = (isinstance(value, Mapping) and not value.entries) or (isinstance(value, Items) and not value.items)
    if rest["rest"].strip() not in _EMPTY or not (is_nothing or is_bare):
        raise CannotInsertError(f"its {path[-1]} has an anchor, or is written in braces")
    line = f"{lines[key.line - 1][: rest.start('blank')]}{rest['comment'] or ''}"
    return Insertion(below=key.line, lines=_indented(entry, key.column - 1 + _inner(manifest, _STEP)), line=line)


def _is_on_one_line(value: Scalar, key: Span, lines: Sequence[str]) -> bool:
    """Whether a value ends on the line of its key."""
    return value.span.line == key.line and value.text in lines[key.line - 1][value.span.column - 1 :]


def _with_key(manifest: Manifest, path: Sequence[str], entry: tuple[str, ...], lines: Sequence[str]) -> Insertion:
    """The lines with the key that the object lacks: below its name, else first in what holds it."""
    parent, key = value_at(manifest.tree, *path[:-1]), key_span(manifest.tree, *path[:-1])
    if key is None or not isinstance(parent, Mapping):
        raise CannotInsertError(f"it has no {'.'.join(path[:-1])}")
    if not _is_block(parent, key, lines):
        raise CannotInsertError(f"its {'.'.join(path[:-1])} has an anchor, or is written in braces")
    columns, step = parent.span.column - 1, parent.span.column - key.column
    made = (f"{path[-1]}:", *_indented(entry, _inner(manifest, step if step > 0 else _STEP)))
    name, name_key = scalar_at(parent, "name"), key_span(parent, "name")
    is_below_name = path[0] == "metadata" and name and name_key and _is_on_one_line(name, name_key, lines)
    below = name_key.line if is_below_name and name_key else key.line
    return Insertion(below=below, lines=_indented(made, columns))
