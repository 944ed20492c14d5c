"""A document in, its diagrams out, each with the figure around it and the outline that has its key."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes

from sphinx_gitops.ext.nodes import gitops_diagram, gitops_outline


@dataclass(frozen=True, slots=True)
class Placeholders:
    """The nodes of one diagram; the outline is None where another extension has removed it."""

    diagram: gitops_diagram
    figure: nodes.figure
    outline: gitops_outline | None

    def remove(self) -> None:
        """Take both out of the document."""
        self.figure.parent.remove(self.figure)
        if self.outline:
            self.outline.parent.remove(self.outline)

    @property
    def outline_id(self) -> str:
        """The id of the text version; empty where it has none."""
        return str(self.outline["ids"][0]) if self.outline and self.outline["ids"] else ""


def figure_of(diagram: gitops_diagram) -> nodes.figure:
    """The figure around a diagram, however deep; where another extension has taken it away, a new one."""
    node = diagram.parent
    while node is not None and not isinstance(node, nodes.figure):
        node = node.parent
    if node is not None:
        return node
    figure = nodes.figure("", classes=["gitops-workflow"])
    figure.source, figure.line = diagram.source, diagram.line
    diagram.replace_self(figure)
    figure += diagram
    return figure


def paired(document: nodes.document) -> Iterator[Placeholders]:
    """Every diagram of a document; of copies, the first has the first outline."""
    outlines: defaultdict[str, deque[gitops_outline]] = defaultdict(deque)
    for outline in document.findall(gitops_outline):
        outlines[outline["key"]].append(outline)
    for diagram in list(document.findall(gitops_diagram)):
        own = outlines[diagram.request.key]
        yield Placeholders(diagram, figure_of(diagram), own.popleft() if own else None)


def placeholders(document: nodes.document) -> list[Placeholders]:
    """Every diagram of a document; an outline whose diagram has been removed is removed as well."""
    found = list(paired(document))
    known = {id(one.outline) for one in found}
    for outline in list(document.findall(gitops_outline)):
        if id(outline) not in known:
            outline.parent.remove(outline)
    return found
