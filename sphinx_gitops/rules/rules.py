"""Every rule, in the order in which they are checked and explained."""

from __future__ import annotations

from sphinx_gitops.drift.rules import DRIFT_RULES, SHARED
from sphinx_gitops.importers.rules import MANIFEST_RULES
from sphinx_gitops.rule import Rule
from sphinx_gitops.rules.workflow import (
    audit_missing,
    cycle,
    dr_missing,
    drift_detector_none,
    env_without_config,
    monitoring_missing,
    prod_without_review,
    prod_without_security,
    promotion_skips_stage,
    push_deploy,
    rollback_none,
    runbook_missing,
    secret_manager_missing,
    unreachable_component,
)
from sphinx_gitops.rules.workflow_rule import WorkflowRule

WORKFLOW_RULES: tuple[WorkflowRule, ...] = (
    prod_without_security.RULE,
    prod_without_review.RULE,
    promotion_skips_stage.RULE,
    rollback_none.RULE,
    drift_detector_none.RULE,
    push_deploy.RULE,
    secret_manager_missing.RULE,
    env_without_config.RULE,
    dr_missing.RULE,
    monitoring_missing.RULE,
    audit_missing.RULE,
    unreachable_component.RULE,
    cycle.RULE,
    runbook_missing.RULE,
)
"""The rules about workflows."""
RULES: tuple[Rule, ...] = (
    *WORKFLOW_RULES,
    *MANIFEST_RULES,
    *(rule for rule in DRIFT_RULES if rule.code not in SHARED),
)
"""All rules, each once, by what they look at."""


def rule_of(code: str) -> Rule | None:
    """The rule with a code; None where there is none."""
    return next((rule for rule in RULES if rule.code == code), None)
