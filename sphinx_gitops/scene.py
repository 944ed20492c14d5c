"""What a picture shows, decided once: boxes, nodes and edges with their looks.

Every output is made from a scene, so no two of them can disagree about what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sphinx_gitops.evidence import State
from sphinx_gitops.model import Direction, FlowKind, Mark
from sphinx_gitops.styles import Border, Shape

__all__ = [
    "FINDING",
    "FLOW_MARKS",
    "MARK_GLYPHS",
    "Border",
    "Box",
    "Colours",
    "Edge",
    "Node",
    "Scene",
    "Shape",
    "Swatch",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One class's three hex colours."""

    fill: str
    stroke: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Swatch:
    """A colour class in light and in dark."""

    light: Colours
    dark: Colours


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A component, or a folded box, as drawn; ``key`` is its Mermaid identifier, ``id`` the writer's.

    ``facts`` says its kind, its tier and its mark in words, ``place`` the stage, ``owner`` whom to call. Under the
    title go ``under``, words of ours, and ``subtitle``, the writer's; ``note`` is an annotation beside it. It has no
    link, ``leads`` being false, where what it refers to does not exist. ``state`` is how its objects are in a cluster,
    and ``state_word`` says it; ``rules`` are the codes of those that it breaks, where they are shown.
    """

    key: str
    id: str
    title: str
    kind: str
    shape: Shape
    colour: str
    mark: Mark | None
    border: Border
    facts: tuple[str, ...] = ()
    place: str = ""
    owner: str = ""
    description: str = ""
    under: str = ""
    subtitle: str = ""
    note: str = ""
    focus: bool = False
    leads: bool = True
    state: State | None = None
    state_word: str = ""
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A stage (level 0) or a group (level 1 and deeper) as drawn; ``colour`` and ``mark`` show once it is folded.

    ``subtitle`` goes under its title, ``note`` is an annotation beside it.
    """

    key: str
    id: str
    title: str
    level: int
    direction: Direction | None
    boxes: tuple[Box, ...] = ()
    nodes: tuple[Node, ...] = ()
    description: str = ""
    subtitle: str = ""
    note: str = ""
    colour: str = ""
    mark: Mark | None = None
    focus: bool = False

    def walk(self) -> Iterator[Box]:
        """Itself and all boxes inside it, outermost first."""
        yield self
        for box in self.boxes:
            yield from box.walk()


MARK_GLYPHS = {Mark.VERIFICATION: "\u2713", Mark.SECURITY: "\u25c6", Mark.SYNC: "\u21bb"}
"""The sign of each mark where only text can be drawn."""
FINDING = "\u25b2"
"""The sign of a broken rule, before its code."""
STATE_GLYPHS = {
    State.DEGRADED: "\u2717",
    State.MISSING: "\u2205",
    State.OUT_OF_SYNC: "\u2260",
    State.PROGRESSING: "\u2026",
    State.UNKNOWN: "?",
    State.SUSPENDED: "\u2016",
    State.SYNCED: "\u2713",
    State.HEALTHY: "\u2665",
}
"""The sign of each state where only text can be drawn."""
FLOW_MARKS = {kind: kind.mark for kind in FlowKind if kind.mark}
"""The signs that flows carry before their labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One arrow between two keys; a flow over several ends is several edges.

    ``url`` or ``doc`` is where its label leads. ``number`` is that of its flow, from 1; 0 where flows have none.
    ``colour`` is the class whose stroke it has, empty for that of its kind.
    ``rules`` are the codes of those that it breaks, which its label says.
    """

    source: str
    target: str
    kind: FlowKind
    label: str
    url: str = ""
    doc: str = ""
    number: int = 0
    colour: str = ""
    rules: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Its number and its label, as they are drawn."""
        if not self.number:
            return self.label
        return f"{self.number}. {self.label}" if self.label else str(self.number)

    @property
    def mark(self) -> Mark | None:
        """The sign before its label: what it guards, as a node's."""
        return self.kind.mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A whole picture; ``swatches`` has a colour for each class, and for stages, groups and edges.

    ``class_titles`` has a project's own words for classes. ``nodes`` are in no box; ``hidden`` is the number of
    components that the picture does not show. ``icons`` says whether kinds have glyphs, ``glyphs`` has the path data of
    a project's own by kind.
    """

    title: str
    description: str
    direction: Direction
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    nodes: tuple[Node, ...] = ()
    hidden: int = 0
    swatches: dict[str, Swatch] = field(default_factory=dict)
    class_titles: dict[str, str] = field(default_factory=dict)
    icons: bool = True
    glyphs: dict[str, str] = field(default_factory=dict)

    def all_boxes(self) -> Iterator[Box]:
        """Every box, outermost first."""
        for box in self.boxes:
            yield from box.walk()

    def all_nodes(self) -> Iterator[Node]:
        """Every node, in drawing order."""
        yield from self.nodes
        for box in self.all_boxes():
            yield from box.nodes

    @property
    def focus(self) -> tuple[str, ...]:
        """The keys of what is in focus."""
        boxes = tuple(box.key for box in self.all_boxes() if box.focus)
        return (*boxes, *(node.key for node in self.all_nodes() if node.focus))

    @property
    def nested(self) -> bool:
        """Whether a box is inside another."""
        return any(box.boxes for box in self.boxes)
