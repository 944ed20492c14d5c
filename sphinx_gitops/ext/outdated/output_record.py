"""What each output shows, kept for each builder and folder, because what one has written says nothing of another.

It is kept beside the documents as read, and only when a build has ended, so that a build cut off leaves it as it was.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx
from sphinx.util import logging

from sphinx_gitops.ext.outputs import unchanged
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.ext.outputs.kept_files import RECORD, kept_for

if TYPE_CHECKING:
    from pathlib import Path

    from docutils import nodes

_now: WeakKeyDictionary[Sphinx, Mapping[str, str]] = WeakKeyDictionary()
"""What the documents of each application's build show, as digests."""
_logger = logging.getLogger(__name__)
_pages: WeakKeyDictionary[Sphinx, set[str]] = WeakKeyDictionary()
"""The documents that each application's build writes."""


def _record(app: Sphinx) -> Path:
    return kept_for(app, RECORD)


def _before(app: Sphinx) -> dict[str, str]:
    """What each document showed when it was last written here; where that cannot be read, none was."""
    try:
        found = json.loads(_record(app).read_bytes())
    except (OSError, ValueError, RecursionError):  # none yet, damaged, or too deep to be one of ours
        return {}
    return found if isinstance(found, dict) else {}


def changed(app: Sphinx, now: Mapping[str, str]) -> list[str]:
    """The documents that show something else than this output has of them."""
    _now[app], _pages[app] = now, set()
    before = _before(app)
    return sorted(docname for docname, digest in now.items() if before.get(docname) != digest)


def changed_since(app: Sphinx, now: Mapping[str, str]) -> set[str]:
    """The documents that show something else than was last said of them in this build."""
    before = _now.get(app, {})
    _now[app] = now
    return {docname for docname, digest in now.items() if before.get(docname) != digest}


def note(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Remember that a document is written; Sphinx resolves each in the main process, even where others write it."""
    _pages.setdefault(app, set()).add(docname)


def keep(app: Sphinx, exception: Exception | None) -> None:
    """Keep what is shown now by the documents that have been written, and what was by the others."""
    now, pages = _now.pop(app, None), _pages.pop(app, set())
    if exception is not None or now is None:
        return
    before = _before(app)
    whole = capabilities(app).assembled
    kept = {docname: now[docname] if whole or docname in pages else before.get(docname, "") for docname in now}
    if kept != now:
        unchanged.forget(app)
    if kept == before:
        return
    record = _record(app)
    draft = record.with_suffix(".part")
    try:
        draft.write_text(json.dumps(kept, sort_keys=True), encoding="utf-8")
        draft.replace(record)
    except OSError as error:  # the pages are whole: the next build writes them again, that is all
        _logger.info("what the pages show cannot be kept, so the next build writes them again: %s", error)
