"""Everything of a delivery but its reconcilers in, components out: environments, promotion, secrets, rollouts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sphinx_gitops.importers.discovery import DiscoveredEnvironment, DiscoveredObject
from sphinx_gitops.importers.workflow.draft import Draft, ManifestEntry, counted, with_suspended
from sphinx_gitops.importers.workflow.patterns import bound_ids

MOST_ENVIRONMENTS = 24
MOST_STORES = 4
MOST_STAGES = 10
_RANKS = ("development", "staging", "", "production", "disaster-recovery")
"""The order in which a change reaches environments."""


def repository(name: str) -> Draft:
    """The repository itself."""
    return Draft(
        stage="source",
        title=name,
        kind="infrastructure-repository",
        bound=(ManifestEntry(object="./"),),
        members=("./",),
    )


def in_order(environments: Iterable[DiscoveredEnvironment]) -> list[DiscoveredEnvironment]:
    """Environments in the order in which a change reaches them."""
    return sorted(environments, key=lambda one: (_RANKS.index(one.tier), one.name))


def environments_of(environments: Sequence[DiscoveredEnvironment], *, folded: bool) -> Iterator[Draft]:
    """One component for each environment, or, where they are too many, for each tier."""
    groups: dict[str, list[DiscoveredEnvironment]] = defaultdict(list)
    many = folded or len(environments) > MOST_ENVIRONMENTS
    for one in environments:
        groups[(one.tier or "environments") if many else one.name].append(one)
    for name, members in sorted(groups.items(), key=lambda item: (_RANKS.index(item[1][0].tier), item[0])):
        folders = sorted({folder for one in members for folder in one.folders})
        yield Draft(
            stage="platform",
            title=counted(name, len(members)) if len(members) > 1 else members[0].name,
            kind="environment",
            bound=tuple(ManifestEntry(object=folder) for folder in folders),
            members=tuple(folders),
            environments=frozenset(one.name for one in members),
            tier=members[0].tier,
            word=name,
            more="environment",
        )


def _place(one: DiscoveredObject) -> str:
    """What tells an object from another of its kind and name: its namespace, else its file."""
    return one.namespace or one.location.file.rpartition(".")[0]


def _folded(
    objects: Sequence[DiscoveredObject], kind: str, title: str, most: int, every: Sequence[str]
) -> Iterator[Draft]:
    """A component each where they are few, else one for all."""
    if len(objects) > most:
        ids = frozenset(one.id for one in objects)
        yield Draft(
            stage="cd",
            title=counted(title, len(objects)),
            kind=kind,
            bound=with_suspended(bound_ids(ids, every), objects),
            members=tuple(sorted(ids)),
            word=title,
        )
        return
    for one in objects:
        yield Draft(
            stage="cd",
            title=one.name,
            kind=kind,
            bound=with_suspended((ManifestEntry(object=one.id),), (one,)),
            members=(one.id,),
            group=one.environments[0] if len(one.environments) == 1 else "",
            more=one.kind,
            place=_place(one),
        )


def secrets_of(objects: Sequence[DiscoveredObject]) -> Iterator[Draft]:
    """Where secrets come from."""
    every = [one.id for one in objects]
    stores = [one for one in objects if one.kind in {"SecretStore", "ClusterSecretStore"}]
    yield from _folded(stores, "secret-manager", "secret stores", MOST_STORES, every)
    for kind, title in (("SealedSecret", "sealed secrets"), ("Secret", "SOPS secrets")):
        found = [one for one in objects if one.kind == kind]
        if found:
            yield from _folded(found, "secret-manager", title, 0, every)


def rollouts_of(objects: Sequence[DiscoveredObject]) -> Iterator[Draft]:
    """What shifts traffic step by step."""
    every = [one.id for one in objects]
    for kind, title in (("Rollout", "rollouts"), ("Canary", "canaries")):
        found = [one for one in objects if one.kind == kind]
        yield from _folded(found, "operator", title, 3, every)


def promotion_of(objects: Sequence[DiscoveredObject]) -> Iterator[Draft]:
    """Warehouses and stages, and the branches of strategies; folded where they are many."""
    every = [one.id for one in objects]
    freight = [one for one in objects if one.family == "kargo" and one.kind in {"Warehouse", "Stage"}]
    branches = [one for one in objects if one.kind == "Branch"]
    strategies = [one for one in objects if one.kind == "PromotionStrategy"]
    if len(freight) > MOST_STAGES:
        for kind, title in (("Warehouse", "warehouses"), ("Stage", "stages")):
            some = [one for one in freight if one.kind == kind]
            yield from _folded(some, "promotion", title, 0, every) if some else ()
    else:
        for one in freight:
            kind = "artifact" if one.kind == "Warehouse" else "promotion"
            yield _member(one, kind, one.namespace)
    if len(branches) > MOST_STAGES:
        yield from _folded(strategies, "promotion", "strategies", MOST_STAGES, every)
    else:
        for one in branches:
            yield _member(one, "promotion", one.id.partition("#")[0].rpartition("/")[2])


def _member(one: DiscoveredObject, kind: str, group: str) -> Draft:
    return Draft(
        stage="cd",
        title=one.name,
        kind=kind,
        bound=(ManifestEntry(object=one.id),),
        members=(one.id,),
        group=group,
        more=group or one.kind,
        place=_place(one),
    )
