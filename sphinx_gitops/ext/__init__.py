"""The Sphinx side: what every project needs, and the table of what is loaded when it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sphinx_gitops
from sphinx_gitops.ext import application, config_values, garbage_collection, late, locale, nodes, report, repositories
from sphinx_gitops.ext.application import in_use
from sphinx_gitops.ext.config_values import given, has_alerts, has_script
from sphinx_gitops.ext.directives import WORKFLOW_READ
from sphinx_gitops.ext.directives.options import option_block
from sphinx_gitops.ext.domain import domain
from sphinx_gitops.ext.domain.domain import has_given
from sphinx_gitops.ext.domain.reading import references
from sphinx_gitops.ext.export import has_files
from sphinx_gitops.ext.late import building, directives_loaded
from sphinx_gitops.ext.outdated import interrupted
from sphinx_gitops.ext.outputs import latex_package

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

ENV_VERSION = 29
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
BUILDERS = {
    "gitops-alerts": "alerts.builder:AlertsBuilder",
    "gitops-drift": "drift.builder:DriftBuilder",
    "gitops-json": "export.export_file:ExportBuilder",
}
"""The builders that make no pages."""
TRANSFORMS = {
    "domain.reading.anchors:ClaimAnchors": 24,  # before index entries are written
    "resolve.translated:TranslateWorkflows": 25,  # after Sphinx has translated, at 20
}
"""What changes documents of ours that are read, with priorities."""
POST_TRANSFORMS = {
    "removed.writing:EnterDocument": 0,  # before others change anything
    "domain.conditional.excluded:DropExcluded": 1,  # before pictures of it are drawn
    "outputs.output_documents:EnterOutput": 1,  # before all that asks
    "resolve.tables.tables:ResolveTables": 4,
    "resolve.audits:ResolveAudits": 4,
    "resolve.descriptions:ResolveDescriptions": 4,
    "resolve.diagrams:ResolveDiagrams": 4,
    "resolve.outline_html:OutlinesToHtml": 11,  # after references are resolved, at 10
    "outputs.markdown:WriteAnchors": 11,  # the same
}
"""What replaces placeholders, with priorities."""
PLACEHOLDERS: dict[str, tuple[type[Element], ...]] = {
    "resolve.tables.tables:ResolveTables": (nodes.gitops_table,),
    "resolve.audits:ResolveAudits": (nodes.gitops_audit,),
    "resolve.descriptions:ResolveDescriptions": (nodes.gitops_signature, nodes.gitops_title, nodes.gitops_facts),
}
"""Those of the post-transforms that have nothing to do in a document without them."""
LISTENERS: tuple[tuple[str, str, int, Callable[..., bool]], ...] = (
    ("config-inited", "config:check", 500, given),
    ("config-inited", "directives.options.defaults:check", 500, given),
    ("config-inited", "export.audit_export:check", 500, given),
    ("config-inited", "outputs.client_mermaid:load", 500, given),
    ("builder-inited", "outputs.script:write", 500, has_script),
    ("env-before-read-docs", "removed.second_writing:before_reading", 400, in_use),
    ("env-before-read-docs", "outputs.unchanged:read", 500, in_use),
    ("env-before-read-docs", "alerts.index_entries:withdraw", 500, has_given),
    ("env-before-read-docs", "domain.links.labels:before_reading", 500, has_given),
    ("doctree-read", "domain.reading.registration:register", 900, directives_loaded),
    ("doctree-read", "domain.conditional.page_anchors:note", 950, has_alerts),
    ("env-updated", "removed.second_writing:begin", 300, in_use),  # before anything asks
    ("env-updated", "alerts.contract:place", 400, in_use),  # before pages are looked at that show alerts
    ("env-updated", "alerts.index_entries:settle", 450, in_use),
    ("missing-reference", "outdated.changed_documents:of_unread", 900, in_use),  # after intersphinx
    ("warn-missing-reference", "outdated.changed_documents:warn_missing", 500, in_use),
    ("env-updated", "outdated.changed_documents:stale", 500, in_use),
    ("env-updated", "outputs.stylesheets:write", 500, in_use),
    ("env-updated", "alerts.reported:report_findings", 600, in_use),
    ("env-updated", "drift.reported:hold", 650, in_use),  # in each build: manifests change while no document does
    ("env-check-consistency", "domain.external:check", 500, in_use),
    ("env-check-consistency", "outdated.changed_documents:report_clashes", 500, in_use),
    ("env-check-consistency", "rules:check_workflows", 500, in_use),
    ("write-started", "removed.second_writing:before_writing", 500, in_use),
    ("doctree-resolved", "outdated.output_record:note", 500, in_use),
    ("doctree-resolved", "outputs.unchanged:write", 500, in_use),
    ("doctree-resolved", "removed.second_writing:look", 9999, in_use),  # after what others do to it then
    ("html-page-context", "domain.components.component_entries:make_ready", 500, in_use),
    ("html-page-context", "outputs.script:link", 500, has_script),
    ("html-page-context", "outputs.stylesheets:link", 500, in_use),
    ("html-collect-pages", "domain.conditional.search_words:forget", 500, in_use),
    ("build-finished", "alerts.builder:write", 500, building("gitops-alerts")),
    ("build-finished", "drift.builder:write", 500, building("gitops-drift")),
    ("build-finished", "outdated.output_record:keep", 500, in_use),
    ("build-finished", "export.export_file:write_beside", 500, has_files),
    ("build-finished", "export.runbook_catalogue:write", 500, has_files),
    ("build-finished", "export.audit_export:write", 500, has_files),
    ("build-finished", "outputs.stylesheets:write_custom", 500, in_use),
    ("build-finished", "outputs.unchanged:keep", 998, in_use),  # when all others have looked at the files
)
"""Events, who is told, when, and under which condition it is loaded."""
_LISTS = frozenset({"env-updated", "html-collect-pages"})
"""The events that are answered with a list."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Load what every project needs into the application, and announce the rest."""
    parts = (application, garbage_collection, report, locale, config_values, nodes, repositories, option_block, domain)
    for part in (*parts, references, latex_package):
        part.setup(app)
    app.add_event(WORKFLOW_READ)
    for name, source in DIRECTIVES.items():
        app.add_directive(f"gitops-{name}", late.late_class(source))  # type: ignore[arg-type] # stands for one
        app.add_directive_to_domain("gitops", name, late.late_class(source))  # type: ignore[arg-type]
    for name, source in BUILDERS.items():
        app.add_builder(late.late_class(source, name=name))  # type: ignore[arg-type]
    app.add_role_to_domain("gitops", "manifest", late.role("directives.citations:ManifestRole"))
    for source, priority in TRANSFORMS.items():
        app.add_transform(late.transform(source, priority))
    for source, priority in POST_TRANSFORMS.items():
        app.add_post_transform(late.post_transform(source, priority, *PLACEHOLDERS.get(source, ())))
    for event, source, priority, when in LISTENERS:
        app.connect(event, late.listener(source, when, () if event in _LISTS else None), priority)
    interrupted.setup(app)  # which notes that a build has ended, when all is written
    app.add_node(nodes.gitops_html_anchor, markdown=(late.visitor("outputs.markdown:visit_anchor"), None))
    return {
        "version": sphinx_gitops.__version__,
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
