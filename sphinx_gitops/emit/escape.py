"""Text in, the same text quoted for one place of Mermaid's source out, so that it shows as it was written.

Mermaid reads its source with regular expressions before it parses it (``encodeEntities``, ``removeDirectives``,
``replaceIconSubstring``), its lexer takes any line with ``direction TB`` for a direction, and labels are Markdown.
"""

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
_COLON = re.compile(r":(?! )")
"""Without a blank behind it: after ``style``, an entity behind it loses its semicolon, and ``fa:fa-car`` is an icon."""
_EMPHASIS = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
"""An underscore that is not inside a word opens or closes emphasis in Markdown."""
_PLACEHOLDER = re.compile("(?<=\ufb02)(?=\u00b0)|(?<=\u00b6)(?=\u00df)")
"""Between the two signs of what Mermaid writes for an entity, and takes for one wherever it finds it."""
_STYLE = re.compile("style|classDef")
_URL_SAFE = "%/:=&?~#+!$,;'@()*[]"


def _shielded(text: str) -> str:
    """Text without what Mermaid's lexer and its regular expressions take for their own."""
    return _PLACEHOLDER.sub("#8203;", _DIRECTION.sub("#100;", _COLON.sub("#58;", text)))


def label(text: str) -> str:
    """*text* between the double quotes of a Mermaid label; shows as it was written."""
    flat = " ".join(text.split())
    out = flat.translate(_ALWAYS)
    for double, safe in _DOUBLES.items():
        out = out.replace(double, safe)
    out = _LEADING.sub(lambda found: found.group()[:-1] + f"#{ord(found.group()[-1])};", out)
    out = _EMPHASIS.sub("#95;", out)
    if flat.startswith('"') and flat.endswith('"'):
        out = "#8203;" + out  # merman takes quotes off a node's label, even escaped ones
    return _shielded(out) or " "


def tip(text: str) -> str:
    """*text* between the double quotes of a ``click`` line's tooltip, which Mermaid decodes, then reads as HTML."""
    return _shielded(" ".join(text.split()).translate(_IN_TIPS))


def url(address: str) -> str:
    """*address* between the double quotes of a ``click`` line; opens what it opened.

    In a fragment a semicolon would end an entity, and ``style`` would take the last semicolon of the line.
    """
    before, sign, fragment = quote(address, safe=_URL_SAFE).partition("#")
    whole = before + sign + fragment.replace(";", "%3B")
    return _STYLE.sub(lambda found: f"%{ord(found[0][0]):x}{found[0][1:]}", whole)
