"""What Flux takes of a reference that says several things."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.revisions import flux_git_revision
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import parse


@pytest.mark.parametrize(
    ("ref", "words", "fixed"),
    [
        ("{branch: main}", "the branch main", False),
        ("{branch: main, tag: v1}", "v1", True),
        ("{tag: v1, semver: '*'}", "*", False),
        ("{semver: '*', name: refs/heads/x}", "refs/heads/x", False),
        ("{name: refs/heads/x, commit: abcdef0}", "abcdef0", True),
        ("{name: refs/pull/1/head}", "refs/pull/1/head", None),
    ],
)
def test_the_first_in_flux_s_order_counts(ref, words, fixed):
    body, _ = parse(f"spec: {{ref: {ref}}}", lambda line, column: Span("a.yaml", line + 1, column))
    revision = flux_git_revision(body)
    assert (revision.words, revision.fixed, revision.span.line) == (words, fixed, 1)
