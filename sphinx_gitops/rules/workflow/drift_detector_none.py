"""Workflows to production in which nothing reconciles."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.model import FlowKind
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.workflow_rule import EvidenceStep, Violation, WorkflowRule

_KINDS = (
    "operator",
    "reconciler",
    "drift-detector",
)
"""Kinds of components that keep the rule."""


def _check(delivery: Delivery) -> Iterator[Violation]:
    if (
        delivery.whole
        and not delivery.of_kind(*_KINDS)
        and not any(flow.kind is FlowKind.SYNC for flow in delivery.workflow.flows)
    ):
        yield Violation(
            subject=delivery.workflow,
            message="nothing reconciles continuously",
            remedy="add the reconciler or drift detector, or draw its flow as sync: A <--> B",
        )


def _evidence(delivery: Delivery) -> Iterator[EvidenceStep]:
    yield from delivery.of_kind(*_KINDS)
    yield from (flow for flow in delivery.workflow.flows if flow.kind is FlowKind.SYNC)


RULE = WorkflowRule(
    code="drift-detector-none",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    message="Nothing compares what runs with what Git says.",
    requirement="What runs is compared with what Git says, all the time.",
    explanation=(
        "Software agents observe the actual state all the time and try to apply the desired one. A workflow "
        "that leads to production shows an operator, a reconciler or a drift detector, or a flow of the kind "
        "sync."
    ),
    breaks="""\
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}}}
flows: [APP --> BUILD --> PROD]
""",
    keeps="""\
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}, FLUX: {kind: reconciler}}}
flows: [APP --> BUILD --> FLUX <--> PROD]
""",
    source=("OpenGitOps principles, version 1.0.0, 4: continuously reconciled", "https://opengitops.dev/"),
    check=_check,
    evidence=_evidence,
)
