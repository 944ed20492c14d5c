"""A document in, its diagrams out, each with the figure around it and the outline that has its key.

A workflow may be drawn twice in a document, for a screen and for paper, under ``only``: one of the two has the anchors
of the workflow, and where an output leaves that one out, the other gets them.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docutils import nodes
from sphinx import addnodes
from sphinx.util.tags import Tags

from sphinx_gitops.ext.domain.entries import anchor_of, outline_anchor
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_outline
from sphinx_gitops.ext.outputs.output_documents import Origins
from sphinx_gitops.model import Workflow


@dataclass(frozen=True, slots=True)
class Placeholders:
    """The nodes of one diagram; the outline is None where another extension has removed it."""

    diagram: gitops_diagram
    figure: nodes.figure
    outline: gitops_outline | None

    def anchor(self, workflow: Workflow) -> None:
        """Give the figure and the outline the anchors of their workflow."""
        self.diagram["request"] = replace(self.diagram.request, anchored=True)
        anchors = map(anchor_of, (workflow.id, *workflow.formerly))
        self.figure["ids"] = list(dict.fromkeys([*anchors, *self.figure["ids"]]))
        if self.outline:
            self.outline["ids"] = [outline_anchor(workflow.id)]

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


def left_out(node: nodes.Node | None, tags: Tags) -> bool:
    """Whether an ``only`` around a node leaves it out of the output, as Sphinx does after us."""
    while node is not None:
        if isinstance(node, addnodes.only) and not _holds(node["expr"], tags):
            return True
        node = node.parent
    return False


def _holds(expression: str, tags: Tags) -> bool:
    try:
        return tags.eval_condition(expression)
    except Exception:  # noqa: BLE001 - Sphinx warns of an expression that it cannot read, and keeps the content
        return True


def hand_over_anchors(found: Sequence[Placeholders], gone: Sequence[Placeholders], origins: Origins) -> None:
    """Anchor the first diagram of each workflow whose anchored one the output leaves out, in the same document."""
    wanted = {(origins.docname(one.figure), one.diagram.workflow.id) for one in gone if one.diagram.request.anchored}
    for one in found if wanted else ():
        if one.diagram.request.view:
            continue
        workflow = one.diagram.workflow
        key = origins.docname(one.figure), workflow.id
        if key in wanted:
            wanted.remove(key)
            one.anchor(workflow)


def placeholders(document: nodes.document) -> Iterator[Placeholders]:
    """Every diagram of a document; an outline whose diagram has been removed is removed as well."""
    outlines: defaultdict[str, deque[gitops_outline]] = defaultdict(deque)
    for outline in document.findall(gitops_outline):
        outlines[outline["key"]].append(outline)
    for diagram in list(document.findall(gitops_diagram)):
        own = outlines[diagram.request.key]
        yield Placeholders(diagram, figure_of(diagram), own.popleft() if own else None)
    for outline in (left for own in outlines.values() for left in own):
        outline.parent.remove(outline)
