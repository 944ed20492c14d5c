"""A document is read with its actions masked, and with all masked that may be one where that is not enough."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.repository.masked import parse_masked
from sphinx_gitops.problems import Span


def parse(text: str):
    return parse_masked(text, 4, lambda line, column: Span("x", line + 1, column + 1))


@pytest.mark.parametrize(
    ("text", "value", "gaps"),
    [
        ("a: b\n", "b", False),
        ("a: {{ .x }}\n", "{{ .x }}", False),
        ("{{ if x }}\na: b\n{{ end }}\n", "b", True),
        ("a: %{x}\n", "%{x}", False),
    ],
)
def test_a_value_stays_as_it_is_written(text, value, gaps):
    parsed, has_gaps = parse(text)
    assert (parsed.tree.get("a").text, has_gaps) == (value, gaps)
    assert parsed.tree.get("a").span.line > 4


def test_what_stays_unreadable_is_said():
    assert parse("a: [\n")[0].error
