"""One object in one context."""

from __future__ import annotations

from sphinx_gitops.importers.resolution.instance import Instance
from support.manifests import item


def test_the_same_object_in_two_contexts_is_two_instances():
    one = item("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}")
    first, second = (Instance(item=one, environments=frozenset({name})) for name in ("dev", "prod"))
    assert first != second
    assert first.document is second.document is one.document
    assert (first.reconciler, first.root) == (None, "")
