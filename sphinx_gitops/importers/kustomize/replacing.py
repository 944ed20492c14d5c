"""Objects and a replacement in, the objects with the value written where the replacement says out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sphinx_gitops.importers.documents import items_at, mappings_at, place_of, text_at, value_at
from sphinx_gitops.importers.kustomize.item import Resource
from sphinx_gitops.importers.kustomize.merging import with_value
from sphinx_gitops.importers.kustomize.selecting import selects
from sphinx_gitops.yamltree import Mapping, Scalar, Tree


def _keys(path: str) -> list[str]:
    """The keys of a field path: dots separate, a backslash or brackets keep one."""
    keys: list[str] = [""]
    quoted = False
    at = 0
    while at < len(path):
        letter = path[at]
        if letter == "\\" and at + 1 < len(path):
            at += 1
            keys[-1] += path[at]
        elif letter == "[" and not keys[-1]:
            quoted = True
        elif letter == "]" and quoted:
            quoted = False
        elif letter == "." and not quoted:
            keys.append("")
        else:
            keys[-1] += letter
        at += 1
    return keys


def _part(text: str, options: Tree | None) -> str:
    """The part of a value that the options choose."""
    delimiter, index = text_at(options, "delimiter"), text_at(options, "index")
    if not delimiter:
        return text
    parts = text.split(delimiter)
    at = place_of(index) if index.isdecimal() else 0
    return parts[at] if at < len(parts) else ""


def _read(item: Resource, path: str) -> Scalar | None:
    keys = _keys(path)
    span = item.body.span
    if keys == ["metadata", "name"]:
        return Scalar(item.name, span)
    if keys == ["metadata", "namespace"]:
        return Scalar(item.namespace, span) if item.namespace else None
    found = value_at(item.body, *keys)
    return found if isinstance(found, Scalar) else None


def _source(items: Iterable[Resource], replacement: Mapping) -> Scalar | None:
    """The value that a replacement copies."""
    written = replacement.get("sourceValue")
    if isinstance(written, Scalar):
        return written
    source = replacement.get("source")
    for item in items:
        if selects(source, item):
            found = _read(item, text_at(source, "fieldPath") or "metadata.name")
            if found:
                return found._replace(text=_part(found.text, value_at(source, "options")), plain=False)
    return None


def _written(item: Resource, path: str, value: Scalar, options: Tree | None) -> Resource:
    keys = _keys(path)
    before = value_at(item.body, *keys)
    if before is None and text_at(options, "create") != "true":
        is_name = keys in (["metadata", "name"], ["metadata", "namespace"])
        if not is_name:
            return item
    delimiter, index = text_at(options, "delimiter"), text_at(options, "index")
    if delimiter and isinstance(before, Scalar) and index.isdecimal():
        parts = before.text.split(delimiter)
        at = place_of(index)
        if at < len(parts):
            parts[at] = value.text
            value = value._replace(text=delimiter.join(parts))
    if keys == ["metadata", "name"]:
        return item.renamed(name=value.text)
    if keys == ["metadata", "namespace"]:
        return item.renamed(namespace=value.text)
    if any(key == "*" or "=" in key for key in keys):
        return item
    body = with_value(item.body, keys, value, value)
    return replace(item, body=body) if isinstance(body, Mapping) else item


def replaced(items: tuple[Resource, ...], replacement: Mapping) -> Iterator[Resource]:
    """Each object after *replacement*."""
    value = _source(items, replacement)
    for item in items:
        after = item
        for target in mappings_at(replacement, "targets") if value else ():
            if not selects(target.get("select"), item):
                continue
            if any(selects(rejected, item) for rejected in items_at(target, "reject")):
                continue
            for path in items_at(target, "fieldPaths"):
                if isinstance(path, Scalar) and value:
                    after = _written(after, path.text, value, target.get("options"))
        yield after
