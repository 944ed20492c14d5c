"""Placed alerts and findings in, a page for the review of those on call out, in Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sphinx_gitops.alerts.finding import AlertFinding
from sphinx_gitops.alerts.placing import PlacedAlert
from sphinx_gitops.alerts.resolution import AddressOutcome

_SIGNS = re.compile(r"[\\|*\[{]|(?<!\w)_|_(?!\w)")
_NONE = "none"


def state_of(placed: PlacedAlert, *, resolved: bool = True) -> str:
    """Where an alert leads, in a word; not *resolved* are links where no page or no base is known."""
    if placed.runbooks:
        return "runbook"
    if placed.spot:
        return "page"
    outcomes = {link.resolution.outcome for link in placed.links}
    for outcome in (AddressOutcome.BROKEN, AddressOutcome.UNVERIFIABLE, AddressOutcome.FOREIGN):
        if outcome in outcomes:
            return (
                ("another site" if resolved else "not resolved") if outcome is AddressOutcome.FOREIGN else outcome.value
            )
    return _NONE


def _cell(text: str) -> str:
    """A text in a cell, with signs of Markdown as they are; a backtick is a quote, which needs no backslash."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split())).replace("<", "&lt;").replace("`", "'")


def _row(*cells: str) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _table(*head: str) -> Iterator[str]:
    yield _row(*head)
    yield f"|{'---|' * len(head)}"


def _counts(alerts: Sequence[PlacedAlert]) -> Iterator[str]:
    states = Counter(map(state_of, alerts))
    by_severity: dict[str, Counter[str]] = {}
    for placed in alerts:
        by_severity.setdefault(placed.alert.severity or "without a severity", Counter())[state_of(placed)] += 1
    yield from ("## Where alerts lead", "")
    yield from _table("severity", *states)
    for severity, counts in sorted(by_severity.items()):
        yield _row(severity, *(str(counts[state]) for state in states))
    yield _row("all", *(str(states[state]) for state in states))
    yield ""


def _findings(findings: Sequence[AlertFinding]) -> Iterator[str]:
    yield from ("## To mend", "")
    open_ones = [one for one in findings if one.counts]
    if not open_ones:
        yield from ("Nothing.", "")
        return
    yield from _table("what", "code", "rule", "page")
    for one in open_ones:
        yield _row(
            f"{one.object}: {one.message}" if one.object else one.message,
            one.code,
            *map(_place, (one.found, one.documented)),
        )
    yield ""


def _place(span: object) -> str:
    source, line, *_ = span if isinstance(span, tuple) else ("", 0)
    return f"{source}:{line}" if line else str(source)


def _waived(findings: Sequence[AlertFinding]) -> Iterator[str]:
    accepted = [one for one in findings if one.waived]
    if accepted:
        yield from ("## Accepted", "")
        yield from _table("alert", "code", "reason")
        yield from (_row(one.object, one.code, one.waived) for one in accepted)
        yield ""


def review(alerts: Sequence[PlacedAlert], findings: Sequence[AlertFinding]) -> str:
    """The page, with every alert in the order of rules; no time is in it."""
    return "\n".join(_lines(alerts, findings))


def _lines(alerts: Sequence[PlacedAlert], findings: Sequence[AlertFinding]) -> Iterator[str]:
    yield from ("# Alerts and their runbooks", "")
    if not alerts:
        yield from ("There are no alerts.", "")
        return
    yield from _counts(alerts)
    yield from _findings(findings)
    yield from _waived(findings)
    yield from ("## Every alert", "")
    yield from _table("alert", "severity", "leads to", "where", "rule")
    for placed in alerts:
        alert = placed.alert
        where = ", ".join(placed.runbooks) or next((link.address for link in placed.links), "")
        yield _row(alert.name, alert.severity, state_of(placed), where, f"{alert.span.source}:{alert.span.line}")
    yield ""
