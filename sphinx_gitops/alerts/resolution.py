"""An address, the bases of a documentation and its pages in, where the address leads out; nothing is sent anywhere.

:func:`resolve` is for whatever links to a documentation from outside: alerts, manifests, catalogues.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from urllib.parse import quote, urldefrag, urljoin

from sphinx_gitops.alerts.addresses import Bases, ParsedAddress, PathBelowBase, parse_address
from sphinx_gitops.alerts.pages import Page, PageAnchor, Pages
from sphinx_gitops.importers.repository.masking import TEMPLATED

_SAFE = "-._~!$&'()*+,;=:@/"
"""What stands in a path as it is: https://www.rfc-editor.org/rfc/rfc3986#section-3.3"""
_TOP = "top"
"""The anchor that every page has, in any case: https://html.spec.whatwg.org/multipage/browsing-the-web.html"""
_MOST_REDIRECTS = 8
_UNTIL_END = re.compile(r"\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)", re.DOTALL)
_MASK = "\ue0f3"
"""What stands for a template in an address."""
_UNIQUE = "gitops-"
"""How the anchors begin that one place alone has."""


class AddressOutcome(Enum):
    """What becomes of an address; of several bases the first that is possible counts."""

    RESOLVED = "resolved"
    "Its page and its anchor are there."
    MOVED = "moved"
    "It works by a former id or a redirect alone."
    BROKEN = "broken"
    "Its page or its anchor is not there."
    UNVERIFIABLE = "unverifiable"
    "What is templated in it, only a renderer knows."
    FOREIGN = "foreign"
    "It is below no base: another site's, or no address of the web at all."


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Where an address leads.

    ``spot`` is its place of today: that which it names, to which it is sent, or, where it is broken, the nearest; None
    where nothing is near, and for a file that is no document. ``address`` is how ``spot`` is written below the same
    base. ``missing`` says what is not there: ``page`` or ``anchor``; ``page`` is the document of the page that is,
    ``base`` the base, and ``path`` what is asked for below it. ``is_sure`` says that ``spot`` is what is meant, and not
    only like it.
    """

    outcome: AddressOutcome
    spot: PageAnchor | None = None
    address: str = ""
    missing: str = ""
    page: str = ""
    path: str = ""
    base: str = ""
    is_sure: bool = True


FOREIGN = Resolution(outcome=AddressOutcome.FOREIGN)


def written(base: str, page: Page, anchor: str = "") -> str:
    """The address of a page below a base, with the anchor."""
    return f"{base}{quote(page.path, safe=_SAFE)}" + (f"#{quote(anchor, safe=_SAFE)}" if anchor else "")


def _masked(address: str) -> str:
    """The address with one mark for each template in it, also for one that does not end."""
    return TEMPLATED.sub(_MASK, _UNTIL_END.sub(_MASK, address))


def resolve(address: str, bases: Bases, pages: Pages) -> Resolution:
    """Where *address* leads, offline, down to the anchor.

    Below the bases, a path is mapped to a page by any of its names, percent-decoded, without its query; letters count
    in their case, as they do on a server. Raises nothing, whatever the address.
    """
    masked = _masked(address)
    page, _, anchor = masked.partition("#")
    if _MASK in page.partition("?")[0]:
        return Resolution(outcome=AddressOutcome.UNVERIFIABLE)
    parsed = parse_address(page if _MASK in anchor else masked)
    if parsed is None:
        return FOREIGN
    ways = (_found(below, parsed, bases, pages, _MOST_REDIRECTS) for below in bases.below(parsed))
    best = min(ways, key=lambda one: list(AddressOutcome).index(one.outcome), default=FOREIGN)
    if _MASK in anchor and best.outcome in {AddressOutcome.RESOLVED, AddressOutcome.MOVED}:
        return replace(best, outcome=AddressOutcome.UNVERIFIABLE)
    return best


def _found(below: PathBelowBase, parsed: ParsedAddress, bases: Bases, pages: Pages, redirects: int) -> Resolution:
    page = pages.at(below.path)
    if page is None:
        target = pages.redirect(below.path)
        if target and redirects:
            return _sent(below, target, parsed, bases, pages, redirects - 1)
        return _broken(below, parsed.anchor, "page", _near(below.path, parsed.anchor, pages), pages)
    anchor = parsed.anchor
    if anchor in page.former:
        return _at(below, AddressOutcome.MOVED, page.former[anchor], pages, page=page.document)
    if anchor and page.anchors is not None and anchor not in page.anchors and anchor.lower() != _TOP:
        spot = _near_anchor(page, anchor, pages)
        return _broken(below, anchor, "anchor", spot, pages, page=page.document)
    return _at(below, AddressOutcome.RESOLVED, PageAnchor(page.document, anchor), pages, page=page.document)


def _sent(
    below: PathBelowBase, target: str, parsed: ParsedAddress, bases: Bases, pages: Pages, redirects: int
) -> Resolution:
    """Where a redirect leads: an anchor of its own goes before that of the address."""
    try:
        plain, own = urldefrag(urljoin(f"{below.base}{below.path}", target))
    except ValueError:  # no address, such as http://[
        return FOREIGN
    found = parse_address(plain)
    if found is None:
        return FOREIGN
    found = found._replace(anchor=own or parsed.anchor)
    for way in bases.below(found):
        after = _found(way, found, bases, pages, redirects)
        return replace(after, outcome=AddressOutcome.MOVED) if after.outcome is AddressOutcome.RESOLVED else after
    return FOREIGN


def _at(below: PathBelowBase, outcome: AddressOutcome, spot: PageAnchor, pages: Pages, page: str = "") -> Resolution:
    if spot.document not in pages:
        return Resolution(outcome=outcome, page=page)
    address = written(below.base, pages[spot.document], spot.anchor)
    return Resolution(outcome=outcome, spot=spot, address=address, page=page)


def _broken(
    below: PathBelowBase, anchor: str, missing: str, spot: PageAnchor | None, pages: Pages, page: str = ""
) -> Resolution:
    found = (
        _at(below, AddressOutcome.BROKEN, spot, pages, page)
        if spot
        else Resolution(outcome=AddressOutcome.BROKEN, page=page)
    )
    found = replace(found, missing=missing, path=below.path, base=below.base)
    return replace(found, is_sure=_is_sure(below.path, anchor, missing, spot, pages))


def _is_sure(path: str, anchor: str, missing: str, spot: PageAnchor | None, pages: Pages) -> bool:
    """Whether a place is what is meant: the one that has the anchor, or the same path or anchor in another case."""
    if spot is None:
        return False
    if anchor.startswith(_UNIQUE) and pages.elsewhere(anchor) == spot:
        return True
    if missing == "page":
        same = pages.key(path).lower() == pages.key(pages[spot.document].path).lower()
        return same and spot.anchor == anchor
    return bool(anchor) and spot.anchor.lower() == anchor.lower()


def _near(path: str, anchor: str, pages: Pages) -> PageAnchor | None:
    """What may be meant where a page is not there: the one place of its anchor, else the page with a path like it.

    On that page it is the anchor, where a former one leads, or the one most like it.
    """
    other = pages.elsewhere(anchor) if anchor else None
    if other and anchor.startswith(_UNIQUE):
        return other
    page = pages.near(path)
    if page is None:
        return other
    if anchor in (page.anchors or ()):
        return page.former.get(anchor, PageAnchor(page.document, anchor))
    return pages.near_anchor(page, anchor) or PageAnchor(page.document)


def _near_anchor(page: Page, anchor: str, pages: Pages) -> PageAnchor:
    """What may be meant where an anchor is not there: its one place elsewhere, one like it here, else the page."""
    other = pages.elsewhere(anchor)
    if other and anchor.startswith(_UNIQUE):
        return other
    return pages.near_anchor(page, anchor) or other or PageAnchor(page.document)
