"""Production that no approval lies before."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.model import FlowKind
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.workflow_rule import EvidenceStep, Violation, WorkflowRule

_REVIEWS = ("approval", "decision", "person")
"""Kinds of components at which a person decides."""


def _check(delivery: Delivery) -> Iterator[Violation]:
    if not delivery.whole:
        return
    manual = [flow for flow in delivery.workflow.flows if flow.kind is FlowKind.MANUAL]
    decided = delivery.entrances(end for flow in manual for end in flow.targets) | set(delivery.of_kind(*_REVIEWS))
    approved = delivery.graph().reach(decided)
    for name in delivery.production:
        if name not in approved:
            yield Violation(
                subject=delivery.components[name],
                message="nobody approves what goes to production",
                path=delivery.from_code.path(name),
                remedy="show who decides: an approval on the way, or a flow of the kind manual",
            )


def _evidence(delivery: Delivery) -> Iterator[EvidenceStep]:
    yield from delivery.of_kind(*_REVIEWS)
    yield from (flow for flow in delivery.workflow.flows if flow.kind is FlowKind.MANUAL)


RULE = WorkflowRule(
    code="prod-without-review",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    message="Nobody approves or reviews what goes to production.",
    requirement="Somebody approves or reviews what goes to production.",
    explanation=(
        "On the way to production at least one person decides: an approval, or a flow of the kind manual. It "
        "may stand anywhere before production, also where a pull request is merged."
    ),
    breaks="""\
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}, SCAN: {kind: security-scan}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}}}
flows: [APP --> BUILD --> SCAN --> PROD]
""",
    keeps="""\
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}, SCAN: {kind: security-scan}, OK: {kind: approval}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}}}
flows: [APP --> BUILD --> SCAN --> OK --> PROD]
""",
    source=("SLSA, source track", "https://slsa.dev/spec/v1.2/source-requirements"),
    check=_check,
    evidence=_evidence,
)
