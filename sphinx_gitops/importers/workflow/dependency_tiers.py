"""Components in, the same in groups by what depends on them out: substrate, infrastructure, shared, workloads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sphinx_gitops.importers.discovery import DiscoveredEdge
from sphinx_gitops.importers.workflow.draft import Draft
from sphinx_gitops.importers.workflow.flows import dependencies, holders_of

MANY = 12
"""So many reconcilers are in no tiers."""
_BASES = ("substrate", "infrastructure", "shared")
_LEAVES = "workloads"


def _depths(before: Mapping[int, set[int]]) -> dict[int, int]:
    """How many dependencies are one behind the other below each component; a circle counts once."""
    found: dict[int, int] = {}

    def depth(at: int, around: frozenset[int]) -> int:
        if at not in found:
            inside = around | {at}
            below = sorted(before.get(at, set()) - inside)
            found[at] = max((1 + depth(one, inside) for one in below), default=0)
        return found[at]

    for at in sorted(before):
        depth(at, frozenset())
    return found


def _roots(drafts: Sequence[Draft], edges: Sequence[DiscoveredEdge]) -> set[int]:
    """The components that give others, and that none gives."""
    holders = holders_of(drafts)
    pairs = [(holders.get(edge.source), holders.get(edge.target)) for edge in edges if edge.kind == "contains"]
    known = [(source, target) for source, target in pairs if source is not None and target not in {None, source}]
    inner = {target for _, target in known}
    return {source for source, _ in known if source not in inner}


def tiered(drafts: Sequence[Draft], edges: Sequence[DiscoveredEdge]) -> list[Draft]:
    """The components, their reconcilers in tiers where they are many, of one environment, and depend on each other."""
    pool = {at for at, one in enumerate(drafts) if one.kind == "reconciler"} - _roots(drafts, edges)
    environments = {name for at in pool for name in drafts[at].environments}
    before = {at: some & pool for at, some in dependencies(edges, holders_of(drafts)).items() if at in pool}
    depths = _depths(before)
    if len(pool) <= MANY or len(environments) > 1 or max(depths.values(), default=0) < len(_BASES) - 1:
        return list(drafts)
    needed = {one for some in before.values() for one in some}
    names = {at: _BASES[min(depths.get(at, 0), len(_BASES) - 1)] if at in needed else _LEAVES for at in pool}
    order = ["", *_BASES, _LEAVES]
    middle = [
        replace(one, group=names.get(at, ""), is_tiered=at in names)
        for at, one in enumerate(drafts)
        if one.kind == "reconciler"
    ]
    others = [one for one in drafts if one.kind != "reconciler"]
    first = next(at for at, one in enumerate(drafts) if one.kind == "reconciler")
    return [*others[:first], *sorted(middle, key=lambda one: order.index(one.group)), *others[first:]]
