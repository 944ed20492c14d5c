"""The redirects that a project has through other extensions in, from path to address out.

sphinx-reredirects: https://documatt.com/sphinx-reredirects/ · sphinxext-rediraffe: https://sphinxext-rediraffe.readthedocs.io/
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LINE = re.compile(r"""^\s*(?:"([^"]+)"|'([^']+)'|(\S+))\s+(?:"([^"]+)"|'([^']+)'|(\S+))\s*$""")


def _reredirects(app: Sphinx) -> Iterator[tuple[str, str]]:
    """Documents to addresses as seen from each: such that were, and pages that are; a wildcard means the latter."""
    given = getattr(app.config, "redirects", None)
    for source, target in given.items() if isinstance(given, Mapping) else ():
        names = [str(source)]
        if "*" in str(source):
            names = [name for name in sorted(app.env.found_docs) if fnmatchcase(name, str(source))]
        yield from ((name, str(target).replace("$source", name)) for name in names)


def _document(name: str, suffixes: list[str]) -> str:
    return next((name.removesuffix(suffix) for suffix in suffixes if suffix and name.endswith(suffix)), name)


def _rediraffe(app: Sphinx) -> Iterator[tuple[str, str]]:
    """Source files that were to source files that are."""
    given = getattr(app.config, "rediraffe_redirects", None)
    pairs: list[tuple[str, str]] = []
    if isinstance(given, Mapping):
        pairs = [(str(old), str(new)) for old, new in given.items()]
    elif isinstance(given, str):
        path = Path(app.srcdir, given)
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        words = (tuple(filter(None, match.groups())) for line in text.splitlines() if (match := _LINE.match(line)))
        pairs = [(old, new) for old, new in words]
    suffixes = list(app.config.source_suffix)
    for old, new in pairs:
        source, target = (_document(PurePosixPath(name).as_posix(), suffixes) for name in (old, new))
        if source in app.env.found_docs:
            continue  # its page stays
        yield source, os.path.relpath(f"/{target}", PurePosixPath(f"/{source}").parent).replace(os.sep, "/")


def redirects(app: Sphinx) -> dict[str, str]:
    """Where each document leads that has no page of its own, as an address seen from there."""
    return dict((*_reredirects(app), *_rediraffe(app)))
