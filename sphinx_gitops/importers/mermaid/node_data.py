"""The text between ``@{`` and ``}`` in, the label, the shape and the icon that it gives a node out."""

from __future__ import annotations

import re
from typing import NamedTuple

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.mermaid.shapes import SHAPES
from sphinx_gitops.importers.mermaid.vertices import Label
from sphinx_gitops.importers.mermaid.yaml_texts import texts_of
from sphinx_gitops.suggest import near

_BARE = re.compile(r"""([\w-]+\s*:\s+)([^\s"'{}\[\],#&*!|>%@`-][^"'{}\[\],#]*?)(?=\s*(?:,|$))""")
"""A key and a text without quotes."""


class NodeData(NamedTuple):
    """What data say of a node, as far as a workflow can have it."""

    label: Label | None = None
    shape: str = ""
    icon: str = ""


def _checked(shape: str, line: int) -> str:
    """The shape, if there is one of that name. Raises DiagramError."""
    if shape in SHAPES:
        return shape
    raise DiagramError(f"Mermaid has no shape {shape!r}{near(shape, SHAPES)}", line)


def _values(text: str, line: int) -> dict[str, str]:
    """The texts of the data by their keys. Raises DiagramError."""
    if "\n" in text:
        return texts_of(text, line)
    try:
        return texts_of(f"{{{text}}}", line)
    except DiagramError:  # PyYAML takes no '?' in a text without quotes, which YAML and Mermaid do
        quoted = _BARE.sub(lambda found: f"{found[1]}'{found[2]}'", text)
        return texts_of(f"{{{quoted}}}", line)


def read_node_data(text: str, line: int) -> NodeData:
    """What the data say. Raises DiagramError where Mermaid refuses them."""
    texts = _values(text, line)
    label = texts.get("label")
    is_markdown = texts.get("labelType", "markdown") not in {"string", "text"}
    return NodeData(
        label=Label(label, is_markdown=is_markdown) if label else None,
        shape=_checked(texts["shape"], line) if texts.get("shape") else "",
        icon=texts.get("icon", "") or texts.get("img", ""),
    )
