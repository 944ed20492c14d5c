"""Workflows to production that leave no record."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.workflow_rule import Violation, WorkflowRule, kinds

_KINDS = ("audit-log",)
"""Kinds of components that keep the rule."""


def _check(delivery: Delivery) -> Iterator[Violation]:
    if delivery.whole and not delivery.of_kind(*_KINDS):
        yield Violation(
            subject=delivery.workflow,
            message="no audit log is shown",
            remedy="add a component of the kind audit-log",
        )


RULE = WorkflowRule(
    code="audit-missing",
    severity=Severity.INFO,
    profile=Profile.STRICT,
    message="Nothing records what was done.",
    requirement="What is done is recorded in an audit log.",
    explanation=(
        "A workflow that leads to production shows where the record of changes and accesses is kept: a "
        "component of the kind audit-log."
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
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}, AUDIT: {kind: audit-log}}}
flows: [APP --> BUILD --> PROD --> AUDIT]
""",
    source=("NIST SP 800-92, log management", "https://csrc.nist.gov/pubs/sp/800/92/final"),
    check=_check,
    evidence=kinds(*_KINDS),
)
