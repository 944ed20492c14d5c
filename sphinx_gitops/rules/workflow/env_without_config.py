"""Environments of a whole delivery that no configuration reaches."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.workflow_rule import Violation, WorkflowRule, kinds

_CONFIG = ("environment-config", "manifests", "infrastructure-repository", "config-manager")
"""Kinds of components that hold the desired state, or hand it on."""


def _check(delivery: Delivery) -> Iterator[Violation]:
    if not delivery.whole:
        return
    fed = delivery.graph().reach(delivery.of_kind(*_CONFIG))
    for name, component in delivery.components.items():
        if (component.kind == "environment" or component.tier) and name not in fed:
            yield Violation(
                subject=component,
                message="no configuration leads to this environment",
                remedy="draw the flow from the environment-config, manifests or config-manager that describe it",
            )


RULE = WorkflowRule(
    code="env-without-config",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    message="No configuration leads to an environment.",
    requirement="The desired state of every environment is declared.",
    explanation=(
        "The desired state is declarative, versioned and immutable. What runs in an environment comes from "
        "configuration in Git: environment-config, manifests, an infrastructure repository, or a config "
        "manager that reads it."
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
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}}}
  git: {kind: source, components: {CONFIG: {kind: environment-config}}}
flows: [APP --> BUILD --> PROD, CONFIG --> PROD]
""",
    source=("OpenGitOps principles, version 1.0.0, 1: declarative", "https://opengitops.dev/"),
    check=_check,
    evidence=kinds(*_CONFIG),
)
