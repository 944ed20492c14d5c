"""Two trees in, the tree that a strategic merge or a JSON patch makes of them out."""

from __future__ import annotations

from sphinx_gitops.importers.documents import place_of, text_at, value_at
from sphinx_gitops.yamltree import Mapping, Scalar, Sequence, Tree

_MAX_DEPTH = 100


def merged(old: Tree | None, new: Tree, depth: int = 0) -> Tree:
    """*new* over *old*: mappings by key, null removes, all else is replaced (as it is for custom resources)."""
    if not isinstance(old, Mapping) or not isinstance(new, Mapping) or depth > _MAX_DEPTH:
        return new
    entries = {key.text: (key, value) for key, value in old.entries}
    for key, value in new.entries:
        if key.text.startswith("$"):
            continue
        if isinstance(value, Scalar) and value.is_null:
            entries.pop(key.text, None)
        else:
            before = entries.get(key.text)
            entries[key.text] = key, merged(before[1] if before else None, value, depth + 1)
    return Mapping(tuple(entries.values()), old.span, old.size + new.size)


def is_deletion(patch: Tree) -> bool:
    """Whether a merge removes the whole object."""
    return text_at(patch, "$patch") == "delete"


def _keys(pointer: str) -> list[str]:
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.removeprefix("/").split("/")]


def with_value(tree: Tree | None, keys: list[str], value: Tree | None, anchor: Tree) -> Tree:
    """*tree* with *value* under *keys*, or without what is there; *anchor* has the place of what is made new."""
    if not keys:
        return anchor if value is None else value
    key, rest = keys[0], keys[1:]
    if isinstance(tree, Sequence):
        return _with_item(tree, key, rest, value, anchor)
    old = tree.entries if isinstance(tree, Mapping) else ()
    entries = {name.text: (name, below) for name, below in old}
    if not rest and value is None:
        entries.pop(key, None)
    else:
        name, below = entries.get(key, (Scalar(key, anchor.span), None))
        if not rest and value is not None:
            name = Scalar(key, value.span)
        entries[key] = name, with_value(below, rest, value, anchor)
    span = tree.span if isinstance(tree, Mapping) else anchor.span
    return Mapping(tuple(entries.values()), span, anchor.size + (tree.size if tree else 1))


def _with_item(tree: Sequence, key: str, rest: list[str], value: Tree | None, anchor: Tree) -> Tree:
    items = list(tree.items)
    if key == "-" and value is not None:
        items.append(with_value(None, rest, value, anchor))
    elif key.isdecimal() and place_of(key) < len(items):
        at = int(key)
        if rest:
            items[at] = with_value(items[at], rest, value, anchor)
        elif value is None:
            del items[at]
        else:
            items[at] = value
    return Sequence(tuple(items), tree.span, tree.size + anchor.size)


def operated(tree: Tree, operation: Tree) -> Tree:
    """*tree* after one operation of a JSON patch; an operation that is none changes nothing."""
    name, path = text_at(operation, "op"), text_at(operation, "path")
    value = value_at(operation, "value")
    if not path.startswith("/"):
        return tree
    if name in {"add", "replace"} and value is not None:
        keys = _keys(path)
        parent = value_at(tree, *keys[:-1])
        if name == "add" and isinstance(parent, Sequence) and keys[-1].isdecimal():
            at = place_of(keys[-1])
            items = (*parent.items[:at], value, *parent.items[at:])
            return with_value(tree, keys[:-1], Sequence(items, parent.span, parent.size + value.size), operation)
        return with_value(tree, keys, value, operation)
    if name == "remove":
        return with_value(tree, _keys(path), None, operation)
    return tree
