"""Names of ours that pages have."""

from __future__ import annotations

from sphinx_gitops.identifiers import css_name

STATUS_TIME_CLASS = "gitops-status-time"
"""The class of the time of a status, in a caption."""


def style_class(docname: str, workflow: str) -> str:
    """The class of the figures that show a workflow in its own colours; no id has a colon, so no two share one."""
    return "gitops-style-" + css_name(f"{docname}:{workflow}")
