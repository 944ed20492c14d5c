"""Placed alerts, runbooks and pages in, everything that is wrong between them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from sphinx_gitops.alerts.alert import Alert, AlertWaiver
from sphinx_gitops.alerts.checks import CHECKS, check_severity
from sphinx_gitops.alerts.duplicates import duplicates
from sphinx_gitops.alerts.finding import NOWHERE, AlertFinding
from sphinx_gitops.alerts.pages import PageAnchor, Pages
from sphinx_gitops.alerts.placing import LEADS, AlertLink, PlacedAlert, RunbookPlace, is_named
from sphinx_gitops.alerts.resolution import AddressOutcome, Resolution, written
from sphinx_gitops.alerts.waivers import accepted, faults
from sphinx_gitops.problems import Code, Severity, Span
from sphinx_gitops.runbook import Procedure
from sphinx_gitops.settings import Settings
from sphinx_gitops.suggest import Words


@dataclass(slots=True, kw_only=True)
class AlertExpectations:
    """What is held against each other."""

    alerts: Sequence[PlacedAlert]
    runbooks: Sequence[RunbookPlace]
    pages: Pages
    settings: Settings
    places: Mapping[str, RunbookPlace] = field(init=False)
    "The runbooks by their ids."
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        """Know the runbooks by their names."""
        self.places = {place.runbook.id: place for place in self.runbooks}
        self.words = Words({name: name for name in self.places})

    def severity(self, code: str) -> Severity:
        """How much a finding matters; what does not count has been left out before."""
        return check_severity(code, self.settings.rules) or Severity.INFO


_TEMPLATED = "it may be one whose name is templated"
_Found: TypeAlias = "tuple[AlertFinding, Alert | None]"
"""A finding, and the alert whose rule may accept it."""


def find(contract: AlertExpectations) -> tuple[AlertFinding, ...]:
    """Every finding that counts, by their places, those of rules first; waived ones say why."""
    rules = contract.settings.rules
    found: list[AlertFinding] = []
    used: set[AlertWaiver] = set()
    for finding, alert in (*_of_rules(contract), *((one, None) for one in _of_runbooks(contract))):
        if finding.code not in CHECKS or check_severity(finding.code, rules):
            found.append(accepted(finding, alert.waivers, used) if alert else finding)
    found += faults((waiver for placed in contract.alerts for waiver in placed.alert.waivers), used, rules)
    return tuple(sorted(found, key=lambda one: (not one.at_rule, one.place, one.code)))


def _of_rules(contract: AlertExpectations) -> Iterator[_Found]:
    for placed in contract.alerts:
        alert = placed.alert
        links = [found for link in placed.links if (found := _of_link(contract, placed, link))]
        yield from ((found, alert) for found in links)
        if alert.is_templated and not links:
            message = "its name is templated, so that nothing is known of its runbook"
            yield _at(contract, placed, "alert-unverifiable", message), alert
        elif not placed.links and not placed.bound:
            yield _without(contract, placed), alert
        yield from ((found, alert) for found in _contradictions(contract, placed))
    for first, second in duplicates([placed.alert for placed in contract.alerts]):
        message = "another rule has the same name and the same labels; give one of them another name"
        found = AlertFinding(
            code="alert-duplicate",
            message=message,
            severity=contract.severity("alert-duplicate"),
            found=second.span,
            documented=first.span,
            object=second.name,
            beside="the first",
        )
        yield found, second


def _at(contract: AlertExpectations, placed: PlacedAlert, code: str, message: str) -> AlertFinding:
    alert, severity = placed.alert, contract.severity(code)
    return AlertFinding(code=code, message=message, severity=severity, found=alert.span, object=alert.name)


def _without(contract: AlertExpectations, placed: PlacedAlert) -> AlertFinding:
    """An alert without a runbook: its severity says how much that matters, unless the project does."""
    code, settings, alert = "alert-runbook-none", contract.settings, placed.alert
    names = ", ".join(repr(one.value) for one in alert.annotations if one.name in settings.alerts.annotations)
    nearest = next(iter(contract.words.nearest(alert.name, most=1, cutoff=0.75)), "")
    remedy = f"give it a {settings.alerts.annotations[0]}, " if settings.alerts.annotations else ""
    why = f"there is no runbook: {names} is no address" if names else "there is no runbook"
    hint = f"; did you mean {nearest!r}?" if nearest else ""
    message = f"{why}; {remedy}or name it in the alerts of a runbook{hint}"
    found = _at(contract, placed, code, message)
    if code not in settings.rules.severities and alert.severity in settings.alerts.required:
        found = replace(found, severity=Severity.WARNING)
    return replace(found, documented=contract.places[nearest].span, beside="that runbook") if nearest else found


def _of_link(contract: AlertExpectations, placed: PlacedAlert, link: AlertLink) -> AlertFinding | None:
    resolution, name = link.resolution, link.annotation.name
    base = AlertFinding(
        code="",
        message="",
        severity=Severity.INFO,
        found=link.annotation.key,
        object=placed.alert.name,
        field=name,
        actual=link.address,
        expected=resolution.address,
        is_sure=resolution.is_sure and bool(resolution.address),
    )
    match resolution.outcome:
        case AddressOutcome.UNVERIFIABLE:
            code, message = "alert-unverifiable", f"where its {name} leads is templated: {link.address!r}"
        case AddressOutcome.BROKEN:
            what = "page" if resolution.missing == "page" else "anchor on that page"
            nearest = f"; nearest is {resolution.address}" if resolution.address else ""
            code, message = "alert-runbook-broken", f"its {name} {link.address} has no {what}"
            own = None if resolution.is_sure else _naming(contract, placed)
            if own and own.spot.document in contract.pages:
                return _named(contract, replace(base, code=code, message=message), own, resolution)
            message += nearest
        case AddressOutcome.MOVED:
            why = "works by a former id or a redirect alone"
            code, message = "alert-runbook-moved", f"its {name} {link.address} {why}; write {resolution.address}"
        case _:
            return None
    documented, beside = _documented(contract, link, resolution.spot)
    severity = contract.severity(code)
    return replace(base, code=code, message=message, severity=severity, documented=documented, beside=beside)


def _naming(contract: AlertExpectations, placed: PlacedAlert) -> RunbookPlace | None:
    """The one runbook that has an alert's name among its alerts, where none of the alert's links leads anywhere."""
    places = [contract.places[name] for name in placed.bound]
    exact = [place for place in places if placed.alert.name in place.runbook.alerts]
    led = any(link.spot for link in placed.links)
    return exact[0] if len(exact) == 1 and not led else None


def _named(
    contract: AlertExpectations, found: AlertFinding, place: RunbookPlace, resolution: Resolution
) -> AlertFinding:
    """A broken link of an alert that a runbook names: that is what is meant."""
    address = written(resolution.base, contract.pages[place.spot.document], place.spot.anchor)
    return replace(
        found,
        message=f"{found.message}; the runbook {place.runbook.id!r} names the alert: write {address}",
        severity=contract.severity(found.code),
        expected=address,
        is_sure=True,
        documented=place.alerts_span,
        beside="that runbook",
    )


def _documented(contract: AlertExpectations, link: AlertLink, spot: PageAnchor | None) -> tuple[Span, str]:
    """The place in the pages that a link may mean; the folder that still is where nothing is near."""
    pages = contract.pages
    if spot:
        return pages.span(spot), "there" if link.resolution.outcome in LEADS else "the nearest"
    folder = pages.folder(link.resolution.path)
    return (Span(folder, 0), "") if folder else (NOWHERE, "")


def _contradictions(contract: AlertExpectations, placed: PlacedAlert) -> Iterator[AlertFinding]:
    """A runbook names the alert, and the alert's link leads to another runbook, or to another page."""
    led = [link for link in placed.links if link.spot]
    for name in placed.bound if led else ():
        place = contract.places[name]
        if any(link.runbook == name or _is_beside(link, place.spot) for link in led):
            continue
        link = led[0].annotation
        yield AlertFinding(
            code=Code.CONTRADICTION.value,
            message=f"the runbook {name!r} names it, and its {link.name} leads elsewhere: keep one of them",
            severity=Severity.WARNING,
            found=link.key,
            documented=place.alerts_span,
            object=placed.alert.name,
            field=link.name,
            actual=led[0].address,
            beside="that runbook",
        )


def _is_beside(link: AlertLink, spot: PageAnchor) -> bool:
    """Whether a link leads to the page of a runbook, and to no other runbook."""
    return link.spot is not None and not link.runbook and link.spot.document == spot.document


def _of_runbooks(contract: AlertExpectations) -> Iterator[AlertFinding]:
    names = {placed.alert.name for placed in contract.alerts}
    used = {book for placed in contract.alerts for book in placed.runbooks}
    known = Words({name: name for name in names})
    masked = any(placed.alert.is_templated for placed in contract.alerts)
    for place in contract.runbooks:
        book = place.runbook
        for pattern in book.alerts:
            if pattern not in names and not any(is_named(name, pattern) for name in names):
                why = "there is no alert in the files of rules" if not names else _TEMPLATED if masked else ""
                yield _unmatched(place, pattern, known, why)
        if book.id not in used and book.procedure is not Procedure.DEPLOYMENT:
            yield AlertFinding(
                code="runbook-unused",
                message="no alert leads to it",
                severity=contract.severity("runbook-unused"),
                documented=place.span,
                object=book.id,
                at_rule=False,
            )


def _unmatched(place: RunbookPlace, pattern: str, known: Words, masked: str) -> AlertFinding:
    """A name of a runbook that no alert has; *masked* says why nobody can tell, or is empty."""
    code = "alert-unverifiable" if masked else Code.UNKNOWN_ID.value
    why = masked or "there is no such alert"
    return AlertFinding(
        code=code,
        message=f"the runbook names the alert {pattern!r}, and {why}{known.remedy(pattern)}",
        severity=Severity.INFO if masked else Severity.WARNING,
        documented=place.alerts_span,
        object=place.runbook.id,
        field="alerts",
        actual=pattern,
        at_rule=False,
    )
