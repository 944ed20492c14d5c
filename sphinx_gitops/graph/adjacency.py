"""A workflow in; for each of its components the boxes around it, its predecessors and its successors out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sphinx_gitops.model import Component, Flow, FlowKind, Group, Workflow


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The other end of a flow; ``box`` is the stage or group at which it ends, if not at the component."""

    id: str
    kind: FlowKind
    label: str
    box: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjacency:
    """One workflow, arranged by component; made once, for each answer looks at the flows of one component alone."""

    components: dict[str, Component] = field(default_factory=dict)
    boxes: dict[str, tuple[Group, ...]] = field(default_factory=dict)
    _flows: dict[str, list[int]] = field(default_factory=dict)
    _all: tuple[Flow, ...] = ()

    @classmethod
    def of(cls, workflow: Workflow) -> Adjacency:
        """Arrange a workflow."""
        found = cls(_all=workflow.flows)
        for stage in workflow.stages:
            found._enter(stage, ())
        for number, flow in enumerate(workflow.flows):
            for end in dict.fromkeys((*flow.sources, *flow.targets)):
                found._flows.setdefault(end, []).append(number)
        return found

    def _enter(self, box: Group, around: tuple[Group, ...]) -> None:
        inside = (*around, box)
        for component in box.components:
            self.components[component.id] = component
            self.boxes[component.id] = inside
        for inner in box.groups:
            self._enter(inner, inside)

    def neighbours(self, name: str) -> tuple[tuple[Neighbour, ...], tuple[Neighbour, ...]]:
        """What a component receives from, and what it sends to, in the order of the flows; a sync counts as both."""
        meets = {name: "", **{box.id: box.title for box in self.boxes.get(name, ())}}
        receives: dict[Neighbour, None] = {}
        sends: dict[Neighbour, None] = {}
        for number in sorted({number for end in meets for number in self._flows.get(end, ())}):
            flow = self._all[number]
            both = flow.kind is FlowKind.SYNC
            for here, there, found in ((flow.targets, flow.sources, receives), (flow.sources, flow.targets, sends)):
                for neighbour in _ends(flow, [meets[end] for end in here if end in meets], there):
                    for side in (receives, sends) if both else (found,):
                        side[neighbour] = None
        return tuple(receives), tuple(sends)


def _ends(flow: Flow, boxes: list[str], there: tuple[str, ...]) -> Iterator[Neighbour]:
    return (Neighbour(end, flow.kind, flow.label, box) for box in boxes for end in there)
