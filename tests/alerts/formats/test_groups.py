"""Groups of rules are found wherever they are in a document."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.formats.groups import read_document
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree.documents import parse_all


def read(text: str):
    (document,) = parse_all(text, lambda line, column: Span("x", line + 1, column + 1))
    return list(read_document(document.tree))


@pytest.mark.parametrize(
    ("text", "namespace", "group"),
    [
        ("groups: [{name: g, rules: [{alert: A}]}]", "", "g"),
        ("{name: g, rules: [{alert: A}]}", "", "g"),
        ("team: [{name: g, rules: [{alert: A}]}]", "team", "g"),
        ("{namespace: team, groups: [{name: g, rules: [{alert: A}]}]}", "team", "g"),
        ("a: {b: {groups: [{name: g, rules: [{alert: A}]}]}}", "", "g"),
        ("groups: [{name: g, folder: f, rules: [{title: A, uid: a}]}]", "f", "g"),
        ("{kind: X, metadata: {name: n, namespace: s}, spec: {rules: [{title: A, data: [{}]}]}}", "s", "n"),
    ],
)
def test_a_group_has_its_name_and_namespace(text, namespace, group):
    (found,) = read(text)
    assert (found.name, found.namespace, found.group) == ("A", namespace, group)


@pytest.mark.parametrize("text", ["rules: [{host: a}]", "groups: [{rules: [{record: x}, {expr: up}, text]}]", "groups: [{rules: [{title: A}]}]", "[[1], {}]", "text"])  # fmt: skip
def test_what_is_no_alert_is_left_out(text):
    assert read(text) == []
