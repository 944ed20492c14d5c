"""Names of components, runbooks and documents in, references that Sphinx resolves for any builder out."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.domain.relations import PlacedRunbook, RelatedPage, RelatedTarget
from sphinx_gitops.ext.locale import say
from sphinx_gitops.phrases.translator import spaced


def _xref(text: str, refdoc: str, **attributes: Any) -> addnodes.pending_xref:
    shown = nodes.inline(text, text, classes=["xref", "gitops"])
    return addnodes.pending_xref("", shown, refdoc=refdoc, refexplicit=True, refwarn=False, **attributes)


def to_part(name: str, objtype: str, title: str, refdoc: str) -> addnodes.pending_xref:
    """A link to a workflow, or a part of one, by its full name."""
    return _xref(title, refdoc, refdomain="gitops", reftype=objtype, reftarget=name)


def to_component(name: str, title: str, refdoc: str) -> addnodes.pending_xref:
    """A link to a component by its full name, or by what was written."""
    return _xref(title, refdoc, refdomain="gitops", reftype="component", reftarget=name)


def to_target(target: RelatedTarget, refdoc: str) -> nodes.Node:
    """A link to a part of a workflow; its title alone where it has no place."""
    if target.row is None:
        return to_component(target.name, target.title, refdoc) if target.abroad else nodes.Text(target.title)
    return _xref(target.title, refdoc, refdomain="gitops", reftype=target.row.objtype, reftarget=target.name)


def to_runbook(book: PlacedRunbook, refdoc: str) -> list[nodes.Node]:
    """A link to a runbook, and what it is for."""
    runbook = book.runbook
    link = _xref(runbook.title, refdoc, refdomain="gitops", reftype="runbook", reftarget=runbook.id)
    words = [say(spaced(runbook.procedure.value)) if runbook.procedure else "", runbook.severity]
    facts = ", ".join(word for word in words if word)
    return [link, nodes.Text(f" ({facts})")] if facts else [link]


def to_alert(name: str, refdoc: str) -> addnodes.pending_xref:
    """A link to where an alert leads; its name alone where it leads nowhere."""
    return _xref(name, refdoc, refdomain="gitops", reftype="alert", reftarget=name)


def to_page(page: RelatedPage, refdoc: str) -> addnodes.pending_xref:
    """A link to a document by its title."""
    return _xref(page.title, refdoc, refdomain="std", reftype="doc", reftarget=f"/{page.docname}")


def joined(parts: list[list[nodes.Node]], comma: str = ", ") -> list[nodes.Node]:
    """Each part after the other, with commas between."""
    found: list[nodes.Node] = []
    for part in parts:
        found += [nodes.Text(comma), *part] if found else part
    return found
