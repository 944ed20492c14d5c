"""A stage has a kind where its title says it and nothing else."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.diagrams.stages import stage_kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("CI", "ci"), ("⚙️ Continuous Integration (GitHub Actions)", "ci"), ("CI pipeline", "ci"), ("Continuous Deployment", "cd"),
        ("GitOps", "cd"), ("Source control", "source"), ("📊 Monitoring & Security", "monitoring"), ("Observability Layer", "monitoring"),
        ("Environments", "platform"), ("Local Development", ""), ("Data sources", ""), ("Circle", ""), ("", ""), ("CD drive", ""),
    ],
)  # fmt: skip
def test_a_title_says_a_kind(title, kind):
    assert stage_kind(title) == kind
