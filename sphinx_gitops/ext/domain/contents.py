"""The domain in, what a build makes of its records out: documents, the objects of inventories, references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_gitops.ext.domain.document_record import DocumentRecord, Documents, combined
from sphinx_gitops.ext.domain.included import without_inclusions
from sphinx_gitops.ext.domain.make_reference import reference, to_doc

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder

    from sphinx_gitops.ext.domain.conditions import Conditions
    from sphinx_gitops.ext.domain.domain import GitOpsDomain
    from sphinx_gitops.ext.domain.entries import ObjectEntry


def referring(found: Mapping[Conditions, AbstractSet[tuple[str, str]]]) -> dict[Conditions, DocumentRecord]:
    """The records of a document that only refers to things."""
    return {conditions: DocumentRecord(references={*references}) for conditions, references in found.items()}


def documents(domain: GitOpsDomain) -> Documents:
    """What each document registers, as far as this build has it."""
    found = {
        docname: registered(domain, docname).removed(domain.removed.get(docname, frozenset()), docname)
        for docname in domain.parts
    }
    return without_inclusions(found, lambda docname: str(domain.env.doc2path(docname)))


def registered(domain: GitOpsDomain, docname: str) -> DocumentRecord:
    """What a document registers under the conditions that hold, whatever other extensions take out."""
    parts = domain.parts.get(docname, {})
    return combined(parts[conditions] for conditions in sorted(parts, key=len) if all(map(domain.holds, conditions)))


def find(domain: GitOpsDomain, objtype: str, target: str, docname: str) -> tuple[str, ObjectEntry] | None:
    """What a target means in a document."""
    found = None if objtype == "alert" else domain.index.find(objtype, target, docname)
    if found or objtype not in {"", "alert"}:
        return found
    entry = domain.alerts.entries.get(target)
    return (target, entry) if entry else None


def resolved(
    domain: GitOpsDomain,
    fromdocname: str,
    builder: Builder,
    typ: str,
    target: str,
    node: pending_xref,
    contnode: nodes.Element,
) -> nodes.reference | None:
    """The target of a role as a reference."""
    if typ == "doc":
        return to_doc(domain.env, fromdocname, builder, target, node, contnode)
    found = domain.find(typ, target, fromdocname)
    if found is None:
        return None
    shown, title = contnode, found[1].title
    if node.get("gitops:show") == "title":
        shown = nodes.inline(title, title, classes=["xref", "gitops", f"gitops-{typ}"])
    return reference(domain.index, builder, fromdocname, found, shown)


def resolved_any(
    domain: GitOpsDomain,
    fromdocname: str,
    builder: Builder,
    target: str,
    node: pending_xref,
    contnode: nodes.Element,
) -> list[tuple[str, nodes.reference]]:
    """What ``:any:`` may mean here."""
    found = domain.find("", target, fromdocname)
    if found is None:
        return []
    entry = found[1]
    shown = contnode if node.get("refexplicit") else nodes.inline(entry.title, entry.title, classes=["xref", "any"])
    return [(f"gitops:{entry.objtype}", reference(domain.index, builder, fromdocname, found, shown))]


def inventory(domain: GitOpsDomain) -> Iterator[tuple[str, str, str, str, str, int]]:
    """What search and inventories know."""
    index = domain.index
    for name, found in chain(index.rows.pairs(), index.runbooks.items(), domain.alerts.entries.items()):
        entry = index.placed(found)
        yield name, entry.title, entry.objtype, entry.docname, entry.anchor, -1 if entry.former else 1
