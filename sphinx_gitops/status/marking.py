"""A workflow and snapshots of clusters in, the workflow whose components have the states of their objects out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from sphinx_gitops.bindings.bound_objects import BoundObjects, bound_objects, fits
from sphinx_gitops.evidence import Observed, State
from sphinx_gitops.model import Group, Stage, Workflow
from sphinx_gitops.status.snapshot import LiveObject, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSnapshot:
    """A snapshot, as messages name it, and the environment that its cluster is; empty: any."""

    name: str
    snapshot: Snapshot
    environment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedWorkflow:
    """The workflow with states, what no component of it stands for, and what components of several environments may."""

    workflow: Workflow
    unmatched: tuple[LiveObject, ...] = ()
    ambiguous: tuple[LiveObject, ...] = ()


class _Claim(NamedTuple):
    """That a component stands for an object; ``is_proven`` where values that its binding holds are the object's."""

    component: str
    environment: str
    is_proven: bool = False


def _claim(bound: BoundObjects, one: LiveObject) -> _Claim | None:
    """How a binding means an object: by its name, or by that of its owner."""
    if bound.is_named(one.kind, one.group, (one.namespace,), one.name):
        values = dict(one.fields)
        told = [value == values[field] for field, value in bound.expected if field in values]
        return _Claim(bound.component, bound.environment, is_proven=bool(told) and all(told))
    is_owner = any(bound.kind == kind and fits(bound.name, name) for kind, name in one.owners)
    return _Claim(bound.component, bound.environment) if is_owner else None


def _clear(claims: Sequence[_Claim]) -> Sequence[_Claim]:
    """The claims of one environment; where there are several, those whose values are the object's; else none."""
    for some in (claims, [claim for claim in claims if claim.is_proven]):
        if len({claim.environment for claim in some} - {""}) <= 1 and some:
            return some
    return ()


def _observed(found: Iterable[LiveObject]) -> Observed:
    objects = list(found)
    counts: Counter[State] = Counter(state for one in objects for state in one.states)
    states = tuple(sorted(counts.items(), key=lambda pair: pair[0].rank))
    return Observed(states=states, total=len(objects))


_Box = TypeVar("_Box", Group, Stage)


def _with_states(group: _Box, found: dict[str, Observed]) -> _Box:
    return replace(
        group,
        components=tuple(replace(one, observed=found.get(one.id, one.observed)) for one in group.components),
        groups=tuple(_with_states(inner, found) for inner in group.groups),
    )


def time_of(sources: Sequence[NamedSnapshot]) -> str:
    """When the snapshots were taken; of several, with their environments."""
    if len({source.snapshot.time for source in sources}) == 1:
        return sources[0].snapshot.time
    times = ((source.snapshot.time, source.environment or source.name) for source in sources)
    return ", ".join(f"{time} ({name})" for time, name in times if time)


def marked(workflow: Workflow, sources: Iterable[NamedSnapshot]) -> MarkedWorkflow:
    """Give each component the states of the objects that its bindings mean."""
    bound, known = list(bound_objects(workflow)), tuple(sources)
    own: dict[str, list[LiveObject]] = defaultdict(list)
    unmatched: list[LiveObject] = []
    ambiguous: list[LiveObject] = []
    for source in known:
        meant = [one for one in bound if not source.environment or one.environment in {"", source.environment}]
        for one in source.snapshot.objects:
            claims = [claim for claim in (_claim(each, one) for each in meant) if claim]
            clear = _clear(claims)
            if not clear:
                (ambiguous if claims else unmatched).append(one)
            for name in dict.fromkeys(claim.component for claim in clear):
                own[name].append(one)
    found = {name: _observed(objects) for name, objects in own.items()}
    stages = tuple(_with_states(stage, found) for stage in workflow.stages)
    return MarkedWorkflow(
        workflow=replace(workflow, observed_at=time_of(known), stages=stages),
        unmatched=tuple(unmatched),
        ambiguous=tuple(ambiguous),
    )
