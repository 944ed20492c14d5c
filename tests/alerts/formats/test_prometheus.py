"""A rule of Prometheus."""

from __future__ import annotations

from sphinx_gitops.alerts.formats import prometheus
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree.documents import parse_all


def rule(text: str):
    return parse_all(text, lambda line, column: Span("x", line + 1, column + 1))[0].tree


def test_a_rule_that_records_is_none():
    assert not prometheus.is_rule(rule("{record: x, expr: up}"))
    assert prometheus.is_rule(rule("{alert: A}"))


def test_the_annotations_say_what_it_is_about():
    found = prometheus.read_rule(rule("{alert: ' A ', annotations: {description: 'long', message: short, n: ~, l: [1]}}"))  # fmt: skip
    assert (found.name, found.summary, len(found.annotations)) == ("A", "short", 2)
