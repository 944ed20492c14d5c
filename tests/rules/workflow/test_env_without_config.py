"""No configuration leads to an environment."""

from __future__ import annotations

import pytest

from support.rules import delivery, findings

CODE = "env-without-config"


@pytest.mark.parametrize("kind", ["environment-config", "manifests", "config-manager", "infrastructure-repository"])
def test_configuration_leads_to_it(kind):
    more = f"  git: {{kind: source, components: {{CFG: {{kind: {kind}}}}}}}\n"
    assert findings(CODE, delivery("APP --> BUILD --> PROD, CFG --> PROD", more=more)) == []
    assert len(findings(CODE, delivery("APP --> BUILD --> PROD, CFG --> APP", more=more))) <= 1


def test_each_environment_without_any_is_told_at_its_line():
    problems = findings(CODE, delivery("APP --> BUILD --> PROD, BUILD --> DEV", run=", DEV: {tier: development}"))
    assert [problem.span.line for problem in problems] == [4, 4]


def test_a_part_of_a_delivery_is_not_judged():
    assert findings(CODE, delivery("BUILD --> PROD")) == []
