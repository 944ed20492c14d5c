"""Arrows stand for each other where they say the same, then where their ends are the same, then turned."""

from __future__ import annotations

from sphinx_gitops.diff.flow_changes import paired_flows
from support.two_versions import said, workflow

PARTS = "stages: {s: {components: {A: A, B: B, C: C}}}\nflows:\n"


def flows(*lines: str) -> str:
    return PARTS + "".join(f"  - {line}\n" for line in lines)


def pairs(old: str, new: str):
    return [
        (one.ends, one.old is not None, one.new is not None, one.turned)
        for one in paired_flows(workflow(old), workflow(new), {})
    ]


def test_lists_of_ends_are_arrows():
    assert said(flows("A --> C", "B --> C"), flows("A & B --> C")) == []


def test_the_order_of_flows_is_no_change():
    assert said(flows("A --> B", "A -->|x| B"), flows("A -->|x| B", "A --> B")) == []


def test_an_arrow_of_the_same_ends_is_changed_before_another_is_turned():
    assert said(flows("A -->|x| B", "B --> A"), flows("A --> B")) == [
        '~ The flow from A to B has a new label: "x".', "+ The flow from B to A is added.",
    ]  # fmt: skip


def test_an_arrow_to_itself_is_never_turned():
    assert pairs(flows("A --> A"), flows("A -->|x| A")) == [(("A", "A"), True, True, False)]


def test_what_is_gone_comes_last():
    assert pairs(flows("A --> B", "B --> C"), flows("A --> C")) == [
        (("A", "C"), False, True, False), (("A", "B"), True, False, False), (("B", "C"), True, False, False),
    ]  # fmt: skip


def test_a_turned_flow_may_change_too():
    assert said(flows("B -->|x| A"), flows("A --> B")) == [
        "~ The flow from A to B is turned: it goes from B to A.", '~ The flow from B to A has a new label: "x".',
    ]  # fmt: skip
