"""Names in, identifiers for Mermaid and CSS out: readable where that is safe, injective always."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SAFE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PREFIX = "id_"
_NOTE_PREFIX = "gitops_note_"
_STYLE = re.compile("style|classDef")
"""What a line of Mermaid must not have before a colon and an entity, whose semicolon it would take away."""
_RESERVED = frozenset(
    [
        "graph",
        "flowchart",
        "subgraph",
        "end",
        "style",
        "linkstyle",
        "classdef",
        "class",
        "click",
        "href",
        "call",
        "default",
        "interpolate",
        "direction",
        "tb",
        "td",
        "bt",
        "lr",
        "rl",
        "acctitle",
        "accdescr",
        "title",
        "init",
        "v",
        "o",
        "x",
    ]
)


@lru_cache(maxsize=4096)
def mermaid_key(name: str) -> str:
    """The identifier for *name*; two names never share one."""
    free = name.lower() not in _RESERVED and not name.startswith((_PREFIX, _NOTE_PREFIX))
    if free and _SAFE.fullmatch(name) and not _STYLE.search(name):
        return name
    return _PREFIX + _STYLE.sub(lambda found: f"_{ord(found[0][0]):x}_{found[0][1:]}", coded(name))


def note_key(key: str) -> str:
    """The identifier for the note of what *key* identifies; no name has it."""
    return _NOTE_PREFIX + key


def coded(name: str, keep: str = "") -> str:
    """A name in letters and digits of ASCII, underscores and what to *keep*; two names never share one."""
    return "".join(c if (c.isascii() and c.isalnum()) or c in keep else f"_{ord(c):x}_" for c in name)


@lru_cache(maxsize=1024)
def css_name(name: str) -> str:
    """A name as CSS and HTML take it; two names never share one."""
    return coded(name, "-")


def slug(text: str) -> str:
    """A legal workflow id made from a title or a file's name."""
    folded = unicodedata.normalize("NFKC", text).lower()
    joined = re.sub(r"[\W_]+", "-", folded).strip("-")
    return joined if joined[:1].isalpha() else f"w-{joined}" if joined else "workflow"
