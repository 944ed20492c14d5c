"""An object in a build: its names, and those that it had before."""

from __future__ import annotations

from sphinx_gitops.importers.kustomize.item import first_item
from support.manifests import document, item


def test_a_renamed_object_remembers_its_names():
    first = item("{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: x}}")
    second = first.renamed(name="b")
    third = second.renamed(namespace="y")
    assert (third.name, third.namespace, third.earlier) == ("b", "y", (("a", "x"), ("b", "x")))


def test_the_same_name_changes_nothing():
    first = item("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}")
    assert first.renamed(name="a", namespace="") is first
    assert first.renamed() is first


def test_what_is_cluster_scoped_is_in_no_namespace():
    for text in ("{apiVersion: v1, kind: Namespace, metadata: {name: a, namespace: x}}",):
        found = item(text)
        assert found.is_cluster_scoped
        assert found.namespace == found.renamed(namespace="y").namespace == ""


def test_a_generated_name_is_its_start():
    assert item("{apiVersion: tekton.dev/v1, kind: PipelineRun, metadata: {generateName: run-}}").name == "run-"


def test_a_kustomization_and_what_has_no_kind_are_no_objects():
    assert first_item(document("{apiVersion: kustomize.config.k8s.io/v1beta1, kind: Kustomization}")) is None
    assert first_item(document("{a: 1}")) is None
    assert first_item(document("[kind]")) is None
