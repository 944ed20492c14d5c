"""Reconcilers in, components out: one each where they are few, else fleets, ever coarser until they fit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from sphinx_gitops.importers.discovery import DiscoveredObject
from sphinx_gitops.importers.workflow.draft import Draft, bound_object, counted, with_suspended, with_values
from sphinx_gitops.importers.workflow.patterns import bound_ids

KINDS = ("Application", "ApplicationSet", "FluxInstance", "HelmRelease", "Kustomization", "ResourceSet")
_TOOLS = frozenset({"argocd", "argo-cd", "openshift-gitops", "flux-system"})
"""The namespaces that the tools themselves are in."""
_COPIES = 3
"""So many objects of one name, which only their folders tell apart, are one fleet from the start."""
Spread = frozenset[tuple[str, str]]
"""The kinds and names that several environments have."""
Key = Callable[[DiscoveredObject, Spread], tuple[str, ...]]


def _environment(one: DiscoveredObject) -> str:
    return one.environments[0] if len(one.environments) == 1 else ""


def _space(one: DiscoveredObject) -> str:
    """The namespace of what it deploys, as far as that is one; else its own."""
    target = next((str(field.value) for field in one.fields if field.name == "spec.targetNamespace"), "")
    return target if target and "spec.targetNamespace" not in one.unverifiable else one.namespace


def _across(one: DiscoveredObject, spread: Spread) -> tuple[str, ...]:
    """What is the same thing in several environments is one; so is all that serves the same environments."""
    if (one.kind, one.name) in spread:
        return one.kind, "", "", one.name
    return one.kind, "" if len(one.environments) > 1 else _space(one), *one.environments


LEVELS: tuple[Key, ...] = (
    lambda one, _: (one.id,),
    lambda one, _: (one.kind, _space(one), _environment(one)),
    lambda one, _: ("", _space(one), _environment(one)),
    _across,
    lambda one, _: (one.kind, "", _environment(one)),
    lambda one, _: ("", "", _environment(one)),
    lambda one, _: (one.kind,),
)
"""What the members of one component have in common, from the finest to the coarsest."""
ACROSS = LEVELS.index(_across)


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
        place=one.location.file.rpartition(".")[0],
    )


def _name(key: tuple[str, ...], members: Sequence[DiscoveredObject]) -> str:
    """What a fleet is called: the name that all have, else their namespace, else their kind, else what all are.

    The namespace of a tool says nothing of what is in it, so there the kind comes first.
    """
    names, kinds = {one.name for one in members}, {one.kind for one in members}
    kind, namespace = (*key, "", "")[:2]
    if len(names) == 1:
        return names.pop()
    if namespace and not (namespace in _TOOLS and len(kinds) == 1):
        return namespace
    return f"{kind or (kinds.pop() if len(kinds) == 1 else 'reconciler')}s"


def _more(name: str, members: Sequence[DiscoveredObject]) -> str:
    """What tells a fleet from another of its name: its kind, else its environment."""
    kinds, environments = {one.kind for one in members}, {_environment(one) for one in members}
    kind = f"{kinds.pop()}s" if len(kinds) == 1 else name
    if kind != name:
        return kind
    return environments.pop() if len(environments) == 1 else ""


def _fleet(key: tuple[str, ...], members: Sequence[DiscoveredObject], others: Sequence[str]) -> Draft:
    ids = [one.id for one in members]
    name = _name(key, members)
    environments = frozenset(environment for one in members for environment in one.environments)
    return Draft(
        stage="cd",
        title=counted(name, len(members)),
        kind="reconciler",
        bound=with_suspended(with_values(bound_ids(frozenset(ids), others), members), members),
        members=tuple(ids),
        environments=environments,
        group=next(iter(environments)) if len(environments) == 1 else "",
        more=_more(name, members),
        word=name,
    )


def _alike(one: DiscoveredObject) -> tuple[str, ...]:
    """What copies of one object in several folders have in common."""
    return one.kind, one.namespace, _environment(one), one.name


def _spread(objects: Sequence[DiscoveredObject]) -> Spread:
    environments: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in objects:
        if len(one.environments) == 1:
            environments[one.kind, one.name].update(one.environments)
    return frozenset(found for found, names in environments.items() if len(names) > 1)


def drafts_of(objects: Sequence[DiscoveredObject], level: int) -> list[Draft]:
    """The components of reconcilers at one level of folding."""
    groups: dict[tuple[str, ...], list[DiscoveredObject]] = defaultdict(list)
    copies, spread = Counter(map(_alike, objects)), _spread(objects)
    for one in objects:
        key = LEVELS[level](one, spread)
        groups[_alike(one) if level == 0 and copies[_alike(one)] >= _COPIES else key].append(one)
    every = [one.id for one in objects]
    return [
        _single(members[0]) if len(members) == 1 else _fleet(key, members, every)
        for key, members in sorted(groups.items())
    ]
