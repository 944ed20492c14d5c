"""Two workflows and what is the same in them in, one workflow with everything of both out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from sphinx_gitops.diff.flow_changes import paired_flows
from sphinx_gitops.model import Component, Flow, Group, Stage, Workflow

_Box = TypeVar("_Box", bound=Group)
GONE = "gone."
"""What is put before the id of a removed part that a new one has now."""


class _Union:
    """Puts what is gone back to where it was."""

    def __init__(self, old: Workflow, new: Workflow, earlier: Mapping[str, str]) -> None:
        self.old = old
        self.names = {former: name for name, former in earlier.items()}
        self.taken = {part.id for part in new.parts()}
        self.boxes = {part.id: part for stage in old.stages for part in stage.parts() if isinstance(part, Group)}
        self.earlier = earlier

    def name(self, former: str) -> str:
        """The id that a part of the old workflow has in both."""
        if former in self.names:
            return self.names[former]
        return f"{GONE}{former}" if former in self.taken else former

    def _component(self, component: Component) -> Component:
        return replace(component, id=self.name(component.id))

    def _gone(self, group: _Box) -> _Box:
        """A box that is gone, with what else is gone of what was in it."""
        return replace(
            group,
            id=self.name(group.id),
            components=tuple(self._component(one) for one in group.components if one.id not in self.names),
            groups=tuple(self._gone(one) for one in group.groups if one.id not in self.names),
        )

    def box(self, group: _Box) -> _Box:
        """A box of the new workflow with what is gone of it."""
        before = self.boxes.get(self.earlier.get(group.id, ""))
        components = tuple(one for one in before.components if one.id not in self.names) if before else ()
        groups = tuple(one for one in before.groups if one.id not in self.names) if before else ()
        return replace(
            group,
            components=(*group.components, *map(self._component, components)),
            groups=(*map(self.box, group.groups), *map(self._gone, groups)),
        )

    def stages(self, new: Workflow) -> tuple[Stage, ...]:
        """The stages of both: one that is gone is behind the one that it was behind."""
        found = [self.box(stage) for stage in new.stages]
        behind = ""
        for stage in self.old.stages:
            name = self.name(stage.id)
            if stage.id not in self.names:
                at = next((at + 1 for at, one in enumerate(found) if one.id == behind), 0)
                found.insert(at, self._gone(stage))
            behind = name
        return tuple(found)


def united(old: Workflow, new: Workflow, earlier: Mapping[str, str]) -> Workflow:
    """The new workflow with what is gone; each flow has one source and one target, in the order of ``paired_flows``.

    *earlier* has the old id of each new one that was there before.
    """
    union = _Union(old, new, earlier)
    flows: list[Flow] = []
    for pair in paired_flows(old, new, union.names):
        flow = pair.new or pair.old
        assert flow
        ends = pair.ends if pair.new else tuple(union.name(union.earlier.get(end, end)) for end in pair.ends)
        flows.append(replace(flow, sources=(ends[0],), targets=(ends[1],)))
    return replace(new, stages=union.stages(new), flows=tuple(flows))
