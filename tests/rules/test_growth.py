"""The rules look at each component and flow a bounded number of times."""

from __future__ import annotations

import sys

from sphinx_gitops.model import Component, Flow, FlowKind, Stage, Tier, Workflow
from sphinx_gitops.problems import Span
from sphinx_gitops.rules import check_rules
from sphinx_gitops.settings import Settings
from sphinx_gitops.settings.rules import RuleSettings

HERE = Span("w", 1)


def chain(length: int) -> Workflow:
    """A chain of environments of production with a circle at each, the worst for everything that is done for each of them."""
    first = Component(id="C0", title="c", span=HERE, kind="application-repository")
    others = (
        Component(id=f"C{n}", title="c", span=HERE, kind="environment", tier=Tier.PRODUCTION) for n in range(1, length)
    )
    stage = Stage(id="s", title="s", span=HERE, components=(first, *others))
    pairs = [(n, n + 1) for n in range(length - 1)] + [(n + 1, n) for n in range(1, length - 1, 2)]
    kinds = (FlowKind.AUTOMATION, FlowKind.PROMOTION)
    flows = tuple(Flow(sources=(f"C{a}",), targets=(f"C{b}",), span=HERE, kind=kinds[a % 2]) for a, b in pairs)
    return Workflow(id="w", title="w", span=HERE, stages=(stage,), flows=flows)


def calls(length: int) -> int:
    """How many calls it takes."""
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += 1

    workflow, settings = chain(length), Settings(rules=RuleSettings(profile="strict"))
    sys.setprofile(counted)
    try:
        problems = check_rules(workflow, settings, runbooks={}).problems
    finally:
        sys.setprofile(None)
    assert len(problems) > length
    return count


def test_twice_the_components_take_twice_the_work():
    assert calls(800) < 2.3 * calls(400)
