"""Every key of the format, misspelt, of the wrong type, twice, empty and on the wrong thing: one error at its place each."""

from __future__ import annotations

import pytest

from sphinx_gitops.format import COMPONENT, FLOW, GROUP, STAGE, WORKFLOW, Key, Value
from support.mistakes import codes, kept, read

TAIL = "stages:\n  ci:\n    components:\n      A: One\n      B: Two\n"
PLACES = {
    "workflow": (WORKFLOW, "{}" + TAIL, "ci A B"),
    "stage": (STAGE, "stages:\n  ci:\n    {}", "ci"),
    "group": (GROUP, "stages:\n  ci:\n    groups:\n      g:\n        {}", "ci g"),
    "component": (COMPONENT, "stages:\n  ci:\n    components:\n      A:\n        {}", "ci A"),
    "flow": (FLOW, TAIL + "flows:\n  -\n    from: A\n    to: B\n    {}", "ci A B; 1 arrow"),
}
"""Where keys stand: a text with room for lines, and what is drawn of it whatever stands there."""
GOOD = {
    Value.WORKFLOW_ID: "w", Value.DIRECTION: "LR", Value.STAGE_KIND: "ci", Value.KIND: "build", Value.FLOW_KIND: "sync",
    Value.CLASS: "ops", Value.MARK: "sync", Value.TIER: "staging", Value.URL: "https://a.example", Value.LINKS: "{x: 'mailto:y'}",
    Value.WAIVE: "{rule: why}", Value.STYLES: "{ops: {fill: '#ffffff', text: '#000000'}}", Value.ENDS: "A", Value.STAGES: "{ci: X}",
    Value.GROUPS: "{h: X}", Value.COMPONENTS: "{Z: X}", Value.FLOWS: "[ci --> ci]",
}  # fmt: skip
LISTS = {Value.IDS, Value.TEXTS, Value.ENDS, Value.FLOWS, Value.MANIFEST}
KEYS = [
    pytest.param(where, key, id=f"{where}.{key.name}")
    for where, (keys, _, _) in PLACES.items()
    for key in keys
    if (where, key.name) != ("workflow", "stages")
]
ENDS = ("from", "to")


def text(where: str, *lines: str) -> tuple[str, int, int]:
    """A workflow with *lines* at a place, and the line and column of the first of them."""
    before, after = PLACES[where][1].split("{}")
    indent = len(before) - len(before.rstrip(" "))
    body = before + ("\n" + " " * indent).join(lines) + "\n" + after
    return body, before.count("\n") + 1, indent + 1


def value(key: Key) -> str:
    return GOOD.get(key.value, "X")


def without(where: str, key: Key) -> str:
    """The place without the key that the test writes itself."""
    return where if key.name not in ENDS else "flow-without-" + key.name


for end in ENDS:
    other = TAIL + f"flows:\n  -\n    {'to' if end == 'from' else 'from'}: B\n    {{}}"
    PLACES["flow-without-" + end] = (FLOW, other, "ci A B")


@pytest.mark.parametrize(("where", "key"), KEYS)
def test_a_misspelt_key(where, key):
    wrong = key.name[:-1] + "qq"
    body, line, column = text(where, f"{wrong}: {value(key)}")
    reading = read(body)
    assert codes(reading) == [f"{line}:{column} unknown-key"]
    assert f"unknown key '{wrong}'" in str(reading.problems[0])
    assert kept(reading.workflow) == PLACES[where][2]


@pytest.mark.parametrize(("where", "key"), KEYS)
def test_a_key_in_capitals_names_the_right_one(where, key):
    body, line, column = text(where, f"{key.name.upper()}: {value(key)}")
    reading = read(body)
    assert codes(reading) == [f"{line}:{column} unknown-key"]
    assert f"did you mean '{key.name}'?" in str(reading.problems[0])


@pytest.mark.parametrize(("where", "key"), KEYS)
def test_a_key_that_stands_twice(where, key):
    line_of_it = f"{key.name}: {value(key)}"
    body, line, column = text(without(where, key), line_of_it, line_of_it)
    assert codes(read(body)) == [f"{line + 1}:{column} duplicate-key"]


@pytest.mark.parametrize(("where", "key"), [one for one in KEYS if one.values[1].value is not Value.MANIFEST])
def test_a_value_of_the_wrong_type(where, key):
    wrong = "{q: {r: s}}" if key.value in LISTS else "[[q]]"
    body, line, column = text(without(where, key), f"{key.name}: {wrong}")
    reading = read(body)
    assert codes(reading) == [f"{line}:{column + len(key.name) + 2} wrong-type"]
    assert kept(reading.workflow) == PLACES[without(where, key)][2]


@pytest.mark.parametrize(("where", "key"), KEYS)
def test_an_empty_value_is_its_default(where, key):
    body, line, column = text(without(where, key), f"{key.name}:")
    reading = read(body)
    assert codes(reading) == ([f"{line - 1}:{column} missing-key"] if key.name in ENDS else [])
    assert kept(reading.workflow) == PLACES[without(where, key)][2]


@pytest.mark.parametrize("end", ENDS)
def test_a_flow_without_an_end(end):
    body, line, column = text("flow-without-" + end, "label: x")
    assert codes(read(body)) == [f"{line - 1}:{column} missing-key"]


@pytest.mark.parametrize(
    ("where", "key"),
    [
        pytest.param(where, key, id=f"{key.name} on a {where}")
        for where, (keys, _, _) in PLACES.items()
        for others, _, _ in PLACES.values()
        for key in {key.name: key for key in others}.values()
        if where in {"workflow", "stage", "group", "component", "flow"} and key.name not in {known.name for known in keys}
    ],
)  # fmt: skip
def test_a_key_of_something_else(where, key):
    body, line, column = text(where, f"{key.name}: X")
    reading = read(body)
    assert codes(reading) == [f"{line}:{column} unknown-key"]
    assert kept(reading.workflow) == PLACES[where][2]
