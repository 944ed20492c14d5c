"""The settings that mean the same to the extension and to the command line, and what each is unless it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DOCS_ANNOTATION = "gitops.docs/url"
"""The annotation of manifests that links to the documentation."""
ALERT_DEFAULTS: Mapping[str, object] = {
    "gitops_alerts": [],
    "gitops_alerts_annotations": ["runbook_url", "runbook", "documentation"],
    "gitops_alerts_base": None,
    "gitops_alerts_required": ["critical", "page"],
}
"""The settings of alerts; the base is ``html_baseurl`` unless it is given."""
LINK_DEFAULTS: Mapping[str, object] = {"gitops_docs_annotation": DOCS_ANNOTATION}
"""The settings of links in manifests."""
DEFAULTS: Mapping[str, object] = {
    "gitops_kinds": {},
    "gitops_classes": {},
    "gitops_theme": "default",
    "gitops_rules": {},
    "gitops_rules_profile": "minimal",
    "gitops_icons": True,
    **ALERT_DEFAULTS,
    **LINK_DEFAULTS,
}
"""All of them."""
