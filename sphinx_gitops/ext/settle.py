"""After translation, and before references are read: what a workflow says is written into its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.domain import gitops_domain
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_outline
from sphinx_gitops.ext.outline import OutlineBuilder
from sphinx_gitops.ext.rows import anchor_of
from sphinx_gitops.language import COMPONENT_ENTRY, PART_ENTRY, WORKFLOW_ENTRY
from sphinx_gitops.model import Component, Workflow
from sphinx_gitops.translation import translated

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def _entry(phrase: str, title: str, workflow: str = "") -> str:
    """An index entry's text; a semicolon would split it."""
    found = say(phrase).replace("{workflow}", workflow).replace("{title}", title)
    return found.replace(";", ",")


class SettleWorkflows(SphinxTransform):
    """Builds the text equivalent and the index entries, and tells the domain the titles, all of them translated."""

    default_priority = 25  # after Sphinx has translated, at 20

    def apply(self, **kwargs: object) -> None:
        """Settle every workflow of the document."""
        for outline in list(self.document.findall(gitops_outline)):
            figure = outline.parent[outline.parent.index(outline) - 1]
            diagram = next(iter(figure.findall(gitops_diagram)))
            workflow = translated(diagram["workflow"], diagram["translations"])
            diagram["workflow"] = workflow
            gitops_domain(self.env).retitle(workflow, self.env.docname)
            self._write(outline, diagram, workflow)
            if diagram["indexed"]:
                parent = figure.parent
                parent.insert(parent.index(figure), self._index(diagram, workflow))

    def _write(self, outline: gitops_outline, diagram: gitops_diagram, workflow: Workflow) -> None:
        builder = OutlineBuilder(
            workflow=workflow,
            vocabulary=vocabulary(self.config),
            docname=self.env.docname,
            say=say,
            anchors=diagram["anchored"],
        )
        outline += builder.build()
        if diagram["anchored"]:
            for node in (outline, *outline.findall(nodes.list_item)):
                if node["ids"]:
                    self.document.note_explicit_target(node, node)

    def _index(self, diagram: gitops_diagram, workflow: Workflow) -> addnodes.index:
        entries = [("single", _entry(WORKFLOW_ENTRY, workflow.title), anchor_of(workflow.id), "", None)]
        for thing in workflow.things():
            phrase = COMPONENT_ENTRY if isinstance(thing, Component) else PART_ENTRY
            text = _entry(phrase, thing.title, workflow.title)
            entries.append(("single", text, anchor_of(f"{workflow.id}.{thing.id}"), "", None))
        node = addnodes.index(entries=entries)
        node.source, node.line = diagram.source, diagram.line
        return node


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(SettleWorkflows)
