"""A glob in, whether a path matches it out: ``*`` within a part, ``**`` across parts."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=1024)
def compiled(glob: str) -> re.Pattern[str]:
    """The expression for paths that are wholly matched by *glob*."""
    parts: list[str] = []
    at = 0
    while at < len(glob):
        if glob.startswith("**/", at):
            parts.append("(?:[^/]+/)*")
            at += 3
        elif glob.startswith("**", at):
            parts.append(".*")
            at += 2
        elif glob[at] == "*":
            parts.append("[^/]*")
            at += 1
        elif glob[at] == "?":
            parts.append("[^/]")
            at += 1
        elif glob[at] == "[" and (end := glob.find("]", at + 2)) > 0:
            inner = glob[at + 1 : end].replace("\\", "\\\\").replace("[", "\\[")
            parts.append(f"[{'^' + inner[1:] if inner[0] in '!^' else inner}]")
            at = end + 1
        elif glob[at] == "{" and (end := glob.find("}", at)) > 0:
            parts.append(f"(?:{'|'.join(re.escape(word) for word in glob[at + 1 : end].split(','))})")
            at = end + 1
        else:
            parts.append(re.escape(glob[at]))
            at += 1
    try:
        return re.compile("".join(parts) + r"\Z", re.DOTALL)
    except re.error:
        return re.compile(re.escape(glob) + r"\Z")


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
