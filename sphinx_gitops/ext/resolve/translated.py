"""The transform of translated texts: workflows and runbooks in, their index entries and titles in the domain out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.entries import anchor_of, runbook_anchor
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_title
from sphinx_gitops.ext.resolve.placeholders import figure_of
from sphinx_gitops.model import Component, Workflow
from sphinx_gitops.phrases import COMPONENT_ENTRY, PART_ENTRY, RUNBOOK_ENTRY, WORKFLOW_ENTRY
from sphinx_gitops.translation import translated

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def _entry(phrase: str, title: str, workflow: str = "") -> str:
    """An index entry's text; a semicolon would split it."""
    found = say(phrase).replace("{workflow}", workflow).replace("{title}", title)
    return found.replace(";", ",")


class TranslateWorkflows(SphinxTransform):
    """Adds the index entries, and gives the domain the workflow in the reader's language."""

    default_priority = 25  # after Sphinx has translated, at 20

    def apply(self, **kwargs: object) -> None:
        """Translate every workflow of the document."""
        own = [diagram for diagram in self.document.findall(gitops_diagram) if not diagram.request.view]
        for diagram in own:
            source = diagram.workflow
            workflow = translated(source, diagram["translations"])
            if workflow != source:
                diagram.workflow = workflow
                if diagram.request.registered:
                    gitops_domain(self.env).retitle(workflow, source, self.env.docname)
            if diagram.request.indexed:
                figure = figure_of(diagram)
                figure.parent.insert(figure.parent.index(figure), self._index(diagram, workflow))
        for title in self.document.findall(gitops_title):
            if title["shown"] != title["title"]:
                self._retitle(title)

    def _retitle(self, title: gitops_title) -> None:
        """Call a runbook in the contents, in the index and in the domain what it is in the reader's language."""
        name, shown, signature = title["name"], title["shown"], title.parent
        if isinstance(signature, addnodes.desc_signature):
            signature["toc"] = signature["_toc_name"] = shown
        if not title["registered"]:
            return
        gitops_domain(self.env).retitle_runbook(name, shown, self.env.docname)
        text, anchor = _entry(RUNBOOK_ENTRY, shown), runbook_anchor(name)
        for index in self.document.findall(addnodes.index):
            index["entries"] = [("single", text, *one[2:]) if one[2] == anchor else one for one in index["entries"]]

    def _index(self, diagram: gitops_diagram, workflow: Workflow) -> addnodes.index:
        rows = gitops_domain(self.env).data["rows"].get(self.env.docname, {})

        def anchor(name: str) -> str:
            row = rows.get(name)
            return row.anchor if row else anchor_of(name)  # one string in memory, not two

        entries = [("single", _entry(WORKFLOW_ENTRY, workflow.title), anchor(workflow.id), "", None)]
        for part in workflow.parts():
            phrase = COMPONENT_ENTRY if isinstance(part, Component) else PART_ENTRY
            text = _entry(phrase, part.title, workflow.title)
            entries.append(("single", text, anchor(f"{workflow.id}.{part.id}"), "", None))
        node = addnodes.index(entries=entries)
        node.source, node.line = diagram.source, diagram.line
        return node


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(TranslateWorkflows)
