"""``styles`` of a workflow: colours for light and dark, each fault at its place."""

from __future__ import annotations

import pytest

from support.mistakes import codes, read


def styles(text: str):
    reading = read(f"stages: {{s: {{components: {{A: a}}}}}}\nstyles: {text}\n")
    return reading.workflow.styles, reading


def test_what_is_outside_light_and_dark_counts_for_both():
    (style,), reading = styles(
        "{mine: {fill: '#FFF', stroke: '#123456', text: '#000', dark: {fill: '#222', text: '#eee'}}}"
    )
    assert reading.problems == ()
    assert style.name == "mine"
    assert style.light == ("#fff", "#123456", "#000")
    assert style.dark == ("#222", "#123456", "#eee")


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("red", "wrong-type", "a mapping of classes"),
        ("{mine: red}", "wrong-type", "a mapping with fill, stroke and text"),
        ("{mine: {fill: red}}", "invalid-colour", "write a quoted hex colour such as '#1565c0'"),
        ("{mine: {fil: '#fff'}}", "unknown-key", "did you mean 'fill'?"),
        ("{mine: {zzz: '#fff'}}", "unknown-key", "expected one of fill, stroke, text, light, dark"),
        ("{mine: {light: [a]}}", "wrong-type", "expected fill, stroke and text, found a list"),
        ("{'a b': {fill: '#fff', stroke: '#000', text: '#000'}}", "invalid-id", ""),
        (
            "{soruce: {fill: '#fff', stroke: '#000', text: '#000'}}",
            "unknown-class",
            "the class 'soruce' is new; did you mean 'source'?",
        ),
    ],
)
def test_a_fault_is_told_at_its_place_and_the_workflow_stays(text, code, said):
    _, reading = styles(text)
    (found,) = codes(reading)
    assert found.startswith("2:")
    assert found.endswith(f" {code}")
    assert said in reading.problems[0].message
    assert [part.id for part in reading.workflow.parts()] == ["s", "A"]
