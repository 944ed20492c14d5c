"""Placed alerts in, which of them a runbook, a component or a name has out; made anew in each build, never pickled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_gitops.ext.domain.entries import ObjectEntry
from sphinx_gitops.suggest import Words

if TYPE_CHECKING:
    from sphinx_gitops.alerts.placing import PlacedAlert

TABLE_ANCHOR = "gitops-alerts"
"""The anchor of the first table of alerts on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRelations:
    """The alerts of a project in the order of their places.

    ``entries`` has the place to which each name leads: its runbook, else its page, else the first table of alerts;
    ``leads`` that of each alert, by the ``id()`` of what is in ``placed``, where it leads to a runbook or a page.
    """

    placed: Sequence[PlacedAlert] = ()
    entries: Mapping[str, ObjectEntry] = field(default_factory=dict)
    leads: Mapping[int, ObjectEntry] = field(default_factory=dict)
    of_runbook: Mapping[str, Sequence[PlacedAlert]] = field(default_factory=dict)
    of_component: Mapping[str, Sequence[PlacedAlert]] = field(default_factory=dict)

    def entry(self, placed: PlacedAlert) -> ObjectEntry | None:
        """Where an alert leads; None where that is nowhere."""
        return self.leads.get(id(placed))

    def runbook(self, name: str) -> tuple[PlacedAlert, ...]:
        """The alerts that lead to a runbook, by its id."""
        return tuple(self.of_runbook.get(name, ()))

    def component(self, name: str) -> tuple[PlacedAlert, ...]:
        """The alerts of a component, by its full name of today."""
        return tuple(self.of_component.get(name, ()))

    @property
    def components(self) -> dict[int, list[str]]:
        """The components of each alert, by the ``id()`` of what is in ``placed``."""
        found: dict[int, list[str]] = {}
        for name, own in self.of_component.items():
            for placed in own:
                found.setdefault(id(placed), []).append(name)
        return found

    def near(self, name: str) -> str:
        """A hint with the names most like one that no alert has, or why one that there is leads nowhere."""
        if any(placed.alert.name == name for placed in self.placed):
            return "; the alert has no runbook here, and there is no table of alerts to lead to"
        return Words({placed.alert.name: placed.alert.name for placed in self.placed}).remedy(name)
