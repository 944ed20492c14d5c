"""What an output was last seen without, kept for each builder and folder: pages may not be written again.

It holds as long as a document is not read again and nothing in the configuration changes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sphinx.util import logging

from sphinx_gitops.ext.outputs.configuration import configuration
from sphinx_gitops.ext.outputs.kept_files import kept_for
from sphinx_gitops.ext.removed.writing import Removal

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_SUFFIX = ".removed"
_logger = logging.getLogger(__name__)


def read(app: Sphinx) -> tuple[dict[str, Removal], list[str]]:
    """What each document was seen without, and the documents of which that has to be found out again."""
    try:
        found = json.loads(kept_for(app, _SUFFIX).read_bytes())
        removals = {
            str(docname): Removal(
                frozenset((str(part), str(name)) for part, name in lost),
                frozenset(tuple(int(number) for number in root) for root in roots),
            )
            for docname, (lost, roots) in found["documents"].items()
            if docname in app.env.all_docs
        }
        known = found["configuration"] == configuration(app)
    except (OSError, ValueError, AttributeError, TypeError, KeyError, RecursionError):  # none, or not one of ours
        return {}, []
    return (removals, []) if known else ({}, sorted(removals))


def keep(app: Sphinx, removals: Mapping[str, Removal]) -> None:
    """Keep it for the next build; no file where there is nothing."""
    record = kept_for(app, _SUFFIX)
    documents = {docname: [sorted(one.lost), sorted(one.roots)] for docname, one in sorted(removals.items())}
    try:
        if removals:
            record.write_text(
                json.dumps({"configuration": configuration(app), "documents": documents}), encoding="utf-8"
            )
        else:
            record.unlink(missing_ok=True)
    except OSError as error:  # the next build finds it out again, for pages that it writes
        _logger.info("what other extensions remove cannot be kept for the next build: %s", error)
