"""What diagrams of all languages have in common: nodes, edges and boxes as frozen data, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_gitops.model import Direction, FlowKind, Mark


class DiagramError(Exception):
    """A diagram that its own language refuses, or that cannot be imported: why, and the line."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """Something that a workflow cannot have, and the line where the diagram has it."""

    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagramPart:
    """What nodes and boxes have in common.

    ``lines`` are those of the label, as plain text; ``box`` is the box around it, empty for none.
    """

    id: str
    line: int
    lines: tuple[str, ...]
    box: str = ""
    classes: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagramNode(DiagramPart):
    """A node: what it is, where its shape says so, its mark, where it leads, and its tooltip."""

    kind: str = ""
    mark: Mark | None = None
    url: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagramBox(DiagramPart):
    """A box of nodes and boxes: a subgraph or a cluster; ``is_named`` says that the writer gave it the id."""

    is_named: bool = True
    direction: Direction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagramEdge:
    """An arrow between two nodes or boxes."""

    source: str
    target: str
    line: int
    kind: FlowKind = FlowKind.AUTOMATION
    label: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourClass:
    """A class with its colours as CSS writes them, empty where it gives none."""

    name: str
    line: int
    fill: str = ""
    stroke: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """A whole diagram; boxes, nodes and edges in the order in which its text first names them.

    An edge may end at what is no node of it: a part of another workflow.
    """

    title: str = ""
    description: str = ""
    direction: Direction | None = None
    nodes: tuple[DiagramNode, ...] = ()
    boxes: tuple[DiagramBox, ...] = ()
    edges: tuple[DiagramEdge, ...] = ()
    classes: tuple[ColourClass, ...] = ()
    remarks: tuple[Remark, ...] = ()
