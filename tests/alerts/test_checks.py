"""What is checked besides workflows has a code, a severity and words."""

from __future__ import annotations

from sphinx_gitops.alerts.checks import CHECKS, check_severity
from sphinx_gitops.problems import Severity
from sphinx_gitops.rules import RULES
from sphinx_gitops.settings.rules import RuleSettings


def test_a_code_is_one_alone_and_says_what_it_means():
    assert not set(CHECKS) & {rule.code for rule in RULES}
    assert all(check.message.endswith(".") and check.explanation.endswith(".") for check in CHECKS.values())


def test_a_project_decides_how_much_it_matters():
    assert check_severity("alert-duplicate", RuleSettings()) is Severity.WARNING
    assert check_severity("runbook-unused", RuleSettings()) is None
    own = RuleSettings(severities={"alert-duplicate": None, "runbook-unused": Severity.ERROR})
    assert check_severity("alert-duplicate", own) is None
    assert check_severity("runbook-unused", own) is Severity.ERROR
