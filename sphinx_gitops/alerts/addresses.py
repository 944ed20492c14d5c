"""Addresses of the web in, what servers make of them out: below which base, which path, which anchor.

How addresses are taken apart and compared: https://www.rfc-editor.org/rfc/rfc3986#section-6
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from sphinx_gitops.importers.repository.globs import starred

_SCHEMES = frozenset({"http", "https"})
_PORTS = {"http": 80, "https": 443}
_ADDRESS = re.compile(r"\bhttps?://(?:\{\{.{0,500}?\}\}|[^\s<>\"'`|\\^])+", re.IGNORECASE)
"""What a reader of a text takes for an address; a template in it is part of it, with its blanks."""
_BEHIND = ".,;:!?*"
"""Marks behind an address that are the sentence's."""
_TEXT_FRAGMENT = ":~:"
"""What follows is a text to look for, and no part of the anchor: https://wicg.github.io/scroll-to-text-fragment/"""


class PathBelowBase(NamedTuple):
    """An address below a base: the base with its ``*`` filled in, and the path behind it."""

    base: str
    path: str


class ParsedAddress(NamedTuple):
    """An address, taken apart: the host with its port, the parts of the path, decoded, and the anchor, decoded."""

    host: str
    parts: tuple[str, ...]
    anchor: str
    origin: str
    "Scheme, host and port, as they are written."
    written: tuple[str, ...]
    "The parts of the path, as they are written."


def _own(found: str) -> str:
    """An address without the marks of the sentence around it."""
    found = found.rstrip(_BEHIND)
    while found and found[-1] in ")]}" and found.count(found[-1]) > found.count("([{"[")]}".index(found[-1])]):
        found = found[:-1].rstrip(_BEHIND)
    return found


def addresses_in(text: str) -> Iterator[str]:
    """The addresses that a text has, without the marks of the sentence around them."""
    return (_own(match[0]) for match in _ADDRESS.finditer(text))


def with_address(text: str, old: str, new: str) -> str:
    """A text in which one of its addresses has become another; one that only starts like it stays."""

    def replaced(match: re.Match[str]) -> str:
        own = _own(match[0])
        return new + match[0][len(own) :] if own == old else match[0]

    return _ADDRESS.sub(replaced, text)


def _split(address: str) -> SplitResult | None:
    try:
        found = urlsplit(address.strip())
        found.port  # noqa: B018 - looking at it raises where it is no number
    except ValueError:
        return None
    return found if found.scheme in _SCHEMES and found.hostname else None


def _host(found: SplitResult) -> str:
    """The host in small letters, with its port where that is not the scheme's own."""
    host = (found.hostname or "").rstrip(".")
    port = found.port
    return host if port in {None, _PORTS[found.scheme]} else f"{host}:{port}"


def _walked(path: str) -> tuple[str, ...]:
    """A path's parts as a browser sends them: ``.`` and ``..`` walked, doubled slashes as one; a last one is kept."""
    parts: list[str] = []
    pieces = path.split("/")
    for piece in pieces:
        if piece == ".." and parts:
            parts.pop()
        elif piece not in {"", ".", ".."}:
            parts.append(piece)
    if pieces[-1] in {"", ".", ".."}:
        parts.append("")
    return tuple(parts)


def parse_address(address: str) -> ParsedAddress | None:
    """An address taken apart; None where it is no address of the web."""
    found = _split(address)
    if found is None:
        return None
    parts = _walked(found.path)
    anchor = unquote(found.fragment.partition(_TEXT_FRAGMENT)[0])
    return ParsedAddress(_host(found), tuple(map(unquote, parts)), anchor, f"{found.scheme}://{found.netloc}", parts)


def _wild(part: str, inside: str) -> re.Pattern[str]:
    return re.compile(starred(part.split("*"), f"{inside}+") + r"\Z")


@dataclass(frozen=True, slots=True)
class _Base:
    host: re.Pattern[str]
    parts: tuple[re.Pattern[str], ...]


class Bases:
    """The addresses that a documentation is published below; a ``*`` stands for one part, such as a version.

    What is no address of the web among them is left out: :func:`is_base` tells.
    """

    def __init__(self, addresses: Iterable[str]) -> None:
        self._bases: list[_Base] = []
        for address in addresses:
            parsed = parse_address(address)
            if parsed:
                parts = tuple(_wild(part, "[^/]") for part in parsed.parts if part)
                self._bases.append(_Base(_wild(parsed.host, "[^./]"), parts))
        self._bases.sort(key=lambda base: -len(base.parts))

    def __bool__(self) -> bool:
        """Whether there is one."""
        return bool(self._bases)

    def below(self, parsed: ParsedAddress) -> Iterator[PathBelowBase]:
        """Each way in which an address is below a base, the most special base first; none for another site's."""
        for base in self._bases:
            count = len(base.parts)
            if not base.host.match(parsed.host) or len([part for part in parsed.parts if part]) < count:
                continue
            if all(wild.match(part) for wild, part in zip(base.parts, parsed.parts, strict=False)):
                own = "".join(f"{part}/" for part in parsed.written[:count])
                yield PathBelowBase(f"{parsed.origin}/{own}", "/".join(parsed.parts[count:]))


def is_base(address: str) -> bool:
    """Whether a documentation can be published below this address."""
    return parse_address(address) is not None
