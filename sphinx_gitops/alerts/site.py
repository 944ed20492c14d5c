"""A finished build of HTML in, its pages with all anchors and its runbooks out, as files alone tell them.

The names of documents are those of ``objects.inv``, runbooks and former ids those of ``gitops.json``; without these
every file is a page of its own name. https://sphobjinv.readthedocs.io/en/stable/syntax.html
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from sphinx_gitops.alerts.pages import Page, PageAnchor, Pages, html_anchors
from sphinx_gitops.alerts.placing import RunbookPlace
from sphinx_gitops.paths import is_file
from sphinx_gitops.problems import Span
from sphinx_gitops.runbook import Procedure, Runbook

_REFRESH = re.compile(
    r"""<meta[^>]+http-equiv=["']?refresh["']?[^>]+content=["']?\s*\d+\s*;\s*url=([^"'>]+)""", re.IGNORECASE
)
_DOCUMENT = re.compile(r"^(.+?) std:doc -?\d+ (\S*) ", re.MULTILINE)
_DIRECTIVE = re.compile(r"gitops[-:](runbook|component)(?:\}|::)[ \t]+(\S+)")
_KEY = re.compile(r"^[ \t]*([A-Za-z][\w-]*):(?:[ \t]|$)")
"""What may be a component of a workflow that a page has in it."""
_SUFFIXES = (".rst", ".md", ".txt", ".ipynb")
_CANONICAL = re.compile(r"""<link[^>]+rel=["']?canonical["']?[^>]+href=["']([^"']+)""", re.IGNORECASE)
_HEAD = 8192
"""So many letters of a page are looked at for what its head says."""
_ANCHOR, _BOOK = "gitops-", "gitops-runbook-"
_ANCHORS = {"runbook": _BOOK, "component": _ANCHOR}
_TEXTS, _LISTS = (
    ("id", "title", "severity", "owner", "name", "workflow", "manifest"),
    ("components", "binds", "formerly", "anchors"),
)
_NEEDED = {
    "workflows": frozenset({"id", "formerly", "documented"}),
    "components": frozenset({"id", "name", "workflow", "formerly", "documented"}),
    "runbooks": frozenset({"id", "title", "severity", "owner", "procedure", "components", "formerly", "documented"}),
}
"""What is asked of each thing in an export."""


class SiteError(ValueError):
    """A file of a finished build that cannot be used; the text says which, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A finished build; ``is_known`` is false where it has no ``gitops.json``, so that its runbooks are not known.

    ``base`` is the address that its pages say they are published below; empty where they say none.
    """

    pages: Pages
    runbooks: tuple[RunbookPlace, ...]
    is_known: bool
    base: str = ""
    export: Mapping[str, Any] = field(default_factory=dict)
    "What its ``gitops.json`` says."


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _documents(folder: Path) -> dict[str, str]:
    """The documents of a build by the paths of their pages."""
    try:
        _, _, packed = (folder / "objects.inv").read_bytes().partition(b"zlib.\n")
        text = zlib.decompress(packed).decode("utf-8", "replace") if packed else ""
    except (OSError, zlib.error):
        return {}
    return {unquote(uri.replace("$", name)): name for name, uri in _DOCUMENT.findall(text)}


def _export(folder: Path) -> Mapping[str, Any] | None:
    """The export of a build; None where it has none, but some other file of that name. Raises SiteError."""
    try:
        found = json.loads((folder / "gitops.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    is_ours = isinstance(found, dict) and "schema_version" in found
    if is_ours and not _is_whole(found):
        raise SiteError("its gitops.json is none that this version writes: build the documentation again")
    return found if is_ours else None


def _is_whole(export: Mapping[str, Any]) -> bool:
    """Whether an export has the shape of those that this version writes, as far as it is asked."""
    for part, needed in _NEEDED.items():
        things = export.get(part, [])
        if not isinstance(things, list) or not all(_is_thing(one, needed) for one in things):
            return False
    known = {one["id"] for one in export.get("workflows", ())}
    return all(one["workflow"] in known for one in export.get("components", ()))


def _is_thing(one: object, needed: frozenset[str]) -> bool:
    """Whether what is asked of one thing in an export is there, and texts, lists of texts, and a place."""
    if not isinstance(one, dict) or not needed <= one.keys():
        return False
    texts = [one.get(key, "") for key in _TEXTS]
    lists = [one.get(key, []) for key in _LISTS]
    place = one["documented"]
    if not isinstance(place, dict) or not all(isinstance(found, list) for found in lists):
        return False
    texts += [place.get("document"), place.get("anchor"), *(text for found in lists for text in found)]
    return all(isinstance(text, str) for text in texts)


def _formerly(export: Mapping[str, Any]) -> Iterator[tuple[str, str, PageAnchor]]:
    """Former anchors: the document, the anchor, and where it leads today."""
    for book in export.get("runbooks", ()):
        place = PageAnchor(book["documented"]["document"], book["documented"]["anchor"])
        yield from ((place.document, f"{_BOOK}{name}", place) for name in book["formerly"])
    owners = {one["id"]: [one["id"], *one["formerly"]] for one in export.get("workflows", ())}
    for one in export.get("workflows", ()):
        place = PageAnchor(one["documented"]["document"], one["documented"]["anchor"])
        yield from ((place.document, f"{_ANCHOR}{name}", place) for name in one["formerly"])
    for one in export.get("components", ()):
        place = PageAnchor(one["documented"]["document"], one["documented"]["anchor"])
        names = (f"{owner}.{name}" for owner in owners[one["workflow"]] for name in (one["id"], *one["formerly"]))
        yield from ((place.document, f"{_ANCHOR}{name}", place) for name in names if name != one["name"])


def _runbooks(export: Mapping[str, Any], pages: Pages) -> Iterator[RunbookPlace]:
    known = {member.value for member in Procedure}
    for book in export.get("runbooks", ()):
        spot = PageAnchor(book["documented"]["document"], book["documented"]["anchor"])
        span = pages.span(spot) if spot.document in pages else Span("", 0)
        yield RunbookPlace(
            runbook=Runbook(
                id=book["id"],
                title=book["title"],
                procedure=Procedure(book["procedure"]) if book["procedure"] in known else None,
                severity=book["severity"],
                owner=book["owner"],
                components=tuple(book["components"]),
                alerts=tuple(book.get("binds", ())),
                formerly=tuple(book["formerly"]),
            ),
            spot=spot,
            span=span,
            alerts_span=span,
            anchors=tuple(book.get("anchors", ())),
        )


def _anchors(text: str) -> dict[str, int]:
    """The anchors of a page of HTML, each with its line."""
    found: dict[str, int] = {}
    for anchor, line in html_anchors(text):
        found.setdefault(anchor, line)
    return found


def _path(folder: Path, file: Path, documents: Mapping[str, str]) -> str:
    """The path of a page: that of its document where the folder of an index stands for it."""
    path = file.relative_to(folder).as_posix()
    short = path.removesuffix("index.html")
    return short if path not in documents and short in documents else path


def _named(text: str) -> dict[str, int]:
    """The lines of a source at which anchors are made, and of what may be a component, behind a dot."""
    found: dict[str, int] = {}
    has_workflow = "gitops-workflow" in text or "gitops:workflow" in text
    for number, line in enumerate(text.split("\n"), 1):
        directive, key = _DIRECTIVE.search(line), _KEY.match(line) if has_workflow else None
        if directive:
            found.setdefault(f"{_ANCHORS[directive[1]]}{directive[2]}", number)
        elif key:
            found.setdefault(f".{key[1]}", number)
    return found


@dataclass(frozen=True, slots=True)
class SourceFolder:
    """The folder that a build was made from, and what places call it."""

    folder: Path
    shown: str

    def of(self, document: str) -> tuple[str, dict[str, int]] | None:
        """The source of a document, as places call it, with the lines of its directives; None where it is not here."""
        path = next((one for suffix in _SUFFIXES if is_file(one := self.folder / f"{document}{suffix}")), None)
        if path is None:
            return None
        text = _read(path)
        lines = _named(text)
        name = path.relative_to(self.folder).as_posix()
        return f"{self.shown}/{name}" if self.shown not in {"", "."} else name, lines


def _base_of(text: str, path: str) -> str:
    """The base that a page's canonical address has, as its path is behind it."""
    found = _CANONICAL.search(text[:_HEAD])
    address = unquote(unescape(found[1])) if found else ""
    return address[: len(address) - len(path)] if address.endswith(f"/{path}") else ""


def _page(text: str, path: str, document: str, shown: str, sources: SourceFolder | None) -> Page:
    """A page: at its source where that is known, else at its own lines."""
    anchors, source = _anchors(text), sources.of(document) if sources else None
    if source is None:
        return Page(document=document, path=path, source=shown, anchors=anchors)
    name, lines = source
    return Page(document=document, path=path, source=name, anchors={one: _line(one, lines) for one in anchors})


def _line(anchor: str, lines: Mapping[str, int]) -> int:
    """The line of an anchor: that of its directive, else that of its component in a workflow, else the first."""
    own = f".{anchor.rpartition('.')[2]}" if anchor.startswith(_ANCHOR) and "." in anchor else ""
    return lines.get(anchor) or lines.get(own, 1)


def read_site(folder: Path, shown: str, sources: SourceFolder | None = None) -> Site:
    """Everything that a finished build has, which places call *shown*. Raises OSError and SiteError."""
    documents, export = _documents(folder), _export(folder)
    former: dict[str, dict[str, PageAnchor]] = {}
    for document, anchor, spot in _formerly(export or {}):
        former.setdefault(document, {})[anchor] = spot
    pages: list[Page] = []
    redirects: dict[str, str] = {}
    base = ""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        path = _path(folder, file, documents)
        if file.suffix != ".html":
            pages.append(Page(document=path, path=path))
            continue
        text = _read(file)
        base = base or _base_of(text, path)
        sent = _REFRESH.search(text[:_HEAD])
        if sent:
            redirects[path] = unescape(sent[1]).strip()
            continue
        document = documents.get(path, path)
        page = _page(text, path, document, f"{shown}/{file.relative_to(folder).as_posix()}", sources)
        pages.append(replace(page, former=former.get(document, {})))
    known = Pages(pages, redirects=redirects)
    books = tuple(_runbooks(export or {}, known))
    return Site(pages=known, runbooks=books, is_known=export is not None, base=base, export=export or {})
