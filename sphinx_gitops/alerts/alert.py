"""What an alert is: frozen data, whichever tool fires it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from sphinx_gitops.alerts.addresses import addresses_in
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.problems import Span


class Tool(Enum):
    """What evaluates the rule of an alert."""

    PROMETHEUS = "prometheus"
    "Prometheus, and what reads its rules: Thanos, Mimir, Loki, VictoriaMetrics."
    GRAFANA = "grafana"
    FLUX = "flux"


class Annotation(NamedTuple):
    """One annotation: its name and value as they are written, and where each is."""

    name: str
    value: str
    key: Span
    span: Span

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses that it has; its whole value where that is a template of one."""
        found = tuple(addresses_in(self.value))
        value = self.value.strip()
        return found or ((value,) if is_templated(value) else ())


class AlertWaiver(NamedTuple):
    """A finding that is accepted: its code and the reason, from a comment of the rule's file."""

    code: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One alert; what its rule does not say is empty. ``span`` is where its name is written.

    ``owner`` is the object that has the rule, as ``KIND/NAMESPACE/NAME``; ``sources`` are the objects that it watches,
    likewise. ``waivers`` are those of its rule and of its file.
    """

    name: str
    span: Span
    tool: Tool = Tool.PROMETHEUS
    severity: str = ""
    group: str = ""
    namespace: str = ""
    owner: str = ""
    expression: str = ""
    summary: str = ""
    duration: str = ""
    annotations: tuple[Annotation, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    waivers: tuple[AlertWaiver, ...] = ()
    start: int = 0
    "The first line of its rule."

    @property
    def is_templated(self) -> bool:
        """Whether only a renderer knows its name."""
        return is_templated(self.name)

    def links(self, names: tuple[str, ...]) -> Iterator[tuple[Annotation, str]]:
        """The addresses in its annotations of these names, in the order of the names."""
        for name in names:
            for annotation in self.annotations:
                if annotation.name == name:
                    yield from ((annotation, address) for address in annotation.addresses)

    def label(self, name: str) -> str:
        """The value of a label; empty where it has none."""
        return dict(self.labels).get(name, "")
