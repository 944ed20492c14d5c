"""Rules about manifests, each in a file of its own: what a repository declares in, what is wrong with it out."""

from sphinx_gitops.importers.discovery import Judged, Verdict
from sphinx_gitops.importers.rules import (
    dependency_cycle,
    dependency_dangling,
    path_overlap,
    remote_base_unpinned,
    revision_floating,
    secret_plaintext,
    suspended,
)
from sphinx_gitops.importers.rules.manifest_rule import ManifestRule, Manifests

MANIFEST_RULES: tuple[ManifestRule, ...] = (
    secret_plaintext.RULE,
    dependency_dangling.RULE,
    dependency_cycle.RULE,
    path_overlap.RULE,
    remote_base_unpinned.RULE,
    suspended.RULE,
    revision_floating.RULE,
)
"""The rules about manifests."""

__all__ = ["MANIFEST_RULES", "Judged", "ManifestRule", "Manifests", "Verdict"]
