"""The query of a table: its subject, columns, filter and order, checked by the directive and pickled in the doctree."""

from __future__ import annotations

from dataclasses import dataclass

COLUMNS = {
    "components": (
        *("component", "id", "kind", "mark", "stage", "group", "workflow", "tier", "owner", "tag", "link"),
        *("manifest", "file", "revision", "path", "automation", "status"),
        *("description", "receives", "sends", "runbook", "mention", "alert"),
    ),
    "flows": ("from", "to", "kind", "label", "description", "workflow"),
    "runbooks": ("runbook", "id", "procedure", "severity", "owner", "component", "mention", "alert"),
    "alerts": (
        *("alert", "severity", "group", "summary", "expression", "duration", "runbook", "component", "page"),
        *("owner", "procedure", "rule", "tool", "namespace", "label"),
    ),
    "workflows": ("workflow", "id", "description", "stages", "components", "flows"),
}
"""The fields of each subject: columns to show, and to filter and sort by."""
DEFAULTS = {
    "components": ("component", "kind", "stage", "owner", "runbook"),
    "flows": ("from", "to", "kind", "label"),
    "runbooks": ("runbook", "procedure", "severity", "component", "owner"),
    "alerts": ("alert", "severity", "summary", "runbook", "component"),
    "workflows": ("workflow", "description", "components"),
}
"""The columns of a table whose directive names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableQuery:
    """The query of a table; each part has been read once without an error."""

    subject: str
    workflow: str = ""
    columns: tuple[str, ...] = ()
    filter: str = ""
    sort: str = ""
