"""YAML as it is written: scalars, tags, and what is no text."""

from __future__ import annotations

import pytest

from support.mistakes import codes, read


def test_a_lone_surrogate_in_a_text_is_an_error():
    assert codes(read("stages:\n  ci: \ud800\n")) == ["2:7 yaml-syntax"]


@pytest.mark.parametrize("escape", ["%C0%80", "%ED%A0%80", "%F4%90%80%80"])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# %FF\nstages: {{ci: x}}\ntitle: !<tag:{}> b\n", "3:14"),
        ("stages: {{ci: &a !x{} 'b%FF'}}\n", "1:19"),
        ("stages: {{ci: !%41x{} b}}\n", "1:19"),
        ("%TAG !e! tag:x{},\n---\nstages: {{ci: !e!y b}}\n", "1:15"),
    ],
)
def test_a_tag_that_is_no_text_is_an_error(text, place, escape):
    reading = read(text.format(escape))
    assert codes(reading) == [f"{place} yaml-syntax"]
    assert f"'{escape}' in a tag is no text in UTF-8: write the value without a tag" in str(reading.problems[0])


def test_scalars_stay_as_they_are_written():
    reading = read("stages:\n  on:\n    title: 1.10\n    components: {yes: no, d: 2026-01-01, e: 1e3, f: 0x1F}\n")
    assert not reading.problems
    assert reading.workflow.stages[0].title == "1.10"
    assert [component.title for component in reading.workflow.components()] == ["no", "2026-01-01", "1e3", "0x1F"]
