"""The names of Mermaid's shapes, and the kinds of component that some of them are evidently for."""

from __future__ import annotations

_DECISION = "decision"
_STORE = "state-store"

PLAIN = frozenset({"", "square", "rect", "proc", "process", "rectangle"})
"""The shapes that a component has anyway."""

KINDS: dict[str, str] = {
    **dict.fromkeys(("diam", "diamond", "decision", "question"), _DECISION),
    **dict.fromkeys(("cyl", "cylinder", "db", "database", "datastore", "data-store"), _STORE),
    **dict.fromkeys(("h-cyl", "das", "horizontal-cylinder", "lin-cyl", "disk", "lined-cylinder"), _STORE),
    **dict.fromkeys(("bow-rect", "stored-data", "bow-tie-rectangle", "bpmn-data-store"), _STORE),
    "person": "person",
}
"""The kind of a component, by the shape of its node."""

_OTHERS = (
    "rounded event stadium terminal pill fr-rect subprocess subproc framed-rectangle subroutine folder directory "
    "bucket console browser circle circ bang cloud hex hexagon prepare lean-r lean-right in-out lean-l lean-left "
    "out-in trap-b priority trapezoid-bottom trapezoid trap-t manual trapezoid-top inv-trapezoid dbl-circ "
    "double-circle doublecircle text notch-rect card notched-rectangle lin-rect lined-rectangle lined-process "
    "lin-proc shaded-process sm-circ start small-circle fr-circ stop framed-circle fork join hourglass collate brace "
    "comment brace-l brace-r braces bolt com-link lightning-bolt doc document delay half-rounded-rectangle curv-trap "
    "curved-trapezoid display div-rect div-proc divided-rectangle divided-process tri extract triangle win-pane "
    "internal-storage window-pane f-circ junction filled-circle notch-pent loop-limit notched-pentagon flip-tri "
    "manual-file flipped-triangle sl-rect manual-input sloped-rectangle docs documents st-doc stacked-document "
    "st-rect procs processes stacked-rectangle cross-circ summary crossed-circle tag-doc tagged-document tag-rect "
    "tagged-rectangle tag-proc tagged-process flag paper-tape odd lin-doc lined-document state choice note composite "
    "icon anchor bpmn-start bpmn-intermediate bpmn-boundary bpmn-end bpmn-gateway bpmn-activity bpmn-data "
    "bpmn-annotation"
)

SHAPES = frozenset({*KINDS, *_OTHERS.split(), "rect", "proc", "process", "rectangle"} - {"square"})
"""Every shape that ``@{ shape: NAME }`` may name."""
