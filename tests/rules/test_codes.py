"""Codes that a project lists and no rule has."""

from __future__ import annotations

from sphinx_gitops.rules import RULES, check_codes
from support.rules import settings


def test_a_code_that_no_rule_has_is_told():
    (problem,) = check_codes(settings(rolback_none=None).rules)
    assert (
        str(problem)
        == "conf.py:1:1: error: gitops_rules['rolback-none']: there is no rule 'rolback-none'; did you mean 'rollback-none'? [gitops.option]"
    )


def test_every_rule_may_be_listed():
    codes = {rule.code.replace("-", "_"): None for rule in RULES}
    assert {"secret_plaintext", "cycle"} <= codes.keys()
    assert list(check_codes(settings(**codes).rules)) == []
