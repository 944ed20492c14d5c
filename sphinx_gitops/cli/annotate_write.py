"""What ``annotate`` writes: links into manifests; what cannot be written is told."""

from __future__ import annotations

from sphinx_gitops.cli.files.link_writing import write_links
from sphinx_gitops.doc_links.check import LinkOutcome
from sphinx_gitops.doc_links.files import ManifestSources
from sphinx_gitops.doc_links.fixing import changes, fixed, refusal


def fix(outcome: LinkOutcome, sources: ManifestSources, annotation: str) -> tuple[int, int]:
    """Write what would mend the findings: how many links were written, and 1 where a file could not be."""
    known = {file.path: file for file in sources.files}
    every = (
        (change, refusal(change, known[change.manifest.path], annotation))
        for change in changes(sources.files, outcome.findings)
    )
    return write_links(every, lambda text, found: fixed(text, found, annotation))
