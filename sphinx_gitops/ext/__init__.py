"""The Sphinx side: each part sets itself up, and this is the table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sphinx_gitops
from sphinx_gitops.ext import (
    application,
    audit_export,
    citations,
    config,
    export,
    locale,
    nodes,
    report,
    repositories,
    rules,
)
from sphinx_gitops.ext.alerts import builder, contract, index_entries, reported
from sphinx_gitops.ext.directives import (
    audit,
    component,
    defaults,
    events,
    option_block,
    runbook,
    table,
    view,
    workflow,
)
from sphinx_gitops.ext.domain import anchors, component_index, domain, external, registration
from sphinx_gitops.ext.domain.conditional import conditions, page_anchors, search_words
from sphinx_gitops.ext.outdated import changed_documents, interrupted, output_record
from sphinx_gitops.ext.outputs import latex, markdown, mermaid, output_documents, script, stylesheets
from sphinx_gitops.ext.resolve import audits, descriptions, diagrams, outline_html, tables, translated

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

ENV_VERSION = 22
"""Rises with every change to what is pickled: the model, the nodes, the domain's rows."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Load every part into the application."""
    for part in (
        application,
        report,
        locale,
        config,
        nodes,
        repositories,
        defaults,
        events,
        option_block,
        domain,
        citations,
        conditions,
        anchors,
        registration,
        search_words,
        page_anchors,
        contract,
        index_entries,
        changed_documents,
        reported,
        builder,
        output_record,
        component_index,
        workflow,
        component,
        runbook,
        table,
        tables,
        audit,
        audits,
        translated,
        external,
        output_documents,
        descriptions,
        export,
        audit_export,
        view,
        diagrams,
        outline_html,
        latex,
        markdown,
        mermaid,
        stylesheets,
        script,
        interrupted,
        rules,
    ):
        part.setup(app)
    return {
        "version": sphinx_gitops.__version__,
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
