"""A workflow and one of its components in, the ends of the flows that reach it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.model import Component, Flow, FlowKind, Group, Workflow


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The other end of a flow; ``box`` is the stage or group at which it ends, if not at the component."""

    id: str
    kind: FlowKind
    label: str
    box: str = ""


def boxes_around(workflow: Workflow, name: str) -> tuple[Group, ...]:
    """The stage and the groups that a component stands in, outermost first."""

    def inside(box: Group) -> tuple[Group, ...]:
        if any(component.id == name for component in box.components):
            return (box,)
        for inner in box.groups:
            found = inside(inner)
            if found:
                return (box, *found)
        return ()

    return next((found for found in map(inside, workflow.stages) if found), ())


def component_of(workflow: Workflow, name: str) -> Component | None:
    """The component of that id."""
    return next((component for component in workflow.components() if component.id == name), None)


def _meet(flow: Flow, name: str, boxes: tuple[Group, ...], ends: tuple[str, ...]) -> Iterator[str]:
    """Where a flow with these ends meets the component: the empty string for itself, else the title of a box."""
    if name in ends:
        yield ""
    yield from (box.title for box in boxes if box.id in ends)


def neighbours(workflow: Workflow, name: str) -> tuple[tuple[Neighbour, ...], tuple[Neighbour, ...]]:
    """What a component receives from, and what it sends to, each in the order of the flows; a sync counts as both."""
    boxes = boxes_around(workflow, name)
    receives: dict[Neighbour, None] = {}
    sends: dict[Neighbour, None] = {}
    for flow in workflow.flows:
        both = flow.kind is FlowKind.SYNC
        for here, there, found in ((flow.targets, flow.sources, receives), (flow.sources, flow.targets, sends)):
            for box in _meet(flow, name, boxes, here):
                ends = [Neighbour(end, flow.kind, flow.label, box) for end in there]
                for side in (receives, sends) if both else (found,):
                    side.update(dict.fromkeys(ends))
    return tuple(receives), tuple(sends)
