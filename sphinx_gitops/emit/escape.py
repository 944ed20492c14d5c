"""Quoting of text for Mermaid, one function per context."""

from __future__ import annotations

import re
from urllib.parse import quote

_ALWAYS = str.maketrans(
    {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;", "\\": "#92;", "*": "#42;"}
)
_DOUBLES = {"$$": "#36;#36;", "%%": "#37;#37;", "~~": "#126;#126;"}
_CODED = {character: f"#{ord(character)};" for character in '#"`\\*%$'}
_IN_TIPS = str.maketrans({**_CODED, "<": "#38;lt;", ">": "#38;gt;", "&": "#38;amp;"})
_LEADING = re.compile(r"^(?:\d+[.)](?=\s)|[-+=~](?=\s|$))")
_DIRECTION = re.compile(r"d(?=irection\s)")
_URL_SAFE = "%/:=&?~#+!$,;'@()*[]"


def label(text: str) -> str:
    """*text* between the double quotes of a Mermaid label; shows as it was written."""
    flat = " ".join(text.split())
    out = flat.translate(_ALWAYS)
    for double, safe in _DOUBLES.items():
        out = out.replace(double, safe)
    out = _LEADING.sub(lambda found: found.group()[:-1] + f"#{ord(found.group()[-1])};", out)
    if flat.startswith('"') and flat.endswith('"'):
        out = "#8203;" + out  # merman takes quotes off a node's label, even escaped ones
    return _DIRECTION.sub("#100;", out) or " "


def tip(text: str) -> str:
    """*text* between the double quotes of a ``click`` line's tooltip, which Mermaid decodes, then reads as HTML."""
    return " ".join(text.split()).translate(_IN_TIPS)


def url(address: str) -> str:
    """*address* between the double quotes of a ``click`` line; leads where it led."""
    return quote(address, safe=_URL_SAFE)
