"""A documented manifest that is gone: the example breaks the rule and keeps it."""

from sphinx_gitops.drift.rules.drift_component_missing import RULE
from support.drift import example


def test_the_example_breaks_the_rule_and_the_nearest_is_named(tmp_path):
    (finding,) = example(tmp_path, RULE.breaks).drift()
    assert finding["code"] == RULE.code
    assert finding["found"] == {"file": "deploy/shop.yaml", "line": 1}
    assert finding["message"].endswith("nearest is Application/argocd/shop2 (deploy/shop.yaml:1)")


def test_the_example_keeps_the_rule(tmp_path):
    assert example(tmp_path, RULE.keeps).drift() == []
