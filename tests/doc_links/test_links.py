"""The addresses that an object carries, and which of them is its own."""

from __future__ import annotations

import pytest

from sphinx_gitops.doc_links.reading import read_manifests

HEAD = "apiVersion: {0}\nkind: {1}\nmetadata:\n  name: a\n"


@pytest.mark.parametrize(
    ("version", "kind", "more", "expected"),
    [
        ("v1", "Service", "  annotations: {docs: 'see https://a.example/x.'}\n", [("annotation docs", "https://a.example/x", False)]),
        ("v1", "Service", "  annotations: {my/key: 'https://a.example/x'}\n", [("annotation my/key", "https://a.example/x", True)]),
        ("v1", "Service", "  annotations: {my/key: 'Docs|https://a.example/x'}\n", [("annotation my/key", "https://a.example/x", True)]),
        ("v1", "Service", "  annotations: {my/key: '{{ url }}'}\n", [("annotation my/key", "{{ url }}", True)]),
        ("v1", "Service", "  annotations: {x: '{{ url }}', my/key: }\n", []),
        ("v1", "Service", "spec: {info: [{name: Docs, value: 'https://a.example/'}]}\n", []),
        ("argoproj.io/v1alpha1", "Application", "spec: {info: [{name: Docs, value: 'https://a.example/'}, {name: x}]}\n", [("spec.info", "https://a.example/", True)]),
        ("argoproj.io/v1alpha1", "ApplicationSet", "spec: {template: {spec: {info: [{name: Chat, value: 'https://a.example/'}]}}}\n", [("spec.template.spec.info", "https://a.example/", False)]),
        ("backstage.io/v1alpha1", "API", "  links: [{url: 'https://a.example/', title: 'Documentation:'}]\n", [("metadata.links", "https://a.example/", True)]),
    ],
)  # fmt: skip
def test_addresses_are_found_where_tools_show_them(version, kind, more, expected):
    (manifest,) = read_manifests((HEAD.format(version, kind) + more).encode(), "a.yaml", "my/key").manifests
    assert [(one.field, one.address, one.is_own) for one in manifest.links] == expected
