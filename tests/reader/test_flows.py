"""Flows as they are written, and how many there may be."""

from __future__ import annotations

import pytest

from support.mistakes import codes, kept, read

GOOD = "stages:\n  ci:\n    components:\n      A: One\n      B: Two\n"


def test_a_workflow_has_so_many_arrows_and_one_error_says_that_there_are_more():
    reading = read(GOOD + "flows:\n" + "- A --> B\n- B --> A\n" * 26_000)
    assert codes(reading) == ["50007:3 too-large"]
    assert "more than 50,000 arrows: the flows from this one on are left out" in str(reading.problems[0])
    assert kept(reading.workflow) == "ci A B; 50000 arrows"


def test_arrows_need_no_blanks():
    reading = read(GOOD + "flows: ['A-->B', 'A<-->|both ways|B', 'B-.->A', 'A & B ==> A']\n")
    assert not reading.problems
    assert [flow.kind.value for flow in reading.workflow.flows] == ["automation", "sync", "feedback", "promotion"]


@pytest.mark.parametrize("name", ["other:argo", "other:BUILD"])
def test_a_name_of_another_project_without_its_workflow_is_told_the_form(name):
    (problem,) = read(GOOD + f"flows: ['A --> {name}']\n").problems
    assert f"'{name}' is no id of this workflow; what is in another project is written PROJECT:WORKFLOW.ID" in str(
        problem
    )
