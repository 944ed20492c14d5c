"""Workflows to production without a place to go when it is lost."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.model import Tier
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.workflow_rule import EvidenceStep, Violation, WorkflowRule

_KINDS = ("disaster-recovery",)
"""Kinds of components that keep the rule."""


def _check(delivery: Delivery) -> Iterator[Violation]:
    if delivery.whole and not delivery.of_kind(*_KINDS) and not delivery.of_tier(Tier.DISASTER_RECOVERY):
        yield Violation(
            subject=delivery.workflow,
            message="no disaster recovery is shown",
            remedy="add an environment of the tier disaster-recovery",
        )


def _evidence(delivery: Delivery) -> Iterator[EvidenceStep]:
    yield from dict.fromkeys((*delivery.of_kind(*_KINDS), *delivery.of_tier(Tier.DISASTER_RECOVERY)))


RULE = WorkflowRule(
    code="dr-missing",
    severity=Severity.INFO,
    profile=Profile.STRICT,
    message="Nothing is shown for the loss of production.",
    requirement="There is a place to go when production is lost.",
    explanation=(
        "A workflow that leads to production shows where it is built again when it is lost: a component of "
        "the tier disaster-recovery."
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
  run:
    kind: platform
    components: {PROD: {kind: environment, tier: production}, DR: {kind: environment, tier: disaster-recovery}}
flows: [APP --> BUILD --> PROD --> DR]
""",
    source=("NIST SP 800-34, contingency planning", "https://csrc.nist.gov/pubs/sp/800/34/r1/upd1/final"),
    check=_check,
    evidence=_evidence,
)
