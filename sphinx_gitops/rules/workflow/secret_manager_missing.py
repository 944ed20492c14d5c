"""Workflows to production that do not show where secrets come from."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.workflow_rule import Violation, WorkflowRule, kinds

_KINDS = ("secret-manager",)
"""Kinds of components that keep the rule."""


def _check(delivery: Delivery) -> Iterator[Violation]:
    if delivery.whole and not delivery.of_kind(*_KINDS):
        yield Violation(
            subject=delivery.workflow,
            message="nothing shows where secrets of the environments come from",
            remedy="add a component of the kind secret-manager",
        )


RULE = WorkflowRule(
    code="secret-manager-missing",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    message="Nothing shows where secrets come from.",
    requirement="Secrets come from a secret manager.",
    explanation=(
        "A workflow that leads to production shows a component of the kind secret-manager: a vault, a key "
        "service, or sealed secrets. Without one, readers guess that secrets stand in Git."
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
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}, VAULT: {kind: secret-manager}}}
flows: [APP --> BUILD --> PROD, VAULT --> PROD]
""",
    source=("Flux, secrets management", "https://fluxcd.io/flux/security/secrets-management/"),
    check=_check,
    evidence=kinds(*_KINDS),
)
