"""An id of a workflow as a Mermaid identifier: readable where it is safe, injective always."""

from __future__ import annotations

import re

_SAFE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PREFIX = "id_"
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


def mermaid_key(name: str) -> str:
    """The identifier for *name*; two names never share one."""
    if _SAFE.fullmatch(name) and name.lower() not in _RESERVED and not name.startswith(_PREFIX):
        return name
    coded = "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):x}_" for c in name)
    return _PREFIX + coded
