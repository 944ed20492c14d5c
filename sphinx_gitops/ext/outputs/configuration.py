"""The configuration and the tags of a build in, a digest of all of them out, the same in every process."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def stable(value: object) -> str:
    """A value as a text in which the members of sets and mappings have an order."""
    match value:
        case dict():
            inner = ",".join(sorted(f"{stable(name)}:{stable(one)}" for name, one in value.items()))
        case set() | frozenset():
            inner = ",".join(sorted(map(stable, value)))
        case list() | tuple():
            inner = ",".join(map(stable, value))
        case _:
            return repr(value)
    return f"{type(value).__name__}({inner})"


def configuration(app: Sphinx) -> str:
    """A digest of what extensions may decide by."""
    values = sorted(f"{value.name}={stable(value.value)}" for value in app.config)
    return hashlib.sha256(stable([values, sorted(app.tags)]).encode(errors="surrogatepass")).hexdigest()
