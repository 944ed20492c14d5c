"""A glob in, whether a path matches it out: ``*`` within a part, ``**`` across parts."""

from __future__ import annotations

import re
from functools import lru_cache

_MAX_STARS = 12
"""A pattern with more is taken as plain text: matching it might take for ever."""
_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[[^\]/]+\]|\{[^}]*\}|.", re.DOTALL)
_WILD = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def _translated(token: str) -> str:
    """The expression for one part of a glob."""
    if token in _WILD:
        return _WILD[token]
    inner = token[1:-1]
    if len(token) > 1 and token[0] == "[":
        escaped = inner.replace("\\", "\\\\").replace("[", "\\[")
        return f"[^{escaped[1:]}]" if escaped[0] in "!^" and len(escaped) > 1 else f"[{escaped}]"
    if len(token) > 1:
        return f"(?:{'|'.join(''.join(map(_translated, _TOKEN.findall(word))) for word in inner.split(','))})"
    return re.escape(token)


@lru_cache(maxsize=1024)
def compiled(glob: str) -> re.Pattern[str]:
    """The expression for paths that are wholly matched by *glob*."""
    while "**/**" in glob:
        glob = glob.replace("**/**", "**")
    literal = re.compile(re.escape(glob) + r"\Z")
    if glob.count("*") > _MAX_STARS:
        return literal
    try:
        return re.compile("".join(map(_translated, _TOKEN.findall(glob))) + r"\Z", re.DOTALL)
    except re.error:
        return literal


def matches(path: str, glob: str) -> bool:
    """Whether *glob* matches a whole path."""
    return compiled(glob).match(path) is not None


def covers(path: str, glob: str) -> bool:
    """Whether an option's glob means a file: its path, a folder above, or, without a slash, any part of the path."""
    glob = glob.removeprefix("./").rstrip("/")
    parts = path.split("/")
    if "/" not in glob:
        return any(matches(part, glob) for part in parts)
    return any(matches("/".join(parts[:end]), glob) for end in range(1, len(parts) + 1))
