"""The name of a built-in workflow in, its tree out."""

from __future__ import annotations

from importlib import resources

from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree.document import Mapping, parse

_FOLDER = resources.files("sphinx_gitops") / "templates"

TEMPLATES: tuple[str, ...] = tuple(
    sorted(entry.name.removesuffix(".yaml") for entry in _FOLDER.iterdir() if entry.name.endswith(".yaml"))
)
"""The names that ``:template:`` takes."""


def template_source(name: str) -> str:
    """What a span of the template *name* shows as its file."""
    return f"<template {name}>"


def read_template(name: str) -> Mapping:
    """The tree of the built-in template that is one of ``TEMPLATES``."""
    source = template_source(name)
    tree, _ = parse(
        (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"),
        lambda line, column: Span(source, line + 1, column + 1),
    )
    assert isinstance(tree, Mapping)
    return tree
