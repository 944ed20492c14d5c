"""Files as they are in repositories: lists, templates, broken ones, and ones that are no manifests."""

from __future__ import annotations

import pytest

from sphinx_gitops.doc_links.reading import read_manifests

ONE = "kind: Service\napiVersion: v1\nmetadata: {name: a}\n"


def names(text: str, path: str = "a.yaml") -> list[str]:
    return [one.id for one in read_manifests(text.encode(), path, "x").manifests]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ONE, ["Service/a"]),
        (f"{ONE}---\n{ONE}", ["Service/a"] * 2),
        ("kind: List\nitems:\n- {kind: Service, metadata: {name: b}}\n- {kind: Service, metadata: {name: c}}\n", ["Service/b", "Service/c"]),
        ("kind: List\nitems: []\n", []),
        ("kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\nmetadata: {name: a}\n", []),
        ("image: x\n", []),
        ("kind: Service\n", []),
        ("", []),
    ],
)  # fmt: skip
def test_objects_are_those_of_every_document(text, expected):
    assert names(text) == expected


def test_an_object_ends_where_the_next_one_begins():
    found = read_manifests(f"# a\n{ONE}---\n{ONE}".encode(), "a.yaml", "x").manifests
    assert [(one.line, one.end) for one in found] == [(2, 5), (6, 9)]


def test_a_template_is_read_and_known_as_one():
    file = read_manifests(f"{{{{- if .Values.on }}}}\n{ONE}{{{{- end }}}}\n".encode(), "chart/templates/a.yaml", "x")
    assert [one.id for one in file.manifests] == ["Service/a"]
    assert file.is_template
    quoted = f"{ONE}spec: '{{{{ x }}}}'\n".encode()
    assert not read_manifests(quoted, "a.yaml", "x").is_template
    assert read_manifests(quoted, "chart/templates/a.yaml", "x").is_template


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"kind: [\n", "yaml-syntax"),
        (b"kind: {{ x\n  [\n", "docs-link-unverifiable"),
        (b"\xff\xfe\x00\xd8kind: x", "yaml-syntax"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_raised(content, code):
    file = read_manifests(content, "a.yaml", "x")
    assert [one.code for one in file.problems] == [code]
    assert file.problems[0].span.source == "a.yaml"


def test_a_checksum_of_sops_is_over_the_whole_object():
    assert read_manifests(f"{ONE}sops: {{mac: x}}\n".encode(), "a.yaml", "x").manifests[0].is_sealed
