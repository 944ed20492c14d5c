"""Each rule about manifests is broken by its one example and kept by the other, and by no other example."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.rules import MANIFEST_RULES
from sphinx_gitops.rule import Domain, example_files
from support.manifest_rules import BROKEN, UNVERIFIABLE, verdicts
from support.project import ROOT

CODES = [rule.code for rule in MANIFEST_RULES]


@pytest.mark.parametrize("rule", MANIFEST_RULES, ids=CODES)
def test_a_rule_is_broken_by_one_example_and_kept_by_the_other(rule, tmp_path):
    assert verdicts(rule, rule.breaks, tmp_path / "breaks").count(BROKEN) == 1
    kept = verdicts(rule, rule.keeps, tmp_path / "keeps")
    assert BROKEN not in kept
    assert UNVERIFIABLE not in kept


@pytest.mark.parametrize("rule", MANIFEST_RULES, ids=CODES)
def test_an_example_breaks_no_other_rule(rule, tmp_path):
    for other in MANIFEST_RULES:
        for name, example in (("breaks", rule.breaks), ("keeps", rule.keeps)):
            broken = verdicts(other, example, tmp_path / name).count(BROKEN)
            assert broken == (other is rule and name == "breaks")


def test_each_rule_has_a_file_and_its_files():
    files = {path.stem for path in (ROOT / "sphinx_gitops/importers/rules").glob("[a-z]*.py")} - {"manifest_rule"}
    assert files == {code.replace("-", "_") for code in CODES}
    for rule in MANIFEST_RULES:
        assert rule.domain is Domain.MANIFESTS
        assert example_files(rule.breaks)
