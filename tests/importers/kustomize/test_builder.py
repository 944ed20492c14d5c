"""Kustomize builds of folders: transformers, components, generators, and what leads nowhere."""

from __future__ import annotations

import pytest

pytest_plugins = ("support.repositories",)

FLUX = "clusters/prod/apps.yaml"


@pytest.fixture
def built(read, make):
    """The ids below ``apps/`` as a cluster reconciles them."""

    def run(files):
        found = read({FLUX: make["ks"]("apps", "./apps"), **files})
        return [one for one in found.ids if one.startswith("HelmRelease")]

    return run


def test_a_namespace_transformer_may_leave_what_is_written(built, make):
    transformer = (
        "apiVersion: builtin\nkind: NamespaceTransformer\nmetadata: {name: n, namespace: late}\nunsetOnly: true\n"
    )
    files = {
        "apps/kustomization.yaml": make["kustomization"]("a.yaml", "b.yaml", extra="transformers: [t.yaml]\n"),
        "apps/t.yaml": transformer,
        "apps/a.yaml": make["release"]("a"),
        "apps/b.yaml": make["release"]("b", namespace="own"),
    }
    assert built(files) == ["HelmRelease/late/a@prod", "HelmRelease/own/b@prod"]
    files["apps/t.yaml"] = transformer.replace("unsetOnly: true\n", "")
    assert built(files) == ["HelmRelease/late/a@prod", "HelmRelease/late/b@prod"]


def test_transformers_in_place_change_names(built, make):
    extra = (
        "namespace: n\ntransformers:\n  - |\n    apiVersion: builtin\n    kind: PrefixTransformer\n    prefix: eu-\n"
        "  - |\n    apiVersion: builtin\n    kind: SuffixTransformer\n    suffix: -2\n"
    )
    files = {
        "apps/kustomization.yaml": make["kustomization"]("a.yaml", extra=extra),
        "apps/a.yaml": make["release"]("a"),
    }
    assert built(files) == ["HelmRelease/n/eu-a-2@prod"]


def test_a_replacement_transformer_and_a_file_of_replacements_write_names(built, make):
    entry = "source: {kind: ConfigMap, name: vars, fieldPath: data.name}\ntargets: [{select: {kind: HelmRelease}, fieldPaths: [metadata.name]}]\n"
    maps = "namespace: n\nconfigMapGenerator: [{name: vars, literals: [name=fresh]}]\n"
    for extra, file in (
        ("replacements: [{path: r.yaml}]\n", entry),
        ("replacements: [{path: r.yaml}]\n", f"- {entry.replace(chr(10), chr(10) + '  ').rstrip()}\n"),
        (
            "transformers: [r.yaml]\n",
            f"apiVersion: builtin\nkind: ReplacementTransformer\nmetadata: {{name: r}}\nreplacements:\n- {entry.replace(chr(10), chr(10) + '  ').rstrip()}\n",
        ),
    ):
        files = {
            "apps/kustomization.yaml": make["kustomization"]("a.yaml", extra=maps + extra),
            "apps/r.yaml": file,
            "apps/a.yaml": make["release"]("a"),
        }
        assert built(files) == ["HelmRelease/n/fresh@prod"], extra


def test_folders_that_include_each_other_end(built, make):
    files = {
        "apps/kustomization.yaml": make["kustomization"]("a.yaml", "../more", extra="namespace: n\n"),
        "apps/a.yaml": make["release"]("a"),
        "more/kustomization.yaml": make["kustomization"]("../apps", "b.yaml"),
        "more/b.yaml": make["release"]("b"),
    }
    assert built(files) == ["HelmRelease/n/a@prod", "HelmRelease/n/b@prod"]


@pytest.mark.parametrize(
    "resource", ["../../../outside.yaml", "/etc/x.yaml", "none.yaml", "https://example.org/x.yaml"]
)
def test_what_is_not_in_the_tree_is_left_out(built, make, resource):
    files = {
        "apps/kustomization.yaml": make["kustomization"]("a.yaml", resource, extra="namespace: n\n"),
        "apps/a.yaml": make["release"]("a"),
    }
    assert built(files) == ["HelmRelease/n/a@prod"]


def test_a_generator_that_decrypts_gives_its_files(read, make):
    generator = "apiVersion: viaduct.ai/v1\nkind: ksops\nmetadata: {name: k}\nfiles: [./s.enc.yaml, [no]]\n"
    encrypted = 'apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {a: "ENC[x]"}\nsops: {mac: x}\n'
    found = read(
        {
            FLUX: make["ks"]("apps", "./apps"),
            "apps/kustomization.yaml": "namespace: n\ngenerators: [g.yaml]\n",
            "apps/g.yaml": generator,
            "apps/s.enc.yaml": encrypted,
        }
    )
    assert "Secret/n/s@prod" in found.ids


def test_an_older_patch_in_place_deletes(built, make):
    extra = (
        "namespace: n\npatchesStrategicMerge:\n  - |\n    apiVersion: helm.toolkit.fluxcd.io/v2\n    kind: HelmRelease\n"
        "    metadata: {name: b}\n    $patch: delete\n"
    )
    files = {
        "apps/kustomization.yaml": make["kustomization"]("a.yaml", "b.yaml", extra=extra),
        "apps/a.yaml": make["release"]("a"),
        "apps/b.yaml": make["release"]("b"),
    }
    assert "HelmRelease/n/a@prod" in built(files)
    assert "HelmRelease/n/b@prod" not in built(files)


def test_what_is_no_transformer_no_replacement_or_no_object_changes_nothing(built, make):
    files = {
        "apps/kustomization.yaml": make["kustomization"]("a.yaml", "values.yaml", extra="transformers: [t.yaml]\nreplacements: [{path: r.yaml}]\n"),
        "apps/a.yaml": make["release"]("a", namespace="n"),
        "apps/values.yaml": "- kind: Secret\n",
        "apps/t.yaml": "apiVersion: builtin\nkind: LabelTransformer\nmetadata: {name: l}\n",
        "apps/r.yaml": "- targets: [{fieldPaths: [a]}]\n- text\n",
    }  # fmt: skip
    assert built(files) == ["HelmRelease/n/a@prod"]


def test_a_file_of_a_folder_may_hold_what_is_no_object(built, make):
    component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamePrefix: x-\n"
    text = f"values: {{}}\n---\n{component}{make['release']('a', namespace='n')}"
    assert built({"apps/a.yaml": text}) == ["HelmRelease/n/a@prod"]
