"""What a ``gitops-audit`` directive asks for, frozen when it has run."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_gitops.audit.framework import Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditQuery:
    """The workflow to audit, by its id, the practices to hold it against, and whether levels are shown."""

    workflow: str
    framework: Framework
    levels: bool = False
