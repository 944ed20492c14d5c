"""The URL of a repository in, a form in which equal ones are equal out: without scheme, user and ``.git``."""

from __future__ import annotations

import re

_SCP = re.compile(r"^(?:[\w.-]+@)?([\w.-]+):(?!//)(?!\d+/)(.+)$")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://(?:[^@/]*@)?", re.IGNORECASE)
_ALIASES = (("ssh.dev.azure.com/v3/", "dev.azure.com/"), ("ssh.", ""), ("www.", ""))
"""Hosts that are another name of one, by how a URL starts."""
_PORT = re.compile(r"^([\w.-]+):\d+/")


def canonical_url(url: str) -> str:
    """``host/owner/name`` of any way to write it, in lower case."""
    text = url.strip().split("?", 1)[0]
    text = _SCHEME.sub("", text) if _SCHEME.match(text) else _SCP.sub(r"\1/\2", text)
    text = _PORT.sub(r"\1/", text)
    text = text.rstrip("/").removesuffix(".git").rstrip("/").lower().replace("/_git/", "/")
    for alias, host in _ALIASES:
        if text.startswith(alias):
            return host + text[len(alias) :]
    return text


def last_part(url: str) -> str:
    """The name of the repository in a canonical URL."""
    return url.rpartition("/")[2]
