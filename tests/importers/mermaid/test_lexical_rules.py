"""Every mode has its rules, and whatever opens one names one that is there."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.mermaid.lexical_rules import MODES, START


@pytest.mark.parametrize("name", MODES)
def test_a_rule_opens_a_mode_that_is_there(name):
    assert {rule.opens for rule in MODES[name].rules.values()} <= {"", *MODES}


@pytest.mark.parametrize("name", [name for name in MODES if name != START])
def test_a_mode_can_be_closed(name):
    assert any(rule.closes for rule in MODES[name].rules.values())


@pytest.mark.parametrize(
    ("text", "is_letter"),
    [("é", True), ("中", True), ("ß", True), ("²", False), ("٣", False), ("°", False), ("\U00010400", False)],
)
def test_letters_of_ids_are_those_that_mermaid_knows(text, is_letter):
    found = MODES[START].pattern.match(text)
    assert bool(found and MODES[START].rules[found.lastgroup].type == "LETTER") is is_letter
