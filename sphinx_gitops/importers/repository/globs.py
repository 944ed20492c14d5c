"""A glob in, whether a path matches it out: ``*`` within a part, ``**`` across parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count, pairwise

_MAX_STARS = 12
"""A pattern with more is taken as plain text: matching it might take for ever."""
_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[[^\]/]+\]|\{[^}]*\}|.", re.DOTALL)
_WILD = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def once(expression: str, number: int) -> str:
    """An expression that is matched in one way alone, the first; the *number* is its own in the whole expression.

    A star that stands for the same letters may follow: it takes what another way would have left.
    """
    return f"(?=(?P<once{number}>{expression}))(?P=once{number})"


def starred(pieces: Sequence[str], inside: str) -> str:
    """An expression for *pieces* with stars between, each for letters that *inside* stands for, such as ``[^/]*``."""
    made = [once(f"{inside}?{re.escape(piece)}", number) for number, piece in enumerate(pieces[1:-1])]
    return re.escape(pieces[0]) + "".join(made) + (f"{inside}{re.escape(pieces[-1])}" if len(pieces) > 1 else "")


def _expression(glob: str, numbers: Iterator[int]) -> str:
    """The expression for a glob; each of its *numbers* is used once."""
    made: list[str] = []
    parts = _TOKEN.findall(glob)
    stars = [at for at, part in enumerate(parts) if part == "*"]
    done = 0
    for star, following in pairwise(stars):
        between = parts[star + 1 : following]
        if all(len(part) == 1 and part not in "?/" for part in between):
            made += [_translated(part, numbers) for part in parts[done:star]]
            made.append(once(f"[^/]*?{re.escape(''.join(between))}", next(numbers)))
            done = following
    return "".join([*made, *(_translated(part, numbers) for part in parts[done:])])


def _translated(token: str, numbers: Iterator[int]) -> str:
    """The expression for one part of a glob."""
    if token in _WILD:
        return _WILD[token]
    inner = token[1:-1]
    if len(token) > 1 and token[0] == "[":
        escaped = inner.replace("\\", "\\\\").replace("[", "\\[")
        return f"[^{escaped[1:]}]" if escaped[0] in "!^" and len(escaped) > 1 else f"[{escaped}]"
    if len(token) > 1:
        return f"(?:{'|'.join(_expression(word, numbers) for word in inner.split(','))})"
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
        return re.compile(_expression(glob, count()) + r"\Z", re.DOTALL)
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
