"""The declarations of a ``classDef`` in, the colours of its class out."""

from __future__ import annotations

from collections.abc import Iterable

from sphinx_gitops.importers.diagrams.diagram import ColourClass

_FIELDS = {"fill": "fill", "stroke": "stroke", "color": "text"}


def colours_of(styles: Iterable[str], base: ColourClass) -> ColourClass:
    """The class with what declarations such as ``fill:#eee`` say laid over it."""
    found: dict[str, str] = {}
    for declaration in styles:
        name, colon, value = declaration.partition(":")
        field = _FIELDS.get(name.strip())
        if field and colon:
            found[field] = value.replace("!important", "").strip()
    return ColourClass(
        name=base.name,
        line=base.line,
        fill=found.get("fill", base.fill),
        stroke=found.get("stroke", base.stroke),
        text=found.get("text", base.text),
    )
