"""Reconcilers in, components out: one each where they are few, else fleets, ever coarser until they fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from sphinx_gitops.importers.discovery import DiscoveredObject
from sphinx_gitops.importers.workflow.draft import Draft, bound_object, counted, with_suspended
from sphinx_gitops.importers.workflow.patterns import bound_ids

KINDS = ("Application", "ApplicationSet", "FluxInstance", "HelmRelease", "Kustomization", "ResourceSet")
Key = Callable[[DiscoveredObject], tuple[str, ...]]


def _environment(one: DiscoveredObject) -> str:
    return one.environments[0] if len(one.environments) == 1 else ""


LEVELS: tuple[Key, ...] = (
    lambda one: (one.id,),
    lambda one: (one.kind, one.namespace, _environment(one)),
    lambda one: ("", one.namespace, _environment(one)),
    lambda one: (one.kind, "", _environment(one)),
    lambda one: ("", "", _environment(one)),
    lambda one: (one.kind,),
)
"""What the members of one component have in common, from the finest to the coarsest."""


def is_reconciler(one: DiscoveredObject) -> bool:
    """Whether an object is one of those that a workflow shows as reconcilers."""
    return one.kind in KINDS and bool(one.group)


def _single(one: DiscoveredObject) -> Draft:
    count = len(one.generates or ())
    return Draft(
        stage="cd",
        title=counted(one.name, count),
        kind="reconciler",
        bound=(bound_object(one),),
        members=(one.id,),
        environments=frozenset(one.environments),
        group=_environment(one),
        more=one.kind,
        word=one.name,
    )


def _name(key: tuple[str, ...], members: Sequence[DiscoveredObject]) -> str:
    """What a fleet is called: its namespace, else its kind, else what all are."""
    kind, namespace = (*key, "", "")[:2]
    if namespace:
        return namespace
    if kind:
        return f"{kind}s"
    kinds = {one.kind for one in members}
    return f"{kinds.pop()}s" if len(kinds) == 1 else "reconcilers"


def _fleet(key: tuple[str, ...], members: Sequence[DiscoveredObject], others: Sequence[str]) -> Draft:
    ids = [one.id for one in members]
    name = _name(key, members)
    environments = frozenset(environment for one in members for environment in one.environments)
    return Draft(
        stage="cd",
        title=counted(name, len(members)),
        kind="reconciler",
        bound=with_suspended(bound_ids(frozenset(ids), others), members),
        members=tuple(ids),
        environments=environments,
        group=next(iter(environments)) if len(environments) == 1 else "",
        more=f"{key[0]}s" if key[0] else "",
        word=name,
    )


def drafts_of(objects: Sequence[DiscoveredObject], level: int) -> list[Draft]:
    """The components of reconcilers at one level of folding."""
    groups: dict[tuple[str, ...], list[DiscoveredObject]] = defaultdict(list)
    for one in objects:
        groups[LEVELS[level](one)].append(one)
    every = [one.id for one in objects]
    return [
        _single(members[0]) if len(members) == 1 else _fleet(key, members, every)
        for key, members in sorted(groups.items())
    ]
