"""What the formats have in common."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.formats.tree import labels_at, owner_of, summary_of
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree.documents import parse_all


def tree(text: str):
    return parse_all(text, lambda line, column: Span("x", line + 1, column + 1))[0].tree


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("{kind: K, metadata: {name: n, namespace: s}}", "K/s/n"),
        ("{kind: K, metadata: {name: n}}", "K/n"),
        ("{kind: K}", ""),
        ("{metadata: {name: n}}", ""),
    ],
)
def test_an_object_has_a_name(text, owner):
    assert owner_of(tree(text)) == owner


def test_what_is_no_text_is_no_label_and_nothing_says_nothing():
    assert labels_at(tree("labels: {a: b, c: ~, d: [e]}"), "labels") == (("a", "b"),)
    assert summary_of(()) == ""
