"""A rule as Grafana provisions it."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.alert import Tool
from sphinx_gitops.alerts.formats import grafana
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree.documents import parse_all


def rule(text: str):
    return parse_all(text, lambda line, column: Span("x", line + 1, column + 1))[0].tree


@pytest.mark.parametrize("text", ["{title: A}", "{uid: a}", "{title: A, uid: a, record: {metric: x}}"])
def test_what_is_no_rule(text):
    assert not grafana.is_rule(rule(text))


def test_a_rule_has_the_first_query_its_severity_and_no_link_to_its_panel():
    text = """\
title: A
uid: a
for: 10m
data: [{model: {type: x}}, {model: {expr: 'up == 0 '}}, {model: {rawSql: other}}]
annotations: {__dashboardUid__: d, runbook_url: https://a.example}
labels: {severity: critical}
"""
    found = grafana.read_rule(rule(text))
    assert (found.expression, found.severity, found.duration, found.tool) == (
        "up == 0",
        "critical",
        "10m",
        Tool.GRAFANA,
    )
    assert [one.name for one in found.annotations] == ["runbook_url"]
