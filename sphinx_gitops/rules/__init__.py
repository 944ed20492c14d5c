"""A workflow and the settings of its project in, what breaks the rules of good practice out, as problems.

A rule is one file with its code, severity, explanation, examples and source; a new one is a file and a line here.
"""

from sphinx_gitops.rules.check import Outcome, check_rules
from sphinx_gitops.rules.delivery import Delivery
from sphinx_gitops.rules.rule import Finding, Profile, Rule
from sphinx_gitops.rules.rules import RULES, rule_of
from sphinx_gitops.rules.severities import check_codes, severities

__all__ = [
    "RULES",
    "Delivery",
    "Finding",
    "Outcome",
    "Profile",
    "Rule",
    "check_codes",
    "check_rules",
    "rule_of",
    "severities",
]
