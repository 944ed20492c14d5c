"""Flows by which a build changes an environment itself."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.model import FlowKind, Tier
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.workflow_rule import Violation, WorkflowRule, kinds

_LOOKS = (FlowKind.VERIFICATION, FlowKind.FEEDBACK, FlowKind.ROLLBACK)
"""Kinds of flows that deploy nothing."""


def _builds(delivery: Delivery, name: str) -> bool:
    component = delivery.components.get(name)
    if component is None:
        return False
    return component.kind == "build" or (not component.kind and delivery.stage_kind(name) == "ci")


def _check(delivery: Delivery) -> Iterator[Violation]:
    targets = {*delivery.of_kind("environment", "cluster"), *delivery.of_tier(*Tier)}
    for flow in delivery.workflow.flows:
        if flow.kind in _LOOKS:
            continue
        for source, end in flow.pairs():
            target = next((name for name in delivery.within(end) if name in targets), "")
            if target and _builds(delivery, source):
                yield Violation(
                    subject=flow,
                    message="a build applies to an environment directly",
                    path=(source, target),
                    remedy="let a reconciler in the cluster pull it, and draw that flow",
                )


RULE = WorkflowRule(
    code="push-deploy",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    message="A build applies to an environment directly.",
    requirement="Environments pull their state, and no build applies to them.",
    explanation=(
        "Software agents pull the desired state from its source. A build that applies to an environment "
        "itself holds the credentials of that environment, and what it applied is not compared with anything "
        "later. Tests that look at an environment are flows of the kind verification."
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
    source=("OpenGitOps principles, version 1.0.0, 3: pulled automatically", "https://opengitops.dev/"),
    check=_check,
    evidence=kinds("reconciler", "operator"),
)
