"""What a repository declares in, the components and flows of its workflow out, folded until it can be drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sphinx_gitops.importers.discovery import Discovery
from sphinx_gitops.importers.workflow import delivery, pipelines, reconcilers
from sphinx_gitops.importers.workflow.dependency_tiers import tiered
from sphinx_gitops.importers.workflow.draft import Draft
from sphinx_gitops.importers.workflow.flows import DraftFlow, flows_of

MAX_COMPONENTS = 60
MAX_FLOWS = 120
LEGIBLE = 36
"""So many reconcilers at most are shown one by one."""
CROWDED = 40
"""So many arrows to environments at most can be told apart."""
NAMED = 8
"""So many environments at most are what fleets are told apart by."""
APART = 24
"""So many fleets at most are shown apart by their kinds: more are one for what a namespace holds."""


def _candidates(discovery: Discovery, name: str) -> Iterator[list[Draft]]:
    """The components, from the finest to the coarsest."""
    pool = [one for one in discovery.objects if reconcilers.is_reconciler(one)]
    ranks = {one.name: rank for rank, one in enumerate(delivery.in_order(discovery.environments))}
    before = [delivery.repository(name), *pipelines.drafts_of(discovery.objects)]
    for folded in (False, True):
        after = [
            *delivery.promotion_of(discovery.objects),
            *delivery.rollouts_of(discovery.objects),
            *delivery.secrets_of(discovery.objects),
            *delivery.environments_of(discovery.environments, folded=folded),
        ]
        for level in _order(len(discovery.environments)):
            middle = reconcilers.drafts_of(pool, level)
            middle.sort(key=lambda one: ranks.get(one.group, -1))
            if len(middle) <= (APART if level == 1 else LEGIBLE) or level == len(reconcilers.LEVELS) - 1:
                yield [*before, *middle, *after]


def _order(environments: int) -> list[int]:
    """The levels of folding, those across environments first where there are so many that nobody names each."""
    levels = list(range(len(reconcilers.LEVELS)))
    first = reconcilers.ACROSS if environments > NAMED else 0
    return sorted(levels, key=lambda level: (level > 0, level != first, level))


def _is_legible(drafts: Sequence[Draft], flows: Sequence[DraftFlow]) -> bool:
    """Whether components and flows can be drawn, and the arrows that lead to environments told apart."""
    crowd = sum(drafts[flow.target].kind == "environment" for flow in flows)
    return len(drafts) <= MAX_COMPONENTS and len(flows) <= MAX_FLOWS and crowd <= CROWDED


def composed(discovery: Discovery, name: str) -> tuple[Sequence[Draft], Sequence[DraftFlow]]:
    """The finest components and flows that still can be drawn and read, else the coarsest."""
    drafts: list[Draft] = []
    flows: list[DraftFlow] = []
    for found in _candidates(discovery, name):
        drafts = tiered(found, discovery.edges)
        flows = flows_of(drafts, discovery.edges, MAX_FLOWS)
        if _is_legible(drafts, flows):
            break
    return drafts, flows
