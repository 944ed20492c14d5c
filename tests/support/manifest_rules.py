"""What tests of the rules about manifests ask."""

from __future__ import annotations

from pathlib import Path

from sphinx_gitops.importers.discovery import Verdict
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.importers.rules import ManifestRule
from sphinx_gitops.rule import example_files
from support.repositories import write


def verdicts(rule: ManifestRule, files: dict[str, str] | str, root: Path) -> list[str]:
    """What a rule says of each place of a repository, in their order."""
    root.mkdir(parents=True, exist_ok=True)
    write(root, example_files(files) if isinstance(files, str) else files)
    return [one.verdict.value for one in discover(root).judged[rule.code]]


KEPT, BROKEN, UNVERIFIABLE = (verdict.value for verdict in (Verdict.KEPT, Verdict.BROKEN, Verdict.UNVERIFIABLE))
