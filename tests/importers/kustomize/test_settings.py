"""A kustomization file: what it includes and changes, in the order of the file."""

from __future__ import annotations

from sphinx_gitops.importers.kustomize.settings import settings_of
from support.manifests import document

TEXT = """\
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: shop
namePrefix: eu-
nameSuffix: -v2
resources: [a.yaml, ~, {b: c}, ../base]
bases: [../old]
components: [../parts]
patches:
  - path: patch.yaml
    target: {kind: X}
  - patch: |
      {a: 1}
    options: {allowNameChange: true}
patchesStrategicMerge:
  - merge.yaml
  - |
    kind: X
patchesJson6902:
  - {path: ops.yaml, target: {name: y}}
"""


def test_lists_keep_their_order_and_lose_what_is_no_text():
    found = settings_of(document(TEXT, "apps/kustomization.yaml"), "apps/")
    assert [one.text for one in found.resources] == ["a.yaml", "../base", "../old"]
    assert [one.text for one in found.components] == ["../parts"]
    assert (found.namespace, found.prefix, found.suffix, found.folder) == ("shop", "eu-", "-v2", "apps/")
    assert not found.is_component


def test_every_form_of_a_patch_is_known():
    patches = settings_of(document(TEXT), "").patches
    assert [(one.path, one.text.strip(), one.rename) for one in patches] == [
        ("patch.yaml", "", False),
        ("", "{a: 1}", True),
        ("merge.yaml", "", False),
        ("", "kind: X", False),
        ("ops.yaml", "", False),
    ]
    assert [one.target is not None for one in patches] == [True, False, False, False, True]


def test_a_component_is_told_by_its_kind():
    assert settings_of(document("{apiVersion: kustomize.config.k8s.io/v1alpha1, kind: Component}"), "").is_component
