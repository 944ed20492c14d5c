"""A document as it has been read in, which of its runbooks each other anchor of it means, out.

An anchor within a runbook means it. A section means the only runbook in it, and what is in a section the runbook that
the section begins with: the one that is in it, and in no section of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.domain.conditional.node_anchors import anchors_at
from sphinx_gitops.ext.domain.conditions import Conditions, conditions_of
from sphinx_gitops.ext.domain.document_record import DocumentRecord
from sphinx_gitops.ext.nodes import gitops_object
from sphinx_gitops.runbook import Runbook

_Books: TypeAlias = tuple[str, ...]
_OURS = "gitops-"
"""How the anchors begin that one thing of ours alone has: they mean that."""


def _sections(node: nodes.Node) -> Iterator[nodes.section]:
    """The sections around a node, from inside, beginning with itself."""
    above: nodes.Node | None = node
    while above is not None:
        if isinstance(above, nodes.section):
            yield above
        above = above.parent


def _description(node: nodes.Node) -> addnodes.desc | None:
    """The description that a node is, or is in."""
    above: nodes.Node | None = node
    while above is not None and not isinstance(above, addnodes.desc):
        above = above.parent
    return above


class _Document:
    """The runbooks of a document: in which description, section and sections around each is."""

    def __init__(self, marks: list[gitops_object]) -> None:
        self.described: dict[int, str] = {}
        self.own: defaultdict[int, list[str]] = defaultdict(list)
        self.inside: defaultdict[int, list[str]] = defaultdict(list)
        for mark in marks:
            name, description = mark["said"].id, _description(mark)
            if description is not None:
                self.described[id(description)] = name
            sections = list(_sections(mark))
            for section in sections:
                self.inside[id(section)].append(name)
            for section in sections[:1]:
                self.own[id(section)].append(name)

    def groups(self, node: nodes.Node) -> tuple[_Books, ...]:
        """The runbooks that a node may mean: the first of these groups of which an output has one or more counts."""
        description = _description(node)
        if description is not None:
            name = self.described.get(id(description))
            return ((name,),) if name else ()
        inside = self.inside.get(id(node), ()) if isinstance(node, nodes.section) else ()
        around = (self.own.get(id(section), ()) for section in _sections(node))
        return tuple(dict.fromkeys(tuple(group) for group in (inside, *around) if group))


def runbooks_at(doctree: nodes.document) -> dict[Conditions, dict[str, tuple[_Books, ...]]]:
    """The runbooks that each anchor may mean, but for those of our own things, by the conditions of the anchor."""
    marks = [mark for mark in doctree.findall(gitops_object) if isinstance(mark["said"], Runbook)]
    found: dict[Conditions, dict[str, tuple[_Books, ...]]] = {}
    document = _Document(marks)
    for node in doctree.findall() if marks else ():
        anchors = [anchor for anchor in anchors_at(node) if not anchor.startswith(_OURS)]
        groups = document.groups(node) if anchors else ()
        for anchor in anchors if groups else ():
            found.setdefault(conditions_of(node), {}).setdefault(anchor, groups)
    return found


def anchors_of_runbooks(record: DocumentRecord) -> Mapping[str, list[str]]:
    """The anchors of a document that mean one runbook, by its id, as far as an output has that."""
    found: dict[str, list[str]] = {}
    for anchor, groups in record.runbooks_at.items():
        known = ([name for name in group if name in record.runbooks] for group in groups)
        books = next(filter(None, known), [])
        if len(books) == 1:
            found.setdefault(books[0], []).append(anchor)
    return found
