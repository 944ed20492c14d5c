"""What drift is, a rule a file: its code, severity, explanation, examples, and how it is found."""

from __future__ import annotations

from sphinx_gitops.drift.rule import DriftRule
from sphinx_gitops.drift.rules import (
    drift_attribute,
    drift_component_missing,
    drift_flow_missing,
    drift_undocumented,
    rollback_auto_sync_conflict,
    suspended,
)
from sphinx_gitops.importers.rules import MANIFEST_RULES

DRIFT_RULES: tuple[DriftRule, ...] = (
    drift_component_missing.RULE,
    drift_undocumented.RULE,
    drift_flow_missing.RULE,
    drift_attribute.RULE,
    rollback_auto_sync_conflict.RULE,
    suspended.RULE,
)
"""Every rule on drift, in the order in which they are explained."""
SHARED: frozenset[str] = frozenset(rule.code for rule in MANIFEST_RULES) & {rule.code for rule in DRIFT_RULES}
"""The codes that rules about manifests have, too: these explain them, and say of a waiver that it waives nothing."""
