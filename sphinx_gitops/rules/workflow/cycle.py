"""Flows that lead in a circle and neither report nor decide."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.delivery import ORDER, Delivery
from sphinx_gitops.graph.graph import Graph
from sphinx_gitops.model import FlowKind
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.workflow_rule import Violation, WorkflowRule

_FORWARD = ORDER - {FlowKind.VERIFICATION, FlowKind.MANUAL}
"""Kinds of flows that neither report nor decide."""
_DECIDES = frozenset({"decision", "approval", "person"})
"""Kinds of components that lead back on purpose."""


def _check(delivery: Delivery) -> Iterator[Violation]:
    graph = delivery.graph(_FORWARD)
    for cycle in graph.cycles():
        members = set(cycle)
        if len(members) == 1 or any(delivery.kind(name) in _DECIDES for name in members):
            continue
        part = Graph.of((name, end) for name in cycle for end in graph.successors(name) if end in members)
        first = next(name for name in cycle if name in delivery.components)
        reached = delivery.search(part.successors(first), part)
        yield Violation(
            subject=delivery.components[first],
            message="flows lead in a circle",
            path=(first, *reached.path(first)),
            remedy="turn one of them round, or give it the kind feedback, rollback, verification or manual",
        )


RULE = WorkflowRule(
    code="cycle",
    severity=Severity.INFO,
    profile=Profile.MINIMAL,
    message="Flows lead in a circle.",
    requirement="Flows lead forward, and only reports and rollbacks lead back.",
    explanation=(
        "A delivery goes forward; what comes back is feedback, a rollback, a sync, a check or a decision, and "
        "its flow says so by its kind. A circle of other flows is an arrow the wrong way round, or a kind "
        "that is missing."
    ),
    breaks="""\
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}, TEST: {kind: test}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}}}
flows: [APP --> BUILD --> TEST --> APP, TEST --> PROD]
""",
    keeps="""\
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}, TEST: {kind: test}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}}}
flows: [APP --> BUILD --> TEST -.->|red| APP, TEST --> PROD]
""",
    source=("OpenGitOps glossary: feedback", "https://github.com/open-gitops/documents/blob/main/GLOSSARY.md"),
    check=_check,
    gap=lambda _: "",
)
