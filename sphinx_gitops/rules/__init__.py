"""A workflow and the settings of its project in, what breaks the rules of good practice out, as problems.

All rules are known here: those about workflows, and those about manifests and drift, which other packages check.
"""

from sphinx_gitops.rules.check import RuleOutcome, check_rules, key_of, merged
from sphinx_gitops.rules.codes import check_codes
from sphinx_gitops.rules.rules import RULES, WORKFLOW_RULES, rule_of
from sphinx_gitops.rules.workflow_rule import Violation, WorkflowRule

__all__ = [
    "RULES",
    "WORKFLOW_RULES",
    "RuleOutcome",
    "Violation",
    "WorkflowRule",
    "check_codes",
    "check_rules",
    "key_of",
    "merged",
    "rule_of",
]
