"""Alerts, runbooks and pages in, where each alert leads out: by its links, and by the runbooks that name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from sphinx_gitops.alerts.addresses import Bases
from sphinx_gitops.alerts.alert import Alert, Annotation
from sphinx_gitops.alerts.pages import PageAnchor, Pages
from sphinx_gitops.alerts.resolution import AddressOutcome, Resolution, resolve
from sphinx_gitops.problems import Span
from sphinx_gitops.runbook import Runbook
from sphinx_gitops.settings import AlertSettings

_WILD = frozenset("*?[")
LEADS = frozenset({AddressOutcome.RESOLVED, AddressOutcome.MOVED})
"""The outcomes of a link by which somebody gets to a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunbookPlace:
    """A runbook: its anchor, where it is written, and where it names its alerts.

    ``anchors`` are the others of its page that mean it: those within it, and that of a section in which it is the only
    one.
    """

    runbook: Runbook
    spot: PageAnchor
    span: Span
    alerts_span: Span
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AlertLink:
    """One address of an annotation, where it leads, and the id of the runbook that this means, or empty."""

    annotation: Annotation
    address: str
    resolution: Resolution
    runbook: str = ""

    @property
    def spot(self) -> PageAnchor | None:
        """The place to which it leads; None where that is nowhere here."""
        return self.resolution.spot if self.resolution.outcome in LEADS else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedAlert:
    """An alert with its links; ``runbooks`` are the ids of those it leads to, ``bound`` of those that name it.

    ``spot`` is where a reader is sent: the place of its first link that leads somewhere, else its first runbook.
    """

    alert: Alert
    links: tuple[AlertLink, ...] = ()
    runbooks: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    spot: PageAnchor | None = None


@dataclass(slots=True)
class _Patterns:
    """The names and globs of runbooks, by what they match."""

    exact: dict[str, list[str]]
    globs: list[tuple[str, str]]

    @classmethod
    def of(cls, runbooks: Iterable[RunbookPlace]) -> _Patterns:
        found = cls({}, [])
        for place in runbooks:
            for pattern in place.runbook.alerts:
                found.exact.setdefault(pattern, []).append(place.runbook.id)
                if not _WILD.isdisjoint(pattern):
                    found.globs.append((pattern, place.runbook.id))
        return found

    def of_alert(self, name: str) -> Iterator[str]:
        yield from self.exact.get(name, ())
        yield from (book for pattern, book in self.globs if fnmatchcase(name, pattern))


def is_named(name: str, pattern: str) -> bool:
    """Whether a name or glob of a runbook means an alert; a name that reads like a glob means itself, too."""
    return name == pattern or fnmatchcase(name, pattern)


def place_alerts(
    alerts: Iterable[Alert], runbooks: Sequence[RunbookPlace], pages: Pages, settings: AlertSettings
) -> tuple[PlacedAlert, ...]:
    """Each alert with where it leads, in their order."""
    bases, patterns = Bases(settings.bases), _Patterns.of(runbooks)
    of_page: dict[str, list[str]] = {}
    for place in runbooks:
        of_page.setdefault(place.spot.document, []).append(place.runbook.id)
    spots = {place.spot._replace(anchor=name): place.runbook.id for place in runbooks for name in place.anchors}
    spots |= {place.spot: place.runbook.id for place in runbooks}
    places = {place.runbook.id: place.spot for place in runbooks}
    known: dict[str, Resolution] = {}

    def link(annotation: Annotation, address: str) -> AlertLink:
        if address not in known:
            known[address] = resolve(address, bases, pages)
        found = AlertLink(annotation, address, known[address])
        return replace(found, runbook=runbook(found.spot)) if found.spot else found

    def runbook(spot: PageAnchor) -> str:
        """The runbook that a place means; the only one of a page where the page as a whole is named."""
        on_page = of_page.get(spot.document, [])
        return spots.get(spot, on_page[0] if not spot.anchor and len(on_page) == 1 else "")

    def placed(alert: Alert) -> PlacedAlert:
        links = tuple(link(*one) for one in alert.links(settings.annotations))
        found = [one.spot for one in links if one.spot]
        bound = tuple(dict.fromkeys(patterns.of_alert(alert.name)))
        books = tuple(dict.fromkeys(filter(None, (*(one.runbook for one in links), *bound))))
        spot = found[0] if found else places[books[0]] if books else None
        return PlacedAlert(alert=alert, links=links, runbooks=books, bound=bound, spot=spot)

    return tuple(map(placed, alerts))
