"""The example of a rule about drift breaks it, and the other keeps it."""

from sphinx_gitops.drift.rules.drift_undocumented import RULE
from support.drift import example


def test_the_example_breaks_the_rule_and_no_other(tmp_path):
    (finding,) = example(tmp_path, RULE.breaks).drift()
    assert finding["code"] == RULE.code
    assert finding["severity"] == "info"
    assert finding["object"] == "HelmRelease/shop/cart"


def test_the_example_keeps_the_rule(tmp_path):
    assert example(tmp_path, RULE.keeps).drift() == []
