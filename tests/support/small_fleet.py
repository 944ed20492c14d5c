"""A small repository with a cache of its own."""

from __future__ import annotations

import pytest


@pytest.fixture
def fleet(tmp_path, make, monkeypatch):
    """A small repository, and a cache of its own."""
    monkeypatch.setattr("sphinx_gitops.cli.discover.cache_folder", lambda: tmp_path / "cache")
    root = tmp_path / "fleet"
    for path, text in {
        "clusters/prod/apps.yaml": make["ks"]("apps", "./apps", extra="  dependsOn: [{name: infra}]\n"),
        "clusters/prod/infra.yaml": make["ks"]("infra", "./infra"),
        "apps/kustomization.yaml": make["kustomization"]("a.yaml", extra="namespace: shop\n"),
        "apps/a.yaml": make["release"]("a"),
        "infra/b.yaml": make["release"]("b", namespace="infra"),
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root
