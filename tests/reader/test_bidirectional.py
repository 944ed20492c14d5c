"""Marks of direction end with their text."""

from __future__ import annotations

import pytest

from support.mistakes import read


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\u202eabc", "\u202eabc\u202c"),
        ("\u2067\u202aabc\u2069", "\u2067\u202aabc\u202c\u2069"),
        ("abc\u202c\u2069", "abc"),
        ("\u2066abc\u2069", "\u2066abc\u2069"),
    ],
)
def test_a_direction_mark_ends_with_its_text(text, shown):
    """It cannot turn around what stands beside it on the page."""
    escaped = "".join(f"\\u{ord(character):04x}" for character in text)
    workflow = read(
        f'stages:\n  s:\n    components:\n      A: "{escaped}"\n      B: b\nflows: [{{from: A, to: B, label: "{escaped}"}}]\n'
    ).workflow
    assert next(workflow.components()).title == shown
    assert workflow.flows[0].label == shown
