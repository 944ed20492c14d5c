"""Conditions around a node, and whether they hold in a build."""

from __future__ import annotations

import pytest
from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.domain.conditions import Condition, conditions_of, evaluation


def test_conditions_are_those_above_from_the_outside_in_each_once():
    inner = nodes.paragraph()
    nested = addnodes.only(
        "", nodes.section("", addnodes.only("", addnodes.only("", inner, expr="b"), expr="b")), expr="a"
    )
    assert nested
    assert conditions_of(inner) == (Condition("only", "a"), Condition("only", "b"))
    assert conditions_of(nodes.paragraph()) == ()


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (Condition("only", "html"), True),
        (Condition("only", "latex"), False),
        (Condition("only", "html and not draft"), True),
        (Condition("only", "((("), True),
        (Condition("ifconfig", "release == '1'"), True),
        (Condition("ifconfig", "release == '2'"), False),
        (Condition("ifconfig", "builder == 'html'"), True),
        (Condition("ifconfig", "no_such_value"), False),
        (Condition("todo", ""), False),
    ],
)
def test_a_condition_holds_as_sphinx_finds_it(build, condition, holds):
    app = build(
        {"index.rst": "T\n=\n"}, release="1", extensions=["sphinx_gitops", "sphinx.ext.ifconfig", "sphinx.ext.todo"]
    )
    assert evaluation(app)(condition) is holds
