"""The tree of a document in, the alerts of every group of rules in it out, wherever that is.

Rules are in files of their own, in objects (``PrometheusRule``, ``VMRule``, ``GrafanaAlertRuleGroup``), in lists of
them, and in the values of charts; a group is a mapping whose ``rules`` has the rule of an alert.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sphinx_gitops.alerts.alert import Alert
from sphinx_gitops.alerts.formats import flux, grafana, prometheus
from sphinx_gitops.alerts.formats.tree import labels_at, owner_of
from sphinx_gitops.importers.documents import mappings_at, scalar_at, text_at
from sphinx_gitops.yamltree import Mapping, Sequence, Tree

_PLAIN = frozenset({"groups", "rules", "spec", "items"})
"""Keys that name no namespace."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What is said around a group."""

    owner: str = ""
    namespace: str = ""
    name: str = ""
    "The name of the object, for a group that has none of its own."


def _entered(tree: Mapping, around: _Around) -> _Around:
    """What is known inside of a mapping."""
    owner = owner_of(tree)
    if owner:
        return _Around(owner, text_at(tree, "metadata", "namespace"), text_at(tree, "metadata", "name"))
    namespace = text_at(tree, "namespace")
    return replace(around, namespace=namespace) if namespace and "groups" in _keys(tree) else around


def _keys(tree: Mapping) -> list[str]:
    return [key.text for key, _ in tree.entries]


def _alerts(group: Mapping, around: _Around) -> Iterator[Alert]:
    name, shared = text_at(group, "name") or around.name, labels_at(group, "labels")
    namespace = around.namespace or text_at(group, "folder")
    for rule in mappings_at(group, "rules"):
        reader = prometheus if prometheus.is_rule(rule) else grafana if grafana.is_rule(rule) else None
        if reader is None:
            continue
        alert = reader.read_rule(rule)
        labels = tuple({**dict(shared), **dict(alert.labels)}.items())
        severity = alert.severity or dict(shared).get("severity", "")
        yield replace(alert, group=name, namespace=namespace, owner=around.owner, labels=labels, severity=severity)


def _is_group(tree: Mapping) -> bool:
    return any(
        prometheus.is_rule(rule) or grafana.is_rule(rule) or scalar_at(rule, "record")
        for rule in mappings_at(tree, "rules")
    )


def read_document(tree: Tree, around: _Around = _Around()) -> Iterator[Alert]:
    """Every alert of a document, in its order."""
    if isinstance(tree, Sequence):
        for item in tree.items:
            yield from read_document(item, around)
    elif isinstance(tree, Mapping):
        if flux.is_alert(tree):
            alert = flux.read_alert(tree)
            yield from [alert] if alert else []
            return
        around = _entered(tree, around)
        if _is_group(tree):
            yield from _alerts(tree, around)
            return
        for key, value in tree.entries:
            named = not around.namespace and key.text not in _PLAIN and isinstance(value, Sequence)
            yield from read_document(value, replace(around, namespace=key.text) if named else around)
