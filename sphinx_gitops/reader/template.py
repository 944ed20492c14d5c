"""The name of a built-in workflow in, its tree out."""

from __future__ import annotations

from importlib import resources

from sphinx_gitops.problems import Problem, Span
from sphinx_gitops.yamltree.document import Mapping, parse

_FOLDER = resources.files("sphinx_gitops") / "templates"

TEMPLATES: tuple[str, ...] = tuple(
    sorted(entry.name.removesuffix(".yaml") for entry in _FOLDER.iterdir() if entry.name.endswith(".yaml"))
)
"""The names that ``:template:`` takes."""


def template_source(name: str) -> str:
    """What a span of the template *name* shows as its file."""
    return f"<template {name}>"


def read_template(name: str) -> tuple[Mapping, list[Problem]]:
    """The tree of a built-in template; raises KeyError for another name."""
    if name not in TEMPLATES:
        raise KeyError(name)
    source = template_source(name)
    tree, problems = parse(
        (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"),
        lambda line, column: Span(source, line + 1, column + 1),
    )
    if not isinstance(tree, Mapping):
        raise TypeError(name)
    return tree, problems
