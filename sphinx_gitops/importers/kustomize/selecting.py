"""A selector of a patch or a replacement in, whether an object is meant out."""

from __future__ import annotations

import re
from functools import lru_cache

from sphinx_gitops.importers.documents import text_at, value_at
from sphinx_gitops.importers.kustomize.item import Resource
from sphinx_gitops.yamltree import Mapping, Tree

_LABEL = re.compile(r"^\s*([\w./-]+)\s*(==|=|!=)\s*([\w.-]*)\s*$")

_AMONG = re.compile(r"^\s*([\w./-]+)\s+(in|notin)\s+\(([^()]*)\)\s*$")
_COSTLY = re.compile(r"\)[*+{]")
"""A repeated group may take for ever; no selector needs one."""
_COMMA = re.compile(r",(?![^(]*\))")


@lru_cache(maxsize=512)
def _expression(text: str) -> re.Pattern[str] | None:
    if _COSTLY.search(text):
        return None
    try:
        return re.compile(f"(?:{text})")
    except re.error:
        return None


def _is_meant(text: str, value: str) -> bool:
    """Whether a selector's expression matches a whole value; an empty one matches all."""
    if not text or text == value:
        return True
    expression = _expression(text)
    return expression is not None and expression.fullmatch(value) is not None


def _labels(item: Resource, text: str, key: str) -> bool:
    """Whether the labels, or the annotations, fit a selector; one that is not understood fits nothing."""
    labels = value_at(item.body, "metadata", key)
    for part in _COMMA.split(text) if text else ():
        match, among = _LABEL.match(part), _AMONG.match(part)
        if among:
            listed = {word.strip() for word in among[3].split(",")}
            if (text_at(labels, among[1]) in listed) != (among[2] == "in"):
                return False
        elif match:
            is_equal = text_at(labels, match[1]) == match[3]
            if is_equal != (match[2] != "!="):
                return False
        elif not (isinstance(labels, Mapping) and labels.get(part.strip()) is not None):
            return False
    return True


def selects(target: Tree | None, item: Resource) -> bool:
    """Whether a ``target`` or a ``select`` means *item*, under a name that it has or had."""
    if not _is_meant(text_at(target, "group"), item.group) or not _is_meant(text_at(target, "kind"), item.kind):
        return False
    version = text_at(item.body, "apiVersion").rpartition("/")[2]
    if not _is_meant(text_at(target, "version"), version):
        return False
    name, namespace = text_at(target, "name"), text_at(target, "namespace")
    names = ((item.name, item.namespace), *item.earlier)
    if not any(_is_meant(name, one) and _is_meant(namespace, where) for one, where in names):
        return False
    return _labels(item, text_at(target, "labelSelector"), "labels") and _labels(
        item, text_at(target, "annotationSelector"), "annotations"
    )


def names(patch: Mapping, item: Resource) -> bool:
    """Whether a patch that is a part of an object is one of *item*."""
    group = text_at(patch, "apiVersion").rpartition("/")[0]
    if text_at(patch, "kind") != item.kind or group != item.group:
        return False
    name, namespace = text_at(patch, "metadata", "name"), text_at(patch, "metadata", "namespace")
    return any(
        name == one and (not namespace or not where or namespace == where)
        for one, where in ((item.name, item.namespace), *item.earlier)
    )
