"""A build in which all has been read in, its alerts placed and every finding of them out, once a build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx

from sphinx_gitops.ext.config import settings
from sphinx_gitops.ext.domain.alert_relations import TABLE_ANCHOR, AlertRelations
from sphinx_gitops.ext.domain.domain import GitOpsDomain, gitops_domain
from sphinx_gitops.ext.domain.entries import ObjectEntry
from sphinx_gitops.model import Component

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_gitops.alerts.files import GlobFiles
    from sphinx_gitops.alerts.finding import AlertFinding
    from sphinx_gitops.alerts.pages import PageAnchor, Pages
    from sphinx_gitops.alerts.placing import PlacedAlert

_found: WeakKeyDictionary[Sphinx, tuple[GlobFiles, tuple[AlertFinding, ...]]] = WeakKeyDictionary()
"""The rule files of each application's build, and what is wrong with its alerts."""


def sources_of(app: Sphinx) -> GlobFiles | None:
    """The rule files of this build; None where the project names none, and before all has been read."""
    return _found[app][0] if app in _found else None


def findings_of(app: Sphinx) -> tuple[AlertFinding, ...]:
    """What is wrong with the alerts of this build."""
    return _found[app][1] if app in _found else ()


def _components(domain: GitOpsDomain) -> Iterator[tuple[str, Component]]:
    """Every component with what its description adds, by its full name."""
    relations = domain.relations
    for name in relations.workflows():
        for component in relations.around(name).components.values():
            full_name = f"{name}.{component.id}"
            yield full_name, relations.refined(full_name, component)


def _place(placed: PlacedAlert, runbooks: Mapping[str, PageAnchor]) -> PageAnchor | None:
    """Where an alert leads; of a page whose only runbook it means, to that."""
    spot = placed.spot
    return runbooks[placed.runbooks[0]] if spot and placed.runbooks and not spot.anchor else spot


def _entry(placed: PlacedAlert, spot: PageAnchor | None, pages: Pages) -> ObjectEntry | None:
    """A place as one to which the name of an alert leads; None where it is none of a document."""
    if spot is None or spot.document not in pages or not pages[spot.document].source:
        return None
    anchor = spot.anchor or next(iter(pages[spot.document].anchors or ()), "")
    alert = placed.alert
    label = (spot.document, anchor, alert.name)
    return ObjectEntry(label, "alert", alert.severity, alert.group, former=False, current=alert.name)


def _table(domain: GitOpsDomain) -> str:
    """The first document with a table of alerts."""
    with_tables = (
        docname
        for docname, record in sorted(domain.documents.items())
        if any(getattr(query, "subject", "") == "alerts" for query in record.tables)
    )
    return next(with_tables, "")


def _grouped(pairs: Iterable[tuple[str, PlacedAlert]]) -> Mapping[str, Sequence[PlacedAlert]]:
    found: dict[str, list[PlacedAlert]] = {}
    for name, placed in pairs:
        found.setdefault(name, []).append(placed)
    return found


def _relations(
    domain: GitOpsDomain, placed: tuple[PlacedAlert, ...], runbooks: Mapping[str, PageAnchor], pages: Pages
) -> AlertRelations:
    from sphinx_gitops.alerts.components import alerts_of_components  # noqa: PLC0415 - few projects name rule files
    from sphinx_gitops.alerts.pages import PageAnchor  # noqa: PLC0415 - the same

    entries: dict[str, ObjectEntry] = {}
    leads: dict[int, ObjectEntry] = {}
    table = _table(domain)
    for one in sorted(placed, key=lambda one: (not one.runbooks, one.spot is None)):
        led = _entry(one, _place(one, runbooks), pages)
        if led:
            leads[id(one)] = led
        named = led or _entry(one, PageAnchor(table, TABLE_ANCHOR) if table else None, pages)
        if named and not one.alert.is_templated:
            entries.setdefault(one.alert.name, named)
    numbers = alerts_of_components(_components(domain), [one.alert for one in placed])
    return AlertRelations(
        placed=placed,
        entries=dict(sorted(entries.items())),
        leads=leads,
        of_runbook=_grouped((book, one) for one in placed for book in one.runbooks),
        of_component={name: [placed[number] for number in own] for name, own in numbers.items()},
    )


def place(app: Sphinx, env: BuildEnvironment) -> None:
    """Read the rule files, and hold alerts, runbooks and pages against each other."""
    domain, own = gitops_domain(env), settings(app.config)
    domain.index.inside = None
    if not own.alerts.globs:
        domain.alerts = AlertRelations()
        _found.pop(app, None)
        return
    from sphinx_gitops.alerts.files import read_sources  # noqa: PLC0415 - few projects name rule files
    from sphinx_gitops.alerts.findings import AlertExpectations, find  # noqa: PLC0415 - the same
    from sphinx_gitops.alerts.placing import place_alerts  # noqa: PLC0415 - the same
    from sphinx_gitops.ext.alerts.pages import pages_of, runbooks_of  # noqa: PLC0415 - the same

    sources = read_sources(own.alerts.globs, Path(app.confdir))
    alerts = [alert for file in sources.files for alert in file.alerts]
    pages, runbooks = pages_of(app), runbooks_of(app)
    placed = place_alerts(alerts, runbooks, pages, own.alerts)
    places = {one.runbook.id: one.spot for one in runbooks}
    domain.alerts = _relations(domain, placed, places, pages)
    contract = AlertExpectations(alerts=placed, runbooks=runbooks, pages=pages, settings=own)
    _found[app] = sources, find(contract)


def absolute(app: Sphinx, finding: AlertFinding) -> AlertFinding:
    """The finding with the files of its places as Sphinx shows files."""
    places = {}
    for name in ("found", "documented"):
        span = getattr(finding, name)
        if span.source:
            path = Path(app.confdir, span.source)
            places[name] = span._replace(source=str(Path(str(path)).resolve() if ".." in path.parts else path))
    return replace(finding, **places)
