"""What a format says of a kind: references, and values under dotted paths."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.manifests.kind import ManifestKind, collected, reference, without_spec
from support.manifests import tree

BODY = tree(
    "spec: {ref: {name: x, namespace: n, kind: Other}, plain: {name: y}, list: [{a: 1}, {a: 2, b: ~}], keys: {k: v, l: w}, none: ~}"
)


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("spec.ref.name", [("spec.ref.name", "x")]),
        ("spec.list[].a", [("spec.list[0].a", "1"), ("spec.list[1].a", "2")]),
        ("spec.list[].b", []),
        ("spec.keys.*", [("spec.keys.k", "v"), ("spec.keys.l", "w")]),
        ("spec.none", []),
        ("spec.ref", []),
        ("spec.ref[].name", []),
        ("spec.x.y", []),
    ],
)
def test_scalars_are_collected_with_their_paths(pattern, found):
    assert [(path, scalar.text) for path, scalar in collected(BODY, pattern)] == found


def test_a_reference_names_its_kind_or_has_the_default():
    (named,) = reference(BODY, "sourceRef", "spec", "ref", group="g", default="Repo")
    assert (named.kind, named.name, named.namespace, named.edge) == ("Other", "x", "n", "sourceRef")
    (default,) = reference(BODY, "sourceRef", "spec", "plain", group="g", default="Repo")
    assert (default.kind, default.namespace) == ("Repo", "")
    (fixed,) = reference(BODY, "x", "spec", "ref", group="g", kind="Fixed")
    assert fixed.kind == "Fixed"


@pytest.mark.parametrize("key", ["none", "list", "keys", "missing"])
def test_without_a_name_there_is_no_reference(key):
    assert list(reference(BODY, "x", "spec", key, group="g")) == []


def test_a_document_without_a_spec_is_a_part_unless_its_kind_says_otherwise():
    kind = ManifestKind(family="f", group="g", kind="K")
    assert kind.is_partial(tree("{a: 1}"))
    assert kind.is_partial(tree("{spec: ~}"))
    assert not without_spec(BODY)
    assert list(kind.references(BODY)) == []
