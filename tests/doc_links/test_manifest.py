"""Objects: what they are called, where their link belongs, and whether operators stand before them."""

from __future__ import annotations

import pytest

from sphinx_gitops.doc_links.manifest import Holder
from sphinx_gitops.doc_links.reading import read_manifests


@pytest.mark.parametrize(
    ("version", "kind", "holder", "is_looked_at"),
    [
        ("argoproj.io/v1alpha1", "Application", Holder.INFO, True),
        ("argoproj.io/v1alpha1", "ApplicationSet", Holder.TEMPLATE_INFO, True),
        ("argoproj.io/v1alpha1", "Rollout", Holder.ANNOTATION, False),
        ("backstage.io/v1alpha1", "System", Holder.ENTITY_LINKS, True),
        ("apps/v1", "StatefulSet", Holder.ANNOTATION, True),
        ("helm.toolkit.fluxcd.io/v2", "HelmRelease", Holder.ANNOTATION, True),
        ("v1", "Secret", Holder.ANNOTATION, False),
        ("example.com/v1", "Application", Holder.ANNOTATION, False),
    ],
)
def test_the_link_of_an_object_belongs_where_its_tool_shows_it(version, kind, holder, is_looked_at):
    text = f"apiVersion: {version}\nkind: {kind}\nmetadata: {{name: a, namespace: b}}\n"
    (manifest,) = read_manifests(text.encode(), "a.yaml", "x").manifests
    assert (manifest.holder, manifest.is_looked_at, manifest.id) == (holder, is_looked_at, f"{kind}/b/a")
