"""Ids in, the shortest list of ids and patterns that covers them and no other out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache

from sphinx_gitops.importers.repository.globs import starred
from sphinx_gitops.importers.workflow.draft import ManifestEntry

_NAMED_ACROSS = 12
"""In so many environments at most each is named."""
_PATTERN_FROM = 3
"""Fewer ids are named one by one."""


@lru_cache(maxsize=4096)
def _expression(pattern: str, within: str) -> re.Pattern[str]:
    return re.compile(starred(pattern.split("*"), within) + r"\Z")


def covers(pattern: str, identity: str) -> bool:
    """Whether a binding covers an object: ``*`` stands for any text within one part."""
    return pattern == identity or ("*" in pattern and _expression(pattern, "[^/@#]*").match(identity) is not None)


def _reaches(pattern: str, identity: str) -> bool:
    """Whether a reader who takes only slashes for the ends of parts would say that it covers the object."""
    return _expression(pattern, "[^/]*").match(identity) is not None


def _pattern(identity: str) -> str:
    """The id with a star in the place of the name."""
    stem, at, where = identity.partition("@")
    return f"{stem.rpartition('/')[0]}/*{at}{where}"


def _across(ids: Collection[str], strangers: Collection[str]) -> list[str]:
    """Patterns for what very many environments have under one name."""
    named: dict[str, list[str]] = defaultdict(list)
    for identity in ids:
        stem, at, environment = identity.partition("@")
        if at and "*" not in identity and "/" not in environment:
            named[f"{stem}@*"].append(identity)
    many = (pattern for pattern, members in named.items() if len(members) > _NAMED_ACROSS)
    return sorted(pattern for pattern in many if not any(_reaches(pattern, one) for one in strangers))


def bound_ids(ids: Collection[str], others: Iterable[str]) -> tuple[ManifestEntry, ...]:
    """What covers *ids*, and none of *others* however a star is read."""
    strangers = [one for one in others if one not in ids]
    found = _across(ids, strangers)
    patterns: dict[str, list[str]] = defaultdict(list)
    for identity in sorted(one for one in ids if not any(covers(pattern, one) for pattern in found)):
        has_name = "/" in identity.partition("@")[0] and "*" not in identity
        patterns[_pattern(identity) if has_name else identity].append(identity)
    for pattern, members in patterns.items():
        many = len(members) >= _PATTERN_FROM or len(members) == len(ids) > 1
        exact = many and not any(_reaches(pattern, one) for one in strangers)
        found += [pattern] if exact else members
    return tuple(ManifestEntry(object=one) for one in found)
