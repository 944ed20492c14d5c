"""The records of all documents in, the same without what a document includes from the file of another that has it out.

Of documents that register one thing of one file, as where one includes it, the one that the file is has it, else the
first by name. Two files that register one name are a duplicate, which is left to :mod:`duplicates`.
"""

from __future__ import annotations

from collections.abc import Callable

from sphinx_gitops.ext.domain.document_record import BESIDE, Documents, Place


def without_inclusions(documents: Documents, path: Callable[[str], str]) -> Documents:
    """Each record with what its document has; *path* is the file of a document."""
    names: dict[Place, list[str]] = {}
    for docname in sorted(documents):
        for place in documents[docname].places:
            if place[0] not in BESIDE:
                names.setdefault(place, []).append(docname)
    lost: dict[str, set[Place]] = {}
    for place, docnames in names.items():
        for docname in _losers(documents, place, docnames, path) if len(docnames) > 1 else ():
            lost.setdefault(docname, set()).add(place)
    return {docname: record.without(lost.get(docname, set())) for docname, record in documents.items()}


def _losers(documents: Documents, place: Place, docnames: list[str], path: Callable[[str], str]) -> list[str]:
    """The documents that have a thing of a file that another has as well, and goes first."""
    by_file: dict[str, list[str]] = {}
    for docname in docnames:
        by_file.setdefault(documents[docname].places[place].source, []).append(docname)
    found: list[str] = []
    for file, sharing in by_file.items():
        first = next((docname for docname in sharing if path(docname) == file), sharing[0])
        found += [docname for docname in sharing if docname != first]
    return found
