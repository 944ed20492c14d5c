"""``gitops_kinds`` in, the kinds of a project out."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_gitops.model import Mark
from sphinx_gitops.scene import Shape, Swatch
from sphinx_gitops.settings.faults import Faults
from sphinx_gitops.settings.path_data import clean_path
from sphinx_gitops.vocabulary import Kind

_NO_MARK = "none"
_MARKS = (_NO_MARK, *(member.value for member in Mark))
_SHAPES = tuple(member.value for member in Shape)


def _glyph(value: object, path: str, faults: Faults) -> str:
    """The path data of a kind's own glyph; empty where there is none, or none that can be painted."""
    try:
        return clean_path(value) if isinstance(value, str) and value else _no_glyph(value)
    except ValueError as error:
        faults.add(path, f"glyph: {error}")
        return ""


def _no_glyph(value: object) -> str:
    if value != "":
        raise ValueError(f"expected the path data of an icon, found {value!r}")
    return ""


def _kind(name: str, value: object, classes: Mapping[str, Swatch], faults: Faults) -> Kind:
    """One kind; what cannot be used of it has its default."""
    path = f"gitops_kinds[{name!r}]"
    given = faults.mapping(value, ("class", "mark", "shape", "glyph"), path)
    colour = faults.word(given.get("class", "neutral"), "class", sorted(classes), path)
    mark = faults.word(given.get("mark", _NO_MARK), "mark", _MARKS, path)
    shape = faults.word(given.get("shape", Shape.RECTANGLE.value), "shape", _SHAPES, path)
    return Kind(
        name=name,
        colour=colour or "neutral",
        mark=None if mark in {None, _NO_MARK} else Mark(mark),
        shape=Shape(shape) if shape else Shape.RECTANGLE,
        glyph=_glyph(given.get("glyph", ""), path, faults),
    )


def read_kinds(value: object, classes: Mapping[str, Swatch], faults: Faults) -> dict[str, Kind]:
    """The kinds by their names."""
    return {name: _kind(name, item, classes, faults) for name, item in faults.entries("gitops_kinds", value)}
