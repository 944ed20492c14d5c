"""What Mermaid's grammar finds, as data: labels, nodes, links and subgraphs, as the text has them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Label(NamedTuple):
    """The text of a label as it is written, entities coded; whether it is a Markdown string."""

    text: str
    is_markdown: bool = False


@dataclass(slots=True)
class Vertex:
    """A node, or what a subgraph is named by in arrows; ``shape`` is empty where none is written."""

    id: str
    line: int
    label: Label | None = None
    shape: str = ""
    icon: str = ""
    classes: list[str] = field(default_factory=list)
    url: str = ""
    tooltip: str = ""


class MermaidLink(NamedTuple):
    """An arrow as it is written: heads at its start and end (``<``, ``o``, ``x``, ``>`` or none), and its line.

    ``line`` is ``-``, ``=``, ``.``, ``~``, or ``!`` for halves that do not fit together.
    """

    start: str
    end: str
    stroke: str
    at: int
    label: Label | None = None
    id: str = ""


class Joined(NamedTuple):
    """A link between two nodes."""

    source: str
    target: str
    link: MermaidLink
    styles: str = ""
    "The style of ``linkStyle``, as it is written."


@dataclass(slots=True)
class MermaidSubgraph:
    """A subgraph with what it has inside.

    ``place`` is its number in the order in which subgraphs begin; ``is_named`` says that its id was written.
    """

    id: str
    line: int
    place: int
    label: Label
    is_named: bool
    members: list[str]
    direction: str = ""
    classes: list[str] = field(default_factory=list)
