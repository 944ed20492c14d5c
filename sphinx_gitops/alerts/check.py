"""Rule files, a finished build and the settings of a project in, placed alerts and every finding of them out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sphinx_gitops.alerts.finding import AlertFinding
from sphinx_gitops.alerts.findings import AlertExpectations, find
from sphinx_gitops.alerts.pages import Pages
from sphinx_gitops.alerts.placing import PlacedAlert, RunbookPlace, place_alerts
from sphinx_gitops.alerts.reading import AlertFile
from sphinx_gitops.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertOutcome:
    """The alerts with where each leads, and what is wrong with them."""

    alerts: tuple[PlacedAlert, ...]
    findings: tuple[AlertFinding, ...]

    @property
    def fails(self) -> bool:
        """Whether a command fails."""
        return any(finding.counts for finding in self.findings)


def check_alerts(
    files: Iterable[AlertFile], runbooks: Iterable[RunbookPlace], pages: Pages, settings: Settings
) -> AlertOutcome:
    """Hold the alerts of rule files against runbooks and pages. Raises nothing."""
    alerts = [alert for file in files for alert in file.alerts]
    books = list(runbooks)
    placed = place_alerts(alerts, books, pages, settings.alerts)
    contract = AlertExpectations(alerts=placed, runbooks=books, pages=pages, settings=settings)
    return AlertOutcome(alerts=placed, findings=find(contract))
