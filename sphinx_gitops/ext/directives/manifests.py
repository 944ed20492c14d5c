"""A workflow in, the same with those of its folders of manifests out that are read; the document depends on them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sphinx.util.docutils import SphinxDirective

from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.repositories import is_above, note_folder
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Code, Problem
from sphinx_gitops.workflows.manifest_folders import folders_of


def noted(directive: SphinxDirective, workflow: Workflow) -> Workflow:
    """The workflow with the folders that may be read; what is wrong with the others is reported."""
    kept = []
    for folder in folders_of(workflow, Path(directive.env.srcdir)):
        why = ""
        if not directive.state.document.settings.file_insertion_enabled:
            why = "is not read: file_insertion_enabled is off"
        elif is_above(folder.path, Path(directive.env.srcdir)):
            why = "is above the repository that this documentation is in: name a folder of it"
        if why:
            message, span = f"{folder.text!r} {why}", workflow.span_of("manifests")
            report([Problem(code=Code.FILE_NOT_FOUND, message=message, span=span, path="manifests")])
        else:
            note_folder(directive.env, folder.path)
            kept.append(folder.text)
    return workflow if len(kept) == len(workflow.manifests) else replace(workflow, manifests=tuple(kept))
