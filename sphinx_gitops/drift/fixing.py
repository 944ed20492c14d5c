"""The text of a YAML file and values by their places in, the text with these values out; every other character stays.

Nothing is written anew but the scalar itself, so comments, quotes, order and layout of all else are as they were.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree.loader import LOADER

_BLANKS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))
"""What YAML 1.1 takes for line breaks, and no editor counts."""
_PLAIN = re.compile(r"[\w./@*+-][\w./@*+:#~=-]*(?: [\w./@*+:~=-]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A scalar that has to become *value*."""

    span: Span
    value: str


def _offsets(text: str) -> list[int]:
    """Where each line starts."""
    return [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]


def _scalars(text: str) -> dict[tuple[int, int], yaml.ScalarToken]:
    """The scalars of a text that stand alone, by line and column from 1."""
    found = {}
    held = False
    for token in yaml.scan(re.sub(r"\r\n|\r", "\n", text).translate(_BLANKS), Loader=LOADER):
        if isinstance(token, yaml.ScalarToken) and not held and token.style not in {"|", ">"}:
            found[token.start_mark.line + 1, token.start_mark.column + 1] = token
        held = isinstance(token, (yaml.AnchorToken, yaml.TagToken))
    return found


def _reads_as(text: str, value: str) -> bool:
    """Whether YAML reads a scalar in brackets as this value."""
    try:
        tokens = list(yaml.scan(f"[{text}]", Loader=LOADER))
    except yaml.YAMLError:
        return False
    scalars = [token for token in tokens if isinstance(token, yaml.ScalarToken)]
    return len(tokens) == 5 and len(scalars) == 1 and scalars[0].value == value


def written(value: str, style: str | None) -> str:
    """A value as YAML, in the quotes that were there; plain where it was plain and can be."""
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if not style and _PLAIN.fullmatch(value) and _reads_as(value, value):
        return value
    return json.dumps(value, ensure_ascii=False)


def edited(text: str, edits: Iterable[Edit]) -> tuple[str, tuple[Edit, ...]]:
    """The text after the edits, and those that could not be made: of what has an anchor, a tag or is a block."""
    scalars, starts = _scalars(text), _offsets(text)
    refused = []
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        token = scalars.get((edit.span.line, edit.span.column))
        if token is None:
            refused.append(edit)
            continue
        start = starts[token.start_mark.line] + token.start_mark.column
        end = starts[token.end_mark.line] + token.end_mark.column
        text = text[:start] + written(edit.value, token.style) + text[end:]
    return text, tuple(refused)
