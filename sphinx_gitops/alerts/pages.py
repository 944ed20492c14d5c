"""The pages of a documentation in, for each path of an address the page that a server gives for it out.

Servers name one page in several ways: ``db.html``, ``db``, ``db/`` and ``db/index.html``. Every one of them counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from sphinx_gitops.problems import Span
from sphinx_gitops.suggest import Words

_INDEX = "index"
_NEARLY = 0.85
_TAG = re.compile(r"""<([a-zA-Z][^\s/<>"']*)([^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*)>""")
_ATTRIBUTE = re.compile(r"""\s([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")

_NAMED = re.compile(r"\s(?:id|name)\s*=", re.IGNORECASE)
"""What a tag has that may have an anchor: those of pictures have many other attributes."""


def html_anchors(text: str) -> Iterator[tuple[str, int]]:
    """Each id, and each name of a link, with its line, from 1: what a browser goes to.

    https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element
    """
    line, at = 1, 0
    for tag in _TAG.finditer(text):
        for attribute in _ATTRIBUTE.finditer(tag[2]) if _NAMED.search(tag[2]) else ():
            name = attribute[1].lower()
            if name == "id" or (name == "name" and tag[1].lower() == "a"):
                place = tag.start(2) + attribute.start(1)
                line, at = line + text.count("\n", at, place), place
                yield unescape("".join(filter(None, attribute.groups()[1:]))), line


class PageAnchor(NamedTuple):
    """A page by its document's name, and an anchor in it; without one, the page as a whole."""

    document: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its document, its path below a base as the builder writes it, and its source.

    ``anchors`` has the line of each anchor in the source; it is None where nobody knows them, and any may be there.
    ``former`` has the anchors of former ids, and where each leads today.
    """

    document: str
    path: str
    source: str = ""
    anchors: Mapping[str, int] | None = None
    former: Mapping[str, PageAnchor] = field(default_factory=dict)


def _key(path: str, suffixes: tuple[str, ...]) -> str:
    """What all names of a page have in common."""
    name = path.rstrip("/")
    suffix = next((one for one in suffixes if one and name.endswith(one)), "")
    name = name.removesuffix(suffix)
    if name == _INDEX or name.endswith(f"/{_INDEX}"):
        name = name[: -len(_INDEX)].rstrip("/")
    return name


def _last(key: str) -> str:
    """The name of a page without its folder, in small letters."""
    return key.rpartition("/")[2].lower()


def _parent(name: str) -> str:
    return name.rpartition("/")[0]


class Pages:
    """Every page of a documentation, by each of its names.

    *redirects* lead from the path of a page that was to a path or an address; *suffixes* are those of pages.
    """

    def __init__(
        self, pages: Iterable[Page], *, redirects: Mapping[str, str] | None = None, suffixes: Iterable[str] = (".html",)
    ) -> None:
        self.suffixes = tuple(sorted({*suffixes, ".html"} - {""}, key=len, reverse=True))
        self._pages = {page.document: page for page in sorted(pages, key=lambda page: page.document)}
        self._named: dict[str, list[Page]] = {}
        for page in self._pages.values():
            self._named.setdefault(self.key(page.path), []).append(page)
        self._redirects = {self.key(path): target for path, target in (redirects or {}).items()}
        self._paths: Words | None = None
        self._names: dict[str, list[str]] | None = None
        self._inside: dict[str, Words] = {}
        self._folders: dict[str, str] | None = None
        self._anchors: dict[str, Words] = {}
        self._anywhere: dict[str, list[PageAnchor]] | None = None
        self._former: dict[str, PageAnchor] | None = None

    def key(self, path: str) -> str:
        """What all names of the page at *path* have in common."""
        return _key(path, self.suffixes)

    def __getitem__(self, document: str) -> Page:
        """The page of a document; raises KeyError."""
        return self._pages[document]

    def __contains__(self, document: str) -> bool:
        """Whether there is a page of a document."""
        return document in self._pages

    def at(self, path: str) -> Page | None:
        """The page that a server gives for *path*; of ``db`` and ``db/index`` the one whose name is nearer."""
        found = self._named.get(self.key(path), [])
        return next((page for page in found if page.path == path), found[0]) if found else None

    def redirect(self, path: str) -> str:
        """Where a path that was is sent; empty where it is not."""
        return self._redirects.get(self.key(path), "")

    def near(self, path: str) -> Page | None:
        """The page that *path* may mean: the one of its name in another folder, one like it in its own, else any."""
        key = self.key(path)
        if self._names is None:
            self._names, inside = {}, dict[str, dict[str, str]]()
            for name in self._named:
                self._names.setdefault(_last(name), []).append(name)
                inside.setdefault(_parent(name), {})[name.rpartition("/")[2]] = name
            self._inside = {folder: Words(names) for folder, names in inside.items()}
        found = self._names.get(_last(key), [])
        if len(found) != 1:
            own = self._inside.get(_parent(key))
            found = (own.nearest(key.rpartition("/")[2], most=1) if own else []) or self._alike(key)
        return self._named[found[0]][0] if found else None

    def _alike(self, key: str) -> list[str]:
        """The path most like another: folders are alike by themselves, so that it has to be nearly the same."""
        if self._paths is None:
            self._paths = Words({name: name for name in self._named})
        return self._paths.nearest(key, most=1, cutoff=_NEARLY)

    def near_anchor(self, page: Page, anchor: str) -> PageAnchor | None:
        """The place on a page whose anchor is most like *anchor*, of a former one that of today; None where none is."""
        if page.document not in self._anchors:
            self._anchors[page.document] = Words({name: name for name in page.anchors or ()})
        found = self._anchors[page.document].nearest(anchor, most=1) if anchor else ()
        return page.former.get(found[0], PageAnchor(page.document, found[0])) if found else None

    def elsewhere(self, anchor: str) -> PageAnchor | None:
        """The one place that has an anchor on any page, today or formerly; None where several have it, or none."""
        if self._anywhere is None or self._former is None:
            self._anywhere, self._former = {}, {}
            for page in self._pages.values():
                self._former.update(page.former)
                for name in page.anchors or ():
                    if name not in page.former:
                        self._anywhere.setdefault(name, []).append(PageAnchor(page.document, name))
        found = self._anywhere.get(anchor, [])
        return found[0] if len(found) == 1 else self._former.get(anchor)

    def folder(self, path: str) -> str:
        """The folder of sources that *path* may have been in: the nearest that still is, with a slash at its end."""
        if self._folders is None:
            documents = (page for page in self._pages.values() if page.source)
            self._folders = {_parent(page.document): _parent(page.source) for page in documents}
        inner = self.key(path)
        while inner:
            inner = _parent(inner)
            if inner in self._folders:
                return f"{self._folders[inner] or '.'}/"
        return ""

    def span(self, spot: PageAnchor) -> Span:
        """Where a place is written; the first line of the page where its anchor has none."""
        page = self._pages[spot.document]
        return Span(page.source, (page.anchors or {}).get(spot.anchor, 1) or 1)
