"""YAML inside of a diagram is texts by their keys, and an error at its line."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.mermaid.yaml_texts import texts_of


def test_scalars_are_texts():
    assert texts_of("a: 1.10\nb: yes\nc: ~\nd: [x]\ne: {f: g}", 1) == {"a": "1.10", "b": "yes"}


def test_what_is_no_mapping_has_none():
    assert texts_of("[a]", 1) == texts_of("", 1) == texts_of("a", 1) == {}


@pytest.mark.parametrize("text", ["a: 1\na: 2", "a: 1\n b: 2", "a: 1\n]", "a: 1\nb: " + "[" * 5_000])
def test_what_cannot_be_read_is_an_error_at_its_line(text):
    with pytest.raises(DiagramError, match="Mermaid reads this as YAML") as refused:
        texts_of(text, 5)
    assert refused.value.line == 6
