"""A rule of Prometheus in, its alert out; Thanos, Mimir, Loki and VictoriaMetrics have the same form.

https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/
"""

from __future__ import annotations

from sphinx_gitops.alerts.alert import Alert
from sphinx_gitops.alerts.formats.tree import annotations_at, labels_at, summary_of
from sphinx_gitops.importers.documents import scalar_at, text_at
from sphinx_gitops.yamltree import Mapping


def is_rule(rule: Mapping) -> bool:
    """Whether it is the rule of an alert; one that records a series is none."""
    return scalar_at(rule, "alert") is not None


def read_rule(rule: Mapping) -> Alert:
    """The alert of a rule."""
    name, annotations, labels = scalar_at(rule, "alert"), annotations_at(rule, "annotations"), labels_at(rule, "labels")
    assert name is not None
    return Alert(
        name=" ".join(name.text.split()),
        span=name.span,
        severity=dict(labels).get("severity", ""),
        expression=text_at(rule, "expr").strip(),
        summary=summary_of(annotations),
        duration=text_at(rule, "for"),
        annotations=annotations,
        labels=labels,
        start=rule.span.line,
    )
