"""A documented object that Git switches off, of which no workflow says so: explained by the rule about manifests."""

from __future__ import annotations

from sphinx_gitops.drift.rule import DriftRule
from sphinx_gitops.importers.rules import suspended

_TEXT = suspended.RULE
RULE = DriftRule(
    code=_TEXT.code,
    severity=_TEXT.severity,
    profile=_TEXT.profile,
    message=_TEXT.message,
    requirement=_TEXT.requirement,
    explanation=_TEXT.explanation,
    breaks=_TEXT.breaks,
    keeps=_TEXT.keeps,
    source=_TEXT.source,
    check=lambda differences: differences.suspensions(),
)
