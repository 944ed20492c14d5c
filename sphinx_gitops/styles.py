"""How outlines, borders and flows are drawn, a table for each, for every output alike.

A new outline, border or kind of flow is a line here; only an outline's geometry is elsewhere, where it is painted.
"""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_gitops.model import FlowKind, WordChoice

STAGE, GROUP, EDGE = "stage", "group", "edge"
PARTS = (STAGE, GROUP, EDGE)
"""The swatches of a palette that are no classes: the two boxes, and the arrow, of which only the stroke counts."""


class Shape(WordChoice):
    """An outline, which tells a kind of component without colour."""

    RECTANGLE = "rectangle"
    CYLINDER = "cylinder"
    DOCUMENT = "document"
    DOCUMENTS = "documents"
    HEXAGON = "hexagon"
    VAULT = "vault"
    STADIUM = "stadium"
    STACK = "stack"
    DISPLAY = "display"
    LINED_DOCUMENT = "lined-document"
    MANUAL = "manual"
    LEAN_RIGHT = "lean-right"
    LEAN_LEFT = "lean-left"
    DIAMOND = "diamond"
    FOLDED = "folded"


class Border(WordChoice):
    """How an outline is drawn."""

    NORMAL = "normal"
    STRONG = "strong"
    PRODUCTION = "production"
    DASHED = "dashed"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Stroke:
    """The width of a line and the lengths of its dashes and gaps, in px."""

    width: float
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowStyle:
    """How a kind of flow is drawn: the class whose stroke it has, its line, its heads, and its words in a legend.

    ``weight`` is how much it matters where one arrow is drawn for several: what changes an environment before what may
    stop a change, and both before what only reports.
    """

    colour: str
    stroke: Stroke
    words: str
    weight: int
    two_heads: bool = False

    @property
    def width(self) -> float:
        """The width of its line, in px."""
        return self.stroke.width

    @property
    def dashes(self) -> str:
        """The dashes and gaps of its line, as SVG writes them."""
        return " ".join(f"{length:g}" for length in self.stroke.dashes)


FLOW_STYLES: dict[FlowKind, FlowStyle] = {
    FlowKind.AUTOMATION: FlowStyle(colour=EDGE, stroke=Stroke(1.5), words="automated flow", weight=2),
    FlowKind.SYNC: FlowStyle(colour="ops", stroke=Stroke(1.5), words="two-way sync", weight=3, two_heads=True),
    FlowKind.VERIFICATION: FlowStyle(colour="verify", stroke=Stroke(1.5), words="verified flow", weight=4),
    FlowKind.SECURITY: FlowStyle(colour="security", stroke=Stroke(3), words="secured flow", weight=5),
    FlowKind.PROMOTION: FlowStyle(colour=EDGE, stroke=Stroke(3), words="promotion", weight=8),
    FlowKind.FEEDBACK: FlowStyle(colour="monitor", stroke=Stroke(2, (2, 4)), words="feedback", weight=1),
    FlowKind.ROLLBACK: FlowStyle(colour="verify", stroke=Stroke(2, (2, 3, 2, 8)), words="rollback", weight=7),
    FlowKind.MANUAL: FlowStyle(colour=EDGE, stroke=Stroke(1.5, (8, 4)), words="manual step", weight=6),
}
"""Each kind of flow, in the order of a legend."""

BORDER_STROKES: dict[Border, Stroke] = {
    Border.NORMAL: Stroke(1.5),
    Border.STRONG: Stroke(3),
    Border.PRODUCTION: Stroke(3.5),
    Border.DASHED: Stroke(1.5, (6, 4)),
    Border.FOREIGN: Stroke(1.5, (2, 3)),
}
"""The line of each border."""


@dataclass(frozen=True, slots=True)
class ShapeStyle:
    """How Mermaid writes an outline, with ``{}`` for its label, and its words in a legend."""

    mermaid: str
    words: str


SHAPE_STYLES: dict[Shape, ShapeStyle] = {
    Shape.RECTANGLE: ShapeStyle('["{}"]', "step"),
    Shape.CYLINDER: ShapeStyle('[("{}")]', "store of versions"),
    Shape.DOCUMENT: ShapeStyle('@{{ shape: doc, label: "{}" }}', "configuration"),
    Shape.DOCUMENTS: ShapeStyle('@{{ shape: docs, label: "{}" }}', "manifests"),
    Shape.HEXAGON: ShapeStyle('{{{{"{}"}}}}', "control loop"),
    Shape.VAULT: ShapeStyle('[["{}"]]', "vault"),
    Shape.STADIUM: ShapeStyle('(["{}"])', "environment"),
    Shape.STACK: ShapeStyle('@{{ shape: procs, label: "{}" }}', "cluster"),
    Shape.DISPLAY: ShapeStyle('@{{ shape: curv-trap, label: "{}" }}', "observation"),
    Shape.LINED_DOCUMENT: ShapeStyle('@{{ shape: lin-doc, label: "{}" }}', "log"),
    Shape.MANUAL: ShapeStyle('[\\"{}"/]', "decision of a person"),
    Shape.LEAN_RIGHT: ShapeStyle('[/"{}"/]', "promotion"),
    Shape.LEAN_LEFT: ShapeStyle('[\\"{}"\\]', "rollback"),
    Shape.DIAMOND: ShapeStyle('{{"{}"}}', "decision"),
    Shape.FOLDED: ShapeStyle('@{{ shape: procs, label: "{}" }}', "several components as one"),
}
"""Each outline, in the order of a legend."""
