"""A document as it has been read in, what it refers to that may be something of ours out, by conditions.

Which names are ours is known once all is read, so that this looks at every document; nothing else does for one in which
nothing is ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx import addnodes

from sphinx_gitops.ext.domain import OBJECT_TYPES
from sphinx_gitops.ext.late import directives_loaded, loaded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_gitops.ext.domain.conditions import Conditions
    from sphinx_gitops.ext.domain.domain import GitOpsDomain

_ANY = frozenset({"any", "myst"})
_LABELS = _ANY | {"ref"}


def _meant(node: addnodes.pending_xref) -> Iterator[tuple[str, str]]:
    """What a role refers to; ``:any:``, ``:ref:`` and links of MyST may mean something of ours."""
    target, role, domain = node["reftarget"], node["reftype"], node.get("refdomain")
    if domain == "gitops" and role in OBJECT_TYPES:
        yield role, target
    if role in _ANY and not domain:
        yield "any", target
    if role in _LABELS and target.lower().startswith("gitops-"):
        yield "ref", target.lower()


def references_of(doctree: nodes.document) -> dict[Conditions, set[tuple[str, str]]]:
    """The role and the target of each reference that may mean something of ours."""
    found: dict[Conditions, set[tuple[str, str]]] = {}
    looked: list[nodes.Node] = [doctree]
    for node in looked:  # which grows: docutils' own way takes ten times as long
        looked += node.children
        for meant in _meant(node) if isinstance(node, addnodes.pending_xref) else ():
            found.setdefault(loaded("domain.conditions:conditions_of")(node), set()).add(meant)
    return found


def note(app: Sphinx, doctree: nodes.document) -> None:
    """Note them where nothing of ours can be in the document; else they are registered with all that is."""
    if not directives_loaded():
        found = references_of(doctree)
        if found:
            cast("GitOpsDomain", app.env.get_domain("gitops")).note_references(app.env.docname, found)


def setup(app: Sphinx) -> None:
    """Look when a document has been read, after what others do to it then."""
    app.connect("doctree-read", note, priority=900)
