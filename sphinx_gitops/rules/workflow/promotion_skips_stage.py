"""Promotions into production that do not come from the environment before it."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.delivery import ORDER, Delivery
from sphinx_gitops.model import FlowKind, Tier
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.workflow_rule import EvidenceStep, Violation, WorkflowRule


def _check(delivery: Delivery) -> Iterator[Violation]:
    graph = delivery.graph(ORDER)
    lower = delivery.of_tier(Tier.DEVELOPMENT, Tier.STAGING)
    before = delivery.of_tier(Tier.STAGING) or delivery.of_tier(Tier.DEVELOPMENT)
    after, late = graph.reach(before), delivery.search(lower, graph)
    pairs = (
        (flow, pair) for flow in delivery.workflow.flows if flow.kind is FlowKind.PROMOTION for pair in flow.pairs()
    )
    for flow, (source, end) in pairs:
        start = delivery.exit_of(source)
        target = next((name for name in delivery.within(end) if name in delivery.production), "")
        if target and start not in after and (target in after or start in late):
            yield Violation(
                subject=flow,
                message=f"this promotion reaches production without {' or '.join(map(repr, before[:3]))}",
                path=(*(late.path(start) or (source,)), target),
                remedy="promote from the environment before it, or draw what a controller does as automation",
            )


def _evidence(delivery: Delivery) -> Iterator[EvidenceStep]:
    yield from (flow for flow in delivery.workflow.flows if flow.kind is FlowKind.PROMOTION)


def _gap(delivery: Delivery) -> str:
    if not delivery.production:
        return "no environment of the tier production is shown"
    return "" if any(True for _ in _evidence(delivery)) else "no flow of the kind promotion is shown"


RULE = WorkflowRule(
    code="promotion-skips-stage",
    severity=Severity.WARNING,
    profile=Profile.MINIMAL,
    message="A promotion reaches production without the environment before it.",
    requirement="A promotion to production comes from the environment before it.",
    explanation=(
        "Where a workflow shows an environment before production, what is promoted into production has been "
        "there first. A promotion arrow means that a version is available to be pulled, not that it is "
        "pushed; arrows of controllers are not judged."
    ),
    breaks="""\
stages:
  ci: {kind: ci, components: {BUILD: {kind: build}, GATE: {kind: promotion}}}
  run:
    kind: platform
    components:
      DEV: {kind: environment, tier: development}
      STAGING: {kind: environment, tier: staging}
      PROD: {kind: environment, tier: production}
flows: [BUILD ==> DEV ==> STAGING ==> PROD, DEV ==> GATE ==> PROD]
""",
    keeps="""\
stages:
  ci: {kind: ci, components: {BUILD: {kind: build}, GATE: {kind: promotion}}}
  run:
    kind: platform
    components:
      DEV: {kind: environment, tier: development}
      STAGING: {kind: environment, tier: staging}
      PROD: {kind: environment, tier: production}
flows: [BUILD ==> DEV ==> STAGING, STAGING ==> GATE ==> PROD]
""",
    source=("Kargo, promotion of freight from stage to stage", "https://docs.kargo.io/user-guide/core-concepts/"),
    check=_check,
    evidence=_evidence,
    gap=_gap,
)
