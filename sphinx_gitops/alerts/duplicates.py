"""Alerts in, pairs of those that nobody can tell apart out: rules of one name and the same labels.

That is what promtool calls a duplicate. Rules in two namespaces are none, and neither are copies for several clusters:
the same group, of an object of the same name or in a file of the same name, in another folder.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from sphinx_gitops.alerts.alert import Alert
from sphinx_gitops.importers.repository.masking import is_templated


def _labels(alert: Alert) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(alert.labels))


def _identity(alert: Alert) -> Hashable:
    """What two alerts have in common that cannot be told apart."""
    return alert.tool, alert.name, _labels(alert)


def _is_told(first: Alert, second: Alert) -> bool:
    """Whether something else tells two alerts of one name: their namespaces, folders of Grafana, or clusters."""
    namespaces = {first.namespace, second.namespace}
    return (len(namespaces) == 2 and "" not in namespaces) or _is_copy(first, second)


def _is_copy(first: Alert, second: Alert) -> bool:
    """Whether two alerts are of one rule that is written for two clusters."""
    if first.span.source == second.span.source:
        return False
    files = (alert.span.source.rpartition("/")[2] for alert in (first, second))
    same_object = bool(first.owner) and first.owner == second.owner
    return first.group == second.group and (same_object or len(set(files)) == 1)


def duplicates(alerts: Sequence[Alert]) -> Iterator[tuple[Alert, Alert]]:
    """Each alert that another before it cannot be told from, after that one."""
    first: dict[Hashable, list[Alert]] = {}
    for alert in alerts:
        texts = (alert.name, *(value for _, value in alert.labels))
        if any(map(is_templated, texts)):
            continue
        known = first.setdefault(_identity(alert), [])
        same = next((one for one in known if not _is_told(one, alert)), None)
        if same:
            yield same, alert
        else:
            known.append(alert)
