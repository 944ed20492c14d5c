"""Placed alerts and findings in, what has to be written into rule files out: addresses of today, and links that lack.

Nothing is written here, and nothing for a file that is rendered before it counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx_gitops.alerts.finding import AlertFinding
from sphinx_gitops.alerts.pages import Pages
from sphinx_gitops.alerts.placing import PlacedAlert
from sphinx_gitops.alerts.reading import AlertFile
from sphinx_gitops.alerts.resolution import written
from sphinx_gitops.problems import Span
from sphinx_gitops.settings import AlertSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressChange:
    """An address of an alert that has to become another, or, without an ``old`` one, a link that it lacks."""

    subject: str
    "The name of the alert."
    span: Span
    "Where the value is; of a link that lacks, where the name of the alert is."
    old: str
    new: str
    value: str = ""
    "The whole value of the annotation, as it is."


def plain_base(settings: AlertSettings) -> str:
    """The first base that is one address, with a slash at its end; empty where each stands for several."""
    found = next((base for base in settings.bases if "*" not in base), "")
    return found if not found or found.endswith("/") else f"{found}/"


def _of_links(placed: PlacedAlert, findings: Mapping[tuple[Span, str], AlertFinding]) -> Iterator[AddressChange]:
    for link in placed.links:
        finding = findings.get((link.annotation.key, link.address))
        if finding and finding.is_sure and not finding.waived:
            one = link.annotation
            yield AddressChange(
                subject=placed.alert.name, span=one.span, old=link.address, new=finding.expected, value=one.value
            )


def changes(
    alerts: Iterable[PlacedAlert], findings: Iterable[AlertFinding], pages: Pages, settings: AlertSettings
) -> tuple[AddressChange, ...]:
    """What would mend the findings that can be mended, and give a link to each alert that a runbook names."""
    known = {
        (one.found, one.actual): one for one in findings if one.code in {"alert-runbook-moved", "alert-runbook-broken"}
    }
    base, found = plain_base(settings), list[AddressChange]()
    for placed in alerts:
        found += _of_links(placed, known)
        spot = placed.spot
        if base and not placed.links and spot and spot.document in pages and not placed.alert.is_templated:
            address = written(base, pages[spot.document], spot.anchor)
            found.append(AddressChange(subject=placed.alert.name, span=placed.alert.span, old="", new=address))
    return tuple(found)


def writable(
    found: Sequence[AddressChange], files: Iterable[AlertFile]
) -> tuple[tuple[AddressChange, ...], tuple[tuple[AddressChange, str], ...]]:
    """The changes that can be written, and the others, each with the reason."""
    known = {file.path: file for file in files}
    can: list[AddressChange] = []
    cannot: list[tuple[AddressChange, str]] = []
    for change in found:
        file = known[change.span.source]
        if file.is_template:
            cannot.append((change, "the file is a template"))
        elif change.span.line in file.embedded or (not change.old and _is_embedded(change, file)):
            cannot.append((change, "the rule is a text in another document"))
        else:
            can.append(change)
    return tuple(can), tuple(cannot)


def _is_embedded(change: AddressChange, file: AlertFile) -> bool:
    return any(alert.span == change.span and alert.span.line in file.embedded for alert in file.alerts)
