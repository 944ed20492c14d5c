"""Stages, groups and components of a tree: short forms, places of keys, and one message for each mistake."""

from __future__ import annotations

import pytest

from support.mistakes import codes, read


def test_a_text_is_short_for_a_title():
    (stage,) = read("stages: {ci: {components: {A: Build, B: {}}}}").workflow.stages
    assert [(one.id, one.title) for one in stage.components] == [("A", "Build"), ("B", "B")]


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("stages: [ci]", "1:9 wrong-type", "write '  ID: Title' lines, not a list"),
        (
            "stages:\n  ci: {components: {A: a}}\n  flows: [A --> A]",
            "3:3 unknown-key",
            "'flows' is no stage: indent it as far as 'stages'",
        ),
        (
            "stages:\n  ci: {title: CI}\n  components: {A: a}",
            "3:3 unknown-key",
            "indent it as far as the keys of the stage",
        ),
        ("stages: {ci: {components: {A: a, A: b}}}", "1:34 duplicate-key", ""),
        ("stages: {ci: {components: {A: a}}, cd: {components: {A: b}}}", "1:54 duplicate-id", "an id names one thing"),
        (
            "stages: {ci: {components: {A: [x]}}}",
            "1:31 wrong-type",
            "expected a title or a mapping, found a list: write 'A: Title'",
        ),
        ("stages: {ci: {components: {include: x.yaml}}}", "1:28 unknown-key", "write 'ID: {include:"),
        ("stages: {ci: {components: {A: {mark: syn}}}}", "1:38 invalid-value", "did you mean 'sync'?"),
        ("stages: {ci: {components: {A: {tier: prod}}}}", "1:38 ", ""),
    ],
)
def test_a_mistake_is_one_message_at_its_place(text, code, said):
    reading = read(text)
    (found,) = codes(reading)
    assert found.startswith(code)
    assert said in reading.problems[0].message


@pytest.mark.parametrize("formerly", ["A", "B"])
def test_a_former_id_that_is_taken_is_left_out(formerly):
    reading = read(f"stages: {{ci: {{components: {{A: a, B: b, C: {{title: c, formerly: [{formerly}, OLD]}}}}}}}}")
    assert codes(reading) == [f"{reading.problems[0].span.line}:{reading.problems[0].span.column} duplicate-id"]
    assert [one.formerly for one in reading.workflow.components()][-1] == ("OLD",)
