"""The flows of a workflow in; which parts are so many flows away from others out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sphinx_gitops.graph.graph import reach
from sphinx_gitops.model import FlowKind, Workflow
from sphinx_gitops.view.terms import Candidate


@dataclass(slots=True)
class Walk:
    """The arrows of a workflow, in one direction; one that ends at a box ends at everything in it."""

    members: dict[str, tuple[str, ...]]
    """Each id with its items: itself, or what is in the box."""
    around: dict[str, tuple[str, ...]]
    """Each item with its own id and those of the boxes around it."""
    arrows: dict[str, list[str]] = field(default_factory=dict)

    def _step(self, places: Iterable[str]) -> set[str]:
        """The items one arrow away."""
        starts = {name for place in places for name in self.around[place]}
        ends = {end for start in starts for end in self.arrows.get(start, ())}
        return {item for end in ends for item in self.members.get(end, ())}

    def reach(self, places: Iterable[str], hops: int | None = None, *, beyond: Iterable[str] = ()) -> set[str]:
        """The items at most *hops* arrows away, all with None; the walk does not go on from *beyond*."""
        return reach(self._step, places, hops, beyond=set(beyond))


def walks(workflow: Workflow, known: Iterable[Candidate]) -> tuple[Walk, Walk]:
    """The arrows forth, and the same arrows back."""
    members: dict[str, list[str]] = {}
    around: dict[str, tuple[str, ...]] = {}
    for item in known:
        around[item.part.id] = tuple(part.id for part in item.chain)
        for name in around[item.part.id]:
            members.setdefault(name, []).append(item.part.id)
    settled = {name: tuple(inside) for name, inside in members.items()}
    forth, back = Walk(settled, around), Walk(settled, around)
    for flow in workflow.flows:
        for source, target in flow.pairs():
            ways = [(source, target), (target, source)] if flow.kind is FlowKind.SYNC else [(source, target)]
            for start, end in ways:
                forth.arrows.setdefault(start, []).append(end)
                back.arrows.setdefault(end, []).append(start)
    return forth, back
