"""The title of a box in, the kind of stage that it evidently is out."""

from __future__ import annotations

import re

_KINDS = (
    ("ci", r"ci|continuous integration"),
    ("cd", r"cd|continuous (?:delivery|deployment)|gitops"),
    ("source", r"source(?: (?:control|code|management))?|scm|version control"),
    ("monitoring", r"monitoring|observability|monitoring (?:and|&) \w+|observability \w+"),
    ("platform", r"platform|infrastructure|environments?|runtime|clusters?"),
)
_PATTERNS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KINDS)
_REST = re.compile(r"\(.*?\)|\b(?:stage|phase|step|layer|pipeline)\b", re.IGNORECASE)
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")


def stage_kind(title: str) -> str:
    """The kind of a stage of that title; the empty string where no kind is evident."""
    words = " ".join(_EDGE.sub("", _REST.sub("", title)).split())
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(words)), "")
