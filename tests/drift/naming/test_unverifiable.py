"""A name that a template may make is not missing, unless nothing of the template is fixed."""

import pytest

from sphinx_gitops.drift.naming.unverifiable import may_be_made
from support.drift import inventory
from support.fleets import FLEETS


@pytest.mark.parametrize(
    ("fleet", "manifest", "expected"),
    [
        ("templates", "Application/argocd/eu-apps", True),
        ("templates", "Application/argocd/eu-applications", False),
        ("templates", "Application/argocd/front-web", True),
        ("templates", "Kustomization/flux-system/eu-apps", False),
        ("argo-sets", "Application/argocd/eu-agent", True),
        ("argo-sets", "Application/argocd/eu", False),
        ("argo-sets", "Deployment/x/y", True),
        ("argo-sets", "workloads/none.yaml", False),
    ],
)
def test_names(tmp_path, fleet, manifest, expected):
    found = inventory(tmp_path, FLEETS[fleet]())
    assert may_be_made(found, found.name(manifest)) is expected


def test_a_name_of_which_nothing_is_fixed_says_nothing(tmp_path):
    chart = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: '{{ .a }}-{{ .b }}', namespace: argocd}\n"
    found = inventory(tmp_path, {"templates/a.yaml": chart, "Chart.yaml": "name: c\nversion: 1.0.0\n"})
    assert not may_be_made(found, found.name("Application/argocd/web-one"))


def test_a_folder_with_the_name_of_a_kind_is_no_kind(tmp_path):
    found = inventory(tmp_path, {"Notes/a.txt": "x"})
    assert not may_be_made(found, found.name("Notes/b.txt"))


@pytest.mark.parametrize(("manifest", "expected"), [("Secret/shop/keys", True), ("Secret/keys", True), ("Secret/shop/key", False), ("Secret/other/keys", False)])  # fmt: skip
def test_a_secret_that_declares_nothing_is_there_though_it_is_no_object(tmp_path, manifest, expected):
    secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: keys, namespace: shop}\nstringData: {a: b}\n"  # noqa: S105 - a manifest
    found = inventory(tmp_path, {"secret.yaml": secret})
    assert may_be_made(found, found.name(manifest)) is expected


@pytest.mark.parametrize(("name", "expected"), [("'{{a}}-{{b}}'", False), ("'{{a}}-web'", True), ("'{{a}}-db'", False)])
def test_of_a_set_whose_results_nobody_knows_the_fixed_part_of_the_name_decides(tmp_path, name, expected):
    spec = f"spec:\n  generators: [{{plugin: {{}}}}]\n  template: {{metadata: {{name: {name}}}, spec: {{}}}}\n"
    text = f"apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {{name: s, namespace: argocd}}\n{spec}"
    found = inventory(tmp_path, {"s.yaml": text})
    assert may_be_made(found, found.name("Application/argocd/eu-web")) is expected
