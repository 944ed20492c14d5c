"""A document whose texts are translated in, the index entries of its workflows and runbooks out."""

from __future__ import annotations

from dataclasses import replace

from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from sphinx_gitops.ext.domain.entries import anchor_of, runbook_anchor
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_facts, gitops_object, gitops_title
from sphinx_gitops.ext.placeholders import figure_of
from sphinx_gitops.ext.serialize import unpack
from sphinx_gitops.model import Component, Workflow
from sphinx_gitops.phrases.words import COMPONENT_ENTRY, PART_ENTRY, RUNBOOK_ENTRY, WORKFLOW_ENTRY
from sphinx_gitops.runbook import Runbook
from sphinx_gitops.workflows.translation import texts, translated


def originals(packed: bytes) -> list[str]:
    """The texts of a workflow, for the catalogue."""
    return texts(unpack(packed))


def _entry(phrase: str, title: str, workflow: str = "") -> str:
    """An index entry's text; a semicolon would split it."""
    found = say(phrase).replace("{workflow}", workflow).replace("{title}", title)
    return found.replace(";", ",")


class TranslateWorkflows(SphinxTransform):
    """Writes the index entries, and puts the workflow into the reader's language."""

    default_priority = 25  # after Sphinx has translated, at 20

    def apply(self, **kwargs: object) -> None:
        """Translate every workflow of the document."""
        own = [diagram for diagram in self.document.findall(gitops_diagram) if not diagram.request.view]
        for diagram in own:
            source = diagram.workflow
            workflow = translated(source, diagram["translations"])
            if workflow != source:
                diagram.workflow = workflow
            if diagram.request.indexed:
                figure = figure_of(diagram)
                figure.parent.insert(figure.parent.index(figure), self._index(diagram, workflow))
        for title in self.document.findall(gitops_title):
            if title["shown"] != title["title"]:
                self._retitle(title)
        for facts in self.document.findall(gitops_facts):
            if isinstance(facts["record"], Runbook):
                self._reword(facts["record"])

    def _reword(self, runbook: Runbook) -> None:
        """Give a runbook its symptoms in the reader's language in the domain too."""
        for mark in self.document.findall(gitops_object):
            if isinstance(mark["said"], Runbook) and mark["said"].id == runbook.id:
                mark["shown"] = replace(mark["shown"], symptoms=runbook.symptoms)

    def _retitle(self, title: gitops_title) -> None:
        """Call a runbook in the contents, in the index and in the domain what it is in the reader's language."""
        name, shown, signature = title["name"], title["shown"], title.parent
        if isinstance(signature, addnodes.desc_signature):
            signature["toc"] = signature["_toc_name"] = shown
        for mark in self.document.findall(gitops_object):
            if isinstance(mark["said"], Runbook) and mark["said"].id == name:
                mark["shown"] = replace(mark["said"], title=shown)
        text, anchor = _entry(RUNBOOK_ENTRY, shown), runbook_anchor(name)
        for index in self.document.findall(addnodes.index):
            index["entries"] = [("single", text, *one[2:]) if one[2] == anchor else one for one in index["entries"]]

    def _index(self, diagram: gitops_diagram, workflow: Workflow) -> addnodes.index:
        entries = [("single", _entry(WORKFLOW_ENTRY, workflow.title), anchor_of(workflow.id), "", None)]
        for part in workflow.parts():
            phrase = COMPONENT_ENTRY if isinstance(part, Component) else PART_ENTRY
            text = _entry(phrase, part.title, workflow.title)
            entries.append(("single", text, anchor_of(f"{workflow.id}.{part.id}"), "", None))
        node = addnodes.index(entries=entries, gitops=True)
        node.source, node.line = diagram.source, diagram.line
        return node
