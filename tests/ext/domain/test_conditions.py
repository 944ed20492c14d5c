"""Conditions around a node, and whether they hold in a build."""

from __future__ import annotations

import pytest
from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.domain.conditions import Condition, conditions_of, evaluation
from support.sites import html


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


PART = "\n.. gitops-workflow::\n{option}\n   id: w\n   stages: {{s: {{components: {{A: {title}}}}}}}\n"


def test_of_two_conditions_that_hold_the_part_that_is_registered_counts(build, warnings):
    parts = {
        "html": PART.format(option="", title="Own"),
        "not latex": PART.format(option="   :no-index:\n", title="Other"),
    }
    text = "".join(
        f"\n.. only:: {condition}\n" + body.replace("\n", "\n   ") + "\n" for condition, body in parts.items()
    )
    app = build({"index.rst": f"T\n=\n{text}\n:gitops:component:`w.A`\n"})
    assert warnings(app) == []
    assert "Own</span></a>" in html(app, "index").rpartition("</figure>")[2]


def test_a_file_that_is_included_under_two_conditions_is_registered_once(build, warnings):
    text = "".join(f"\n.. only:: {condition}\n\n   .. include:: part.txt\n" for condition in ("html", "not latex"))
    app = build(
        {"index.rst": f"T\n=\n{text}\n:gitops:component:`w.A`\n", "part.txt": PART.format(option="", title="Own")}
    )
    assert [line for line in warnings(app) if "gitops" in line] == []
    assert "Own</span></a>" in html(app, "index").rpartition("</figure>")[2]
