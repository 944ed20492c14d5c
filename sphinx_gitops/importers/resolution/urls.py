"""The URL of a repository in, a form in which equal ones are equal out: without scheme, user and ``.git``."""

from __future__ import annotations

import re

_SCP = re.compile(r"^(?:[\w.-]+@)?([\w.-]+):(?!//)(?!\d+/)(.+)$")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://(?:[^@/]*@)?", re.IGNORECASE)
_PORT = re.compile(r"^([\w.-]+):\d+/")


def canonical_url(url: str) -> str:
    """``host/owner/name`` of any way to write it, in lower case."""
    text = url.strip().split("?", 1)[0]
    text = _SCHEME.sub("", text) if _SCHEME.match(text) else _SCP.sub(r"\1/\2", text)
    text = _PORT.sub(r"\1/", text)
    return text.rstrip("/").removesuffix(".git").rstrip("/").lower()


def last_part(url: str) -> str:
    """The name of the repository in a canonical URL."""
    return url.rpartition("/")[2]
