"""The Sphinx side: each part sets itself up, or is loaded when it is needed, and this is the table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sphinx_gitops
from sphinx_gitops.ext import (
    application,
    citations,
    config,
    export,
    garbage_collection,
    late,
    locale,
    nodes,
    report,
    repositories,
)
from sphinx_gitops.ext.alerts import builder, index_entries
from sphinx_gitops.ext.directives import events
from sphinx_gitops.ext.directives.options import defaults, option_block
from sphinx_gitops.ext.domain import anchors, component_index, domain, external, registration
from sphinx_gitops.ext.domain.conditional import conditions, page_anchors, search_words
from sphinx_gitops.ext.domain.links import labels
from sphinx_gitops.ext.drift import builder as drift_builder
from sphinx_gitops.ext.outdated import interrupted, output_record
from sphinx_gitops.ext.outputs import client_mermaid, latex_package, script, unchanged
from sphinx_gitops.ext.resolve import translated

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

ENV_VERSION = 28
"""Rises with every change to what is pickled: the model, the nodes, the domain's rows."""


DIRECTIVES = {
    "workflow": "directives.workflow:WorkflowDirective",
    "component": "directives.component:ComponentDirective",
    "runbook": "directives.runbook:RunbookDirective",
    "table": "directives.table:TableDirective",
    "view": "directives.view:ViewDirective",
    "audit": "directives.audit:AuditDirective",
}
"""The directives, each plainly and in the domain."""
POST_TRANSFORMS = {
    "removed.writing:EnterDocument": 0,  # before others change anything
    "outputs.output_documents:EnterOutput": 1,  # before all that asks
    "resolve.tables.tables:ResolveTables": 4,
    "resolve.audits:ResolveAudits": 4,
    "resolve.descriptions:ResolveDescriptions": 4,
    "resolve.diagrams:ResolveDiagrams": 4,
    "resolve.outline_html:OutlinesToHtml": 11,  # after references are resolved, at 10
    "outputs.markdown:WriteAnchors": 11,  # the same
}
"""What replaces placeholders, with priorities."""
LISTENERS = (
    ("env-before-read-docs", "removed.second_writing:before_reading", 400),
    ("env-updated", "removed.second_writing:begin", 300),  # before anything asks
    ("env-updated", "alerts.contract:place", 400),  # before pages are looked at that show alerts
    ("missing-reference", "outdated.changed_documents:of_unread", 900),  # after intersphinx
    ("warn-missing-reference", "outdated.changed_documents:warn_missing", 500),
    ("env-updated", "outdated.changed_documents:stale", 500),
    ("env-updated", "outputs.stylesheets:write", 500),
    ("env-updated", "alerts.reported:report_findings", 600),
    ("env-updated", "drift.reported:hold", 650),  # in each build: a manifest may change while no document does
    ("env-check-consistency", "outdated.changed_documents:report_clashes", 500),
    ("env-check-consistency", "rules:check_workflows", 500),
    ("write-started", "removed.second_writing:before_writing", 500),
    ("doctree-resolved", "removed.second_writing:look", 9999),  # after what others do to it then
    ("html-page-context", "outputs.stylesheets:link", 500),
    ("build-finished", "outputs.stylesheets:write_custom", 500),
)
"""Events, who is told where something of ours is used, and when."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Load what every project needs into the application, and announce the rest."""
    for part in (
        application,
        garbage_collection,
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
        index_entries,
        builder,
        drift_builder,
        output_record,
        component_index,
        labels,
        translated,
        external,
        export,
        latex_package,
        client_mermaid,
        script,
        interrupted,
        unchanged,
    ):
        part.setup(app)
    for name, source in DIRECTIVES.items():
        app.add_directive(f"gitops-{name}", late.directive(source))  # type: ignore[arg-type] # stands for one
        app.add_directive_to_domain("gitops", name, late.directive(source))  # type: ignore[arg-type]
    for source, priority in POST_TRANSFORMS.items():
        app.add_post_transform(late.post_transform(source, priority))
    for event, source, priority in LISTENERS:
        app.connect(event, late.listener(source, [] if event == "env-updated" else None), priority)
    app.add_config_value("gitops_dark_selectors", [], "html", (list, tuple))
    app.add_node(nodes.gitops_html_anchor, markdown=(late.visitor("outputs.markdown:visit_anchor"), None))
    return {
        "version": sphinx_gitops.__version__,
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
