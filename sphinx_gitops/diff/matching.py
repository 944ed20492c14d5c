"""The parts of two workflows in, which of them are the same out: by id, by a former id, or by what they document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sphinx_gitops.model import Component, Group, Part, Stage, Workflow


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxedPart:
    """A part and the id of the box around it, empty for stages."""

    part: Part
    box: str


def placed(workflow: Workflow) -> dict[str, BoxedPart]:
    """Every part by its id, in the order of the workflow."""

    def inside(group: Group, box: str) -> Iterator[BoxedPart]:
        yield BoxedPart(part=group, box=box)
        for component in group.components:
            yield BoxedPart(part=component, box=group.id)
        for inner in group.groups:
            yield from inside(inner, group.id)

    return {one.part.id: one for stage in workflow.stages for one in inside(stage, "")}


def _sort(part: Part) -> type[Part]:
    return next(kind for kind in (Component, Stage, Group) if isinstance(part, kind))


def _by_binding(parts: Mapping[str, BoxedPart]) -> dict[tuple[type[Part], str], str]:
    """The id of each part that alone documents what it does."""
    keys = {name: (_sort(one.part), one.part.manifest) for name, one in parts.items() if one.part.bindings}
    counts = Counter(keys.values())
    return {key: name for name, key in keys.items() if counts[key] == 1}


def matched(old: Workflow, new: Workflow, *, by_manifest: bool = False) -> dict[str, str]:
    """The old id of each new one that was there before.

    With *by_manifest* what a part documents says more than its id, as in workflows that are made of repositories.
    """
    before, after = placed(old), placed(new)
    found: dict[str, str] = {}
    taken: set[str] = set()

    def match(name: str, earlier: str) -> None:
        free = earlier in before and earlier not in taken and name not in found
        if free and _sort(before[earlier].part) is _sort(after[name].part):
            found[name] = earlier
            taken.add(earlier)

    if by_manifest:
        earlier = _by_binding(before)
        for key, name in _by_binding(after).items():
            match(name, earlier.get(key, ""))
    for name in after:
        match(name, name)
    for name, one in after.items():
        for former in one.part.formerly:
            match(name, former)
    return found
