"""What somebody will have to act on, without a runbook."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.workflow_rule import Violation, WorkflowRule


def _check(delivery: Delivery) -> Iterator[Violation]:
    if delivery.runbooks is None:
        return
    for name in dict.fromkeys((*delivery.production, *delivery.of_kind("rollback"))):
        component = delivery.components.get(name)
        if component and not component.doc and name not in delivery.runbooks:
            yield Violation(
                subject=component,
                message="there is no runbook for this component",
                remedy="name it in the components of a runbook, or give it a doc",
            )


def _gap(delivery: Delivery) -> str:
    if delivery.runbooks is None:
        return "runbooks are not known here"
    return "" if delivery.production else "no component of the tier production is shown"


RULE = WorkflowRule(
    code="runbook-missing",
    severity=Severity.INFO,
    profile=Profile.STRICT,
    message="Production or a rollback has no runbook.",
    requirement="Production and every rollback have a runbook.",
    explanation=(
        "A component of the tier production, and one of the kind rollback, has a runbook in the "
        "documentation, or a doc of its own. The command line does not know runbooks, and does not judge "
        "this."
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
  run: {kind: platform, components: {PROD: {kind: environment, tier: production, doc: runbooks/prod}}}
flows: [APP --> BUILD --> PROD]
""",
    source=("Site Reliability Engineering, being on-call", "https://sre.google/sre-book/being-on-call/"),
    check=_check,
    gap=_gap,
)
