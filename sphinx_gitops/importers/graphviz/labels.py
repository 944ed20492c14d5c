"""The label of a node, an edge or a cluster in, its lines as plain text out."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from sphinx_gitops.importers.graphviz.dot_graph import DotValue

_BREAK = re.compile(r"<br\b[^<>]*>|</tr\s*>", re.IGNORECASE)
_CELL = re.compile(r"</td\s*>", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_PORT = re.compile(r"(?<!\\)<[^<>]*>")
_FIELD = re.compile(r"(?<!\\)[{}|]")
RECORDS = frozenset({"record", "Mrecord"})
"""The shapes whose labels have fields."""


def lines_of(label: DotValue, names: Mapping[str, str], shape: str = "") -> tuple[str, ...]:
    """The lines that are not empty; *names* has what a backslash and a letter stand for."""
    text = label.text
    if label.is_html:
        text = _TAG.sub("", _CELL.sub(" ", _BREAK.sub("\n", text.replace("\n", " "))))
    else:
        if shape in RECORDS:
            text = _FIELD.sub("\n", _PORT.sub("", text))
        breaks = {"n": "\n", "l": "\n", "r": "\n", **names}
        text = _ESCAPE.sub(lambda found: breaks.get(found[1], found[1]), text)
    return tuple(line for line in (" ".join(html.unescape(line).split()) for line in text.split("\n")) if line)
