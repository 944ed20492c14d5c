"""What a repository declares, assembled: sorted, each field that is unknown named with its reason."""

from __future__ import annotations

from sphinx_gitops.importers.reading import discover

pytest_plugins = ("support.repositories",)


def test_objects_are_sorted_by_file_and_line_and_edges_by_kind(read, make):
    found = read(
        {
            "b.yaml": make["ks"]("one", "./x") + make["ks"]("two", "./y", extra="  dependsOn: [{name: one}]\n"),
            "a.yaml": make["release"]("a"),
        }
    )
    places = [(one["file"], one["line"]) for one in found.json["objects"]]
    assert places == sorted(places)
    kinds = [one["kind"] for one in found.json["edges"]]
    assert kinds == sorted(kinds)


def test_a_templated_value_is_named_with_its_reason(read):
    text = (
        "apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: x, namespace: '${NS}'}\n"
        "spec: {url: 'https://example.org/${REPO}'}\n"
    )
    found = read({"x.yaml": text})
    said = {(one["field"], one["why"]) for one in found.json["unverifiable"]}
    assert said == {("metadata.namespace", "templated"), ("spec.url", "templated")}
    (one,) = found.json["objects"]
    assert one["unverifiable"] == ["metadata.namespace", "spec.url"]


def test_an_object_knows_how_it_is_written_where_that_is_not_its_name(tmp_path, read, make):
    read(
        {
            "a.yaml": make["release"]("a"),
            "k/kustomization.yaml": make["kustomization"]("b.yaml", extra="namePrefix: x-\n"),
            "k/b.yaml": make["release"]("b"),
        }
    )
    assert {one.name: one.written for one in discover(tmp_path / "fleet").objects} == {"a": "", "x-b": "b"}
