"""Rules of the style sheet that keep what belongs together and fade the rest."""

from __future__ import annotations

from sphinx_gitops.render.painting.emphasis import MOST
from sphinx_gitops.render.painting.style_sheet.emphasis_rules import emphasis_rules


def test_the_style_sheet_has_a_rule_for_every_number():
    rules = emphasis_rules().splitlines()
    assert len(rules) == MOST
    for number, rule in enumerate(rules):
        assert f'[data-n="{number}"]:is(:hover,:focus-visible)' in rule
        assert f'[data-near]:not([data-near~="{number}"])' in rule
