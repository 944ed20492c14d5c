"""The search index of the build before in, the same without words that no document has any more out.

Sphinx keeps the words of an earlier build, also those of what this build leaves out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

_MAPPINGS = ("_mapping", "_title_mapping")
"""What an index of Sphinx has of words, with the documents that have them."""


def forget(app: Sphinx) -> Iterable[tuple[str, dict[str, object], str]]:
    """Take out words without a document; no page is added."""
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None:
        for name in _MAPPINGS:
            documents: dict[str, set[str]] = getattr(indexer, name, {})
            for word in [word for word, having in documents.items() if not having]:
                del documents[word]
    return ()
