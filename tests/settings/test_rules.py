"""``gitops_rules`` and ``gitops_rules_profile``: severities by code, and the set of rules that counts."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Severity
from sphinx_gitops.settings.faults import Faults
from sphinx_gitops.settings.rules import PROFILES, RuleSettings, read_rules


def read(value, profile="minimal"):
    faults = Faults()
    return read_rules(value, profile, faults), [problem.text for problem in faults.problems]


def test_each_word_is_a_severity_and_off_is_none():
    words = {"a": "off", "b": "info", "c": "warning", "d": "error"}
    found, problems = read(words, "strict")
    severities = {"a": None, "b": Severity.INFO, "c": Severity.WARNING, "d": Severity.ERROR}
    assert (found, problems) == (RuleSettings(profile="strict", severities=severities), [])


@pytest.mark.parametrize("word", ["warn", "Off", True, None, 0, ["off"]])
def test_another_word_is_told_and_the_rule_keeps_its_severity(word):
    found, (problem,) = read({"rollback-none": word})
    assert found.severities == {}
    assert problem.startswith("gitops_rules['rollback-none']: there is no severity ")


@pytest.mark.parametrize("profile", ["all", "", None, 3])
def test_another_profile_is_told_and_the_first_counts(profile):
    found, (problem,) = read({}, profile)
    assert found.profile == PROFILES[0]
    assert problem.startswith("gitops_rules_profile: there is no profile ")
