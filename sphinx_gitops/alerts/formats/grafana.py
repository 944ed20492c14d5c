"""An alert rule as Grafana provisions it in, its alert out.

https://grafana.com/docs/grafana/latest/alerting/set-up/provision-alerting-resources/file-provisioning/
"""

from __future__ import annotations

from sphinx_gitops.alerts.alert import Alert, Tool
from sphinx_gitops.alerts.formats.tree import annotations_at, labels_at, summary_of
from sphinx_gitops.importers.documents import mappings_at, scalar_at, text_at
from sphinx_gitops.yamltree import Mapping

_OWN = ("uid", "data", "condition")
"""The keys of which a rule of Grafana has at least one."""
_PANEL = ("__dashboardUid__", "dashboardUid")


def is_rule(rule: Mapping) -> bool:
    """Whether it is an alert rule of Grafana; one that records a series is none."""
    return scalar_at(rule, "title") is not None and any(rule.get(key) for key in _OWN) and not rule.get("record")


def _expression(rule: Mapping) -> str:
    """The first query of the rule, in the words of its data source."""
    texts = (text_at(query, "model", key) for query in mappings_at(rule, "data") for key in ("expr", "query", "rawSql"))
    return next((text.strip() for text in texts if text), "")


def read_rule(rule: Mapping) -> Alert:
    """The alert of a rule."""
    title, labels = scalar_at(rule, "title"), labels_at(rule, "labels")
    assert title is not None
    annotations = tuple(one for one in annotations_at(rule, "annotations") if one.name not in _PANEL)
    return Alert(
        name=" ".join(title.text.split()),
        span=title.span,
        tool=Tool.GRAFANA,
        severity=dict(labels).get("severity", ""),
        expression=_expression(rule),
        summary=summary_of(annotations),
        duration=text_at(rule, "for"),
        annotations=annotations,
        labels=labels,
        start=rule.span.line,
    )
