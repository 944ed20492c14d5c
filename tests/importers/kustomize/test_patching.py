"""Patches on objects: merged, operated on, renamed, removed."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.documents import text_at
from sphinx_gitops.importers.kustomize.patching import parsed_patch, patched
from sphinx_gitops.problems import Span
from support.manifests import item, tree

SHOP = item("{apiVersion: apps/v1, kind: Deployment, metadata: {name: shop}, spec: {replicas: 1}}")
OTHER = item("{apiVersion: apps/v1, kind: Deployment, metadata: {name: other}, spec: {replicas: 1}}")
PART = "apiVersion: apps/v1, kind: Deployment, metadata: {name: shop}"


def apply(patch: str, target: str = "", *, rename: bool = False):
    found = list(patched((SHOP, OTHER), tree(patch), tree(target) if target else None, rename=rename))
    return [(one.name, text_at(one.body, "spec", "replicas")) for one in found]


@pytest.mark.parametrize(
    ("patch", "target", "after"),
    [
        (f"{{{PART}, spec: {{replicas: 3}}}}", "", [("shop", "3"), ("other", "1")]),
        (f"{{{PART}, $patch: delete}}", "", [("other", "1")]),
        ("{spec: {replicas: 3}}", "{kind: Deployment}", [("shop", "3"), ("other", "3")]),
        ("[{op: replace, path: /spec/replicas, value: 5}]", "{name: other}", [("shop", "1"), ("other", "5")]),
        ("[{op: replace, path: /spec/replicas, value: 5}]", "", [("shop", "1"), ("other", "1")]),
        ("[{op: replace, path: /metadata/name, value: new}]", "{name: shop}", [("new", "1"), ("other", "1")]),
        ("[{op: remove, path: /spec}]", "{name: shop}", [("shop", ""), ("other", "1")]),
        ("[{op: replace, path: '', value: text}]", "{name: shop}", [("shop", "1"), ("other", "1")]),
        ("[{op: remove, path: /}]", "{name: shop}", [("shop", "1"), ("other", "1")]),
        ("text", "{name: shop}", [("shop", "1"), ("other", "1")]),
    ],
)
def test_a_patch_changes_what_it_means(patch, target, after):
    assert apply(patch, target) == after


def test_a_merge_renames_only_where_it_may():
    patch = "{metadata: {name: new}}"
    assert apply(patch, "{name: shop}")[0][0] == "shop"
    assert apply(patch, "{name: shop}", rename=True)[0][0] == "new"


def test_an_inline_patch_has_the_lines_of_its_file():
    first, second = parsed_patch("a: 1\n---\nb: 2\n", Span("kustomization.yaml", 7))
    assert (first.get("a").span.line, second.get("b").span.line) == (8, 10)
    (short,) = parsed_patch("{a: 1}", Span("kustomization.yaml", 7))
    assert short.get("a").span == Span("kustomization.yaml", 7)


def test_an_inline_patch_that_is_no_yaml_says_nothing():
    assert parsed_patch("a: [", Span("kustomization.yaml", 7)) == ()
