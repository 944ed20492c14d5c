"""Objects of manifests, components and pages in, everything that is wrong between them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sphinx_gitops.alerts.addresses import Bases, parse_address
from sphinx_gitops.alerts.alert import AlertWaiver
from sphinx_gitops.alerts.checks import CHECKS, LINK_CHECKS, check_severity
from sphinx_gitops.alerts.finding import AlertFinding
from sphinx_gitops.alerts.fixing import plain_base
from sphinx_gitops.alerts.pages import PageAnchor, Pages
from sphinx_gitops.alerts.placing import LEADS
from sphinx_gitops.alerts.resolution import AddressOutcome, Resolution, resolve, written
from sphinx_gitops.alerts.waivers import accepted, faults
from sphinx_gitops.doc_links.binding import Bindings, NearestComponents
from sphinx_gitops.doc_links.documented import ComponentPlace
from sphinx_gitops.doc_links.manifest import Manifest, ManifestFile, ObjectLink
from sphinx_gitops.problems import Severity, Span
from sphinx_gitops.settings import Settings

_TEMPLATES = ("{{", "{%", "${", "<<", "%{", "#{")


@dataclass(slots=True, kw_only=True)
class LinkExpectations:
    """What is held against each other."""

    files: tuple[ManifestFile, ...]
    bindings: Bindings
    pages: Pages
    settings: Settings
    bases: Bases = field(init=False)
    spots: dict[PageAnchor, ComponentPlace] = field(init=False)
    known: dict[str, Resolution] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Know the bases, and the components by their places."""
        self.bases = Bases(self.settings.alerts.bases)
        self.spots = {one.spot: one for one in self.bindings.components.values()}

    def severity(self, code: str) -> Severity:
        """How much a finding matters; what does not count is left out later."""
        return check_severity(code, self.settings.rules) or Severity.INFO

    def resolved(self, address: str) -> Resolution:
        """Where an address leads."""
        if address not in self.known:
            self.known[address] = resolve(address, self.bases, self.pages)
        return self.known[address]

    def address(self, component: ComponentPlace, beside: str = "") -> str:
        """The address of a component, below the base of another address where one is given; empty where none is."""
        if component.spot.document not in self.pages:
            return ""
        parsed = parse_address(beside) if beside else None
        below = next(self.bases.below(parsed), None) if parsed else None
        base = below.base if below else plain_base(self.settings.alerts)
        return written(base, self.pages[component.spot.document], component.spot.anchor) if base else ""


def find(
    contract: LinkExpectations, more: Iterable[tuple[AlertFinding, tuple[AlertWaiver, ...]]] = ()
) -> tuple[AlertFinding, ...]:
    """Every finding that counts, by their places, *more* with them; waived ones say why."""
    rules = contract.settings.rules
    used: set[AlertWaiver] = set()
    found = [
        accepted(finding, waivers, used)
        for finding, waivers in (*_of_files(contract), *more)
        if check_severity(finding.code, rules)
    ]
    waivers = (waiver for file in contract.files for one in file.manifests for waiver in one.waivers)
    found += faults(
        (one for one in waivers if one.code not in CHECKS or one.code in LINK_CHECKS), used, rules, LINK_CHECKS
    )
    return tuple(sorted(found, key=lambda one: (one.place, one.code)))


def _of_files(contract: LinkExpectations) -> Iterator[tuple[AlertFinding, tuple[AlertWaiver, ...]]]:
    for file in contract.files if contract.bases else ():
        for manifest in file.manifests:
            bound = contract.bindings.of(file, manifest)
            for finding in _of_manifest(contract, manifest, bound):
                known = _known(contract, file, finding)
                if known:
                    yield replace(known, found_is="the manifest", object=manifest.id), manifest.waivers


def _known(contract: LinkExpectations, file: ManifestFile, finding: AlertFinding) -> AlertFinding | None:
    """What is known of a link that lacks in a file: a patch lacks none, and a template may make it."""
    if finding.code != "docs-link-missing" or not (file.is_patch or file.is_template):
        return finding
    code = "docs-link-unverifiable"
    message = f"{finding.message}, unless its template makes it"
    unknown = replace(finding, code=code, message=message, severity=contract.severity(code))
    return None if file.is_patch else unknown


def _of_manifest(contract: LinkExpectations, manifest: Manifest, bound: NearestComponents) -> Iterator[AlertFinding]:
    resolutions = [(link, contract.resolved(link.address)) for link in manifest.links]
    spots = {one.spot for _, one in resolutions if one.outcome in LEADS}
    for link, resolution in resolutions:
        finding = _of_link(contract, link, resolution, bound)
        if finding is None and not bound.by_folder and spots.isdisjoint(one.spot for one in bound.components):
            finding = _elsewhere(contract, link, resolution, bound)
        if finding:
            yield finding
    ours = [link for link, one in resolutions if link.is_own or one.outcome is not AddressOutcome.FOREIGN]
    if bound.components and not ours and (manifest.is_looked_at or not (bound.by_folder or bound.by_file)):
        yield _missing(contract, manifest, bound)


def _of_link(
    contract: LinkExpectations, link: ObjectLink, one: Resolution, bound: NearestComponents
) -> AlertFinding | None:
    what, expected, is_sure = f"its {link.field} {link.address}", one.address, one.is_sure and bool(one.address)
    spot = one.spot
    match one.outcome:
        case AddressOutcome.UNVERIFIABLE if link.is_own or _is_below(contract, link.address):
            code, message = "docs-link-unverifiable", f"where its {link.field} leads is templated: {link.address!r}"
        case AddressOutcome.BROKEN:
            right = contract.address(bound.components[0], link.address) if len(bound.components) == 1 else ""
            if right and link.is_own and not is_sure:
                expected, is_sure, spot = right, True, bound.components[0].spot
            missing = "page" if one.missing == "page" else "anchor on that page"
            hint = "its component is at" if expected != one.address else "nearest is"
            code = "docs-link-broken"
            message = f"{what} has no {missing}" + (f"; {hint} {expected}" if expected else "")
        case AddressOutcome.MOVED:
            code = "docs-link-moved"
            message = f"{what} works by a former id or a redirect alone" + (f"; write {expected}" if expected else "")
        case _:
            return None
    return _finding(contract, code, message, link, spot, expected=expected, is_sure=is_sure)


def _finding(
    contract: LinkExpectations,
    code: str,
    message: str,
    link: ObjectLink,
    spot: PageAnchor | None,
    *,
    expected: str,
    is_sure: bool,
) -> AlertFinding:
    is_owner = spot in {one.spot for one in contract.bindings.components.values()} and code != "docs-link-moved"
    beside = "that component" if is_owner else "the nearest" if code == "docs-link-broken" else "there"
    found = AlertFinding(
        code=code,
        message=message,
        severity=contract.severity(code),
        found=link.key,
        field=link.field,
        expected=expected,
        actual=link.address,
        is_sure=is_sure,
    )
    known = spot is not None and spot.document in contract.pages
    return replace(found, documented=contract.pages.span(spot), beside=beside) if known and spot else found


def _is_below(contract: LinkExpectations, address: str) -> bool:
    """Whether what stands before the first template of an address is below a base."""
    at = min((address.find(one) for one in _TEMPLATES if one in address), default=len(address))
    parsed = parse_address(address[:at])
    return parsed is not None and next(contract.bases.below(parsed), None) is not None


def _elsewhere(
    contract: LinkExpectations, link: ObjectLink, one: Resolution, bound: NearestComponents
) -> AlertFinding | None:
    """The link of an object's own that leads to a component which is not bound to it."""
    other = contract.spots.get(one.spot) if one.spot and one.outcome is AddressOutcome.RESOLVED else None
    if other is None or not link.is_own or not bound.components:
        return None
    right = bound.components[0]
    expected = contract.address(right, link.address)
    message = f"its {link.field} leads to {other.name}, and {right.name} names it" + (
        f"; write {expected}" if expected else ""
    )
    is_sure = len(bound.components) == 1 and bool(expected)
    return _finding(contract, "docs-link-elsewhere", message, link, right.spot, expected=expected, is_sure=is_sure)


def _missing(contract: LinkExpectations, manifest: Manifest, bound: NearestComponents) -> AlertFinding:
    component = bound.components[0]
    expected = contract.address(component)
    more = len(bound.components) - 1
    names = f"{component.name} or {more} more, which name it" if more else f"{component.name}, which names it"
    write = f"; write {expected}" if expected else ""
    return AlertFinding(
        code="docs-link-missing",
        message=f"nothing in it leads to {names}{write}",
        severity=contract.severity("docs-link-missing"),
        found=manifest.span,
        documented=component.span,
        field=manifest.holder.value,
        expected=expected,
        beside="that component" if component.span != Span("", 0) else "",
        is_sure=len(bound.components) == 1 and bool(expected),
    )
