"""Rules that nobody can tell apart."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.alert import Alert, Tool
from sphinx_gitops.alerts.duplicates import duplicates
from sphinx_gitops.problems import Span


def alert(source: str = "a.yaml", line: int = 1, **more: object) -> Alert:
    return Alert(**{"name": "A", "group": "g", **more}, span=Span(source, line))


@pytest.mark.parametrize(
    "other",
    [
        {"line": 9},
        {"line": 9, "expression": "other"},
        {"source": "b.yaml"},
        {"source": "prod/a.yaml", "group": "h"},
    ],
)
def test_two_rules_of_one_name_and_the_same_labels_are_a_pair(other):
    first, second = alert(), alert(**other)
    assert list(duplicates([first, second])) == [(first, second)]


@pytest.mark.parametrize(
    "other",
    [
        {"name": "B"},
        {"labels": (("severity", "critical"),)},
        {"tool": Tool.FLUX},
        {"source": "prod/a.yaml"},
    ],
)
def test_what_tells_two_rules_apart(other):
    assert list(duplicates([alert(), alert(**{"line": 9, **other})])) == []


def test_an_object_of_the_same_name_in_another_file_is_a_copy_for_another_cluster():
    pair = [alert(owner="PrometheusRule/x/db"), alert("prod/db-rules.yaml", owner="PrometheusRule/x/db")]
    assert list(duplicates(pair)) == []


def test_templated_names_and_labels_tell_nothing():
    assert list(duplicates([alert(name="{{ x }}"), alert(name="{{ x }}")])) == []
    labels = (("severity", "${SEVERITY}"),)
    assert list(duplicates([alert(labels=labels), alert(labels=labels)])) == []


def test_two_namespaces_tell_rules_apart_and_one_that_is_not_known_does_not():
    a, b, unknown = alert(namespace="a"), alert(line=9, namespace="b"), alert(line=12)
    assert list(duplicates([a, b])) == []
    assert list(duplicates([a, b, unknown])) == [(a, unknown)]
