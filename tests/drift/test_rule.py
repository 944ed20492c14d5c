"""The rules about drift are in one list, each with a code and examples of its own."""

from sphinx_gitops.drift.rule import DriftRule
from sphinx_gitops.drift.rules import DRIFT_RULES
from sphinx_gitops.rule import Domain
from sphinx_gitops.rules import rule_of
from support.project import ROOT


def test_each_is_in_the_list_and_can_be_explained():
    files = {path.stem.replace("_", "-") for path in (ROOT / "sphinx_gitops/drift/rules").glob("[a-z]*.py")}
    assert {rule.code for rule in DRIFT_RULES} == files
    assert all(isinstance(rule, DriftRule) and rule.domain is Domain.DRIFT for rule in DRIFT_RULES)
    assert all(rule_of(rule.code) for rule in DRIFT_RULES)


def test_examples_differ_in_as_little_as_can_be():
    for rule in DRIFT_RULES:
        assert rule.breaks != rule.keeps
        assert rule.breaks.startswith("# ")
