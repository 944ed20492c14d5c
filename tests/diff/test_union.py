"""The workflow of both has everything once, and what is gone where it was."""

from __future__ import annotations

from sphinx_gitops.diff.matching import matched, placed
from sphinx_gitops.diff.union import united
from support.two_versions import OLD, edited, workflow


def both(old: str, new: str):
    one, other = workflow(old), workflow(new)
    return united(one, other, matched(one, other))


def test_a_component_that_is_gone_is_where_it_was():
    found = both(OLD, edited(("BUILD: Build, ", ""), ("BUILD --> TEST --> SCAN", "TEST --> SCAN")))
    assert {name: one.box for name, one in placed(found).items()}["BUILD"] == "build"
    assert [(flow.sources, flow.targets) for flow in found.flows] == [
        (("TEST",), ("SCAN",)), (("SCAN",), ("ARGO",)), (("BUILD",), ("TEST",)),
    ]  # fmt: skip


def test_a_stage_that_is_gone_is_behind_the_one_it_was_behind():
    old = "stages: {a: {components: {A: A}}, b: {components: {B: B}}, c: {components: {C: C}}}"
    assert [stage.id for stage in both(old, "stages: {a: {components: {A: A}}, c: {components: {C: C}}}").stages] == [
        "a",
        "b",
        "c",
    ]
    assert [stage.id for stage in both(old, "stages: {c: {components: {C: C, B: B}}}").stages] == ["a", "b", "c"]


def test_what_moves_out_of_a_stage_that_goes_is_once():
    old = "stages: {a: {components: {A: A, X: X}}, b: {components: {B: B}}}"
    found = both(old, "stages: {b: {components: {B: B, A: A}}}")
    assert {name: one.box for name, one in placed(found).items()} == {"a": "", "X": "a", "b": "", "B": "b", "A": "b"}


def test_an_id_that_another_part_has_now_is_told_apart():
    old = "stages: {s: {components: {A: A, B: B}}}\nflows: [A --> B]"
    found = both(old, "stages: {s: {groups: {A: {components: {C: C}}}, components: {B: B}}}")
    assert sorted(placed(found)) == ["A", "B", "C", "gone.A", "s"]
    assert [(flow.sources, flow.targets) for flow in found.flows] == [(("gone.A",), ("B",))]


def test_flows_between_renamed_parts_have_their_new_ends():
    new = edited(("SCAN: {", "S: {formerly: [SCAN], "), ("TEST --> SCAN", "TEST --> S"), ("  - SCAN --> ARGO\n", ""))
    assert [(flow.sources, flow.targets) for flow in both(OLD, new).flows][-1] == (("S",), ("ARGO",))
