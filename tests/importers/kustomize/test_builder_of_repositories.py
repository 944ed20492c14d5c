"""Kustomize builds: names, namespaces, patches and components."""

from textwrap import dedent

import pytest

pytest_plugins = ("support.repositories",)

KS = "Kustomization.kustomize.toolkit.fluxcd.io/"


def _dedent(text):
    return dedent(text).lstrip("\n")


@pytest.fixture
def flux(make):
    """A cluster that reconciles ./apps."""
    return {"clusters/prod/apps.yaml": make["ks"]("apps", "./apps")}


def test_a_namespace_overrides_what_is_written(read, make, flux):
    found = read(
        {
            **flux,
            "apps/kustomization.yaml": make["kustomization"]("a.yaml", extra="namespace: shop\n"),
            "apps/a.yaml": make["release"]("a", namespace="written"),
        }
    )
    assert "HelmRelease/shop/a@prod" in found.ids


def test_the_outermost_namespace_wins(read, make, flux):
    found = read(
        {
            **flux,
            "apps/kustomization.yaml": make["kustomization"]("inner", extra="namespace: outer\n"),
            "apps/inner/kustomization.yaml": make["kustomization"]("a.yaml", extra="namespace: inner\n"),
            "apps/inner/a.yaml": make["release"]("a"),
        }
    )
    assert "HelmRelease/outer/a@prod" in found.ids


def test_target_namespace_wins_over_every_kustomization(read, make):
    found = read(
        {
            "clusters/prod/apps.yaml": make["ks"]("apps", "./apps", extra="  targetNamespace: target\n"),
            "apps/kustomization.yaml": make["kustomization"]("a.yaml", extra="namespace: shop\n"),
            "apps/a.yaml": make["release"]("a"),
        }
    )
    assert "HelmRelease/target/a@prod" in found.ids


def test_a_component_sets_the_namespace_of_all_that_its_parent_gathered(read, make, flux):
    component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamespace: shared\n"
    found = read(
        {
            **flux,
            "apps/kustomization.yaml": make["kustomization"]("a.yaml", extra="components:\n  - ../parts/ns\n"),
            "apps/a.yaml": make["release"]("a", namespace="written"),
            "parts/ns/kustomization.yaml": component,
        }
    )
    assert "HelmRelease/shared/a@prod" in found.ids
    assert ("apps/", "parts/ns/") in found.edges("overlay")


def test_prefix_and_suffix_change_the_name(read, make, flux):
    found = read(
        {
            **flux,
            "apps/kustomization.yaml": make["kustomization"](
                "a.yaml", extra="namespace: shop\nnamePrefix: eu-\nnameSuffix: -v2\n"
            ),
            "apps/a.yaml": make["release"]("a"),
        }
    )
    assert "HelmRelease/shop/eu-a-v2@prod" in found.ids


def test_a_base_in_two_environments_is_one_object_with_both(read, make):
    found = read(
        {
            "apps/base/kustomization.yaml": make["kustomization"]("a.yaml", extra="namespace: shop\n"),
            "apps/base/a.yaml": make["release"]("a"),
            "apps/production/kustomization.yaml": make["kustomization"]("../base"),
            "apps/staging/kustomization.yaml": make["kustomization"]("../base"),
            "clusters/production/apps.yaml": make["ks"]("apps", "./apps/production"),
            "clusters/staging/apps.yaml": make["ks"]("apps", "./apps/staging"),
        }
    )
    assert found.object("HelmRelease/shop/a")["environments"] == ["production", "staging"]
    assert [one for one in found.ids if one.startswith("HelmRelease")] == ["HelmRelease/shop/a"]


def test_one_file_in_two_namespaces_lists_both_and_has_none(read, make):
    found = read(
        {
            "base/kustomization.yaml": make["kustomization"]("a.yaml"),
            "base/a.yaml": make["release"]("a"),
            "one/kustomization.yaml": make["kustomization"]("../base", extra="namespace: one\n"),
            "two/kustomization.yaml": make["kustomization"]("../base", extra="namespace: two\n"),
        }
    )
    one = found.object("HelmRelease/a")
    assert (one["namespace"], one["namespaces"]) == ("", ["one", "two"])


@pytest.mark.parametrize(
    "entry",
    [
        "patches:\n  - path: p.yaml\n",
        "patchesStrategicMerge:\n  - p.yaml\n",
    ],
)
def test_a_patch_is_no_object(read, make, flux, entry):
    found = read(
        {
            **flux,
            "apps/kustomization.yaml": make["kustomization"]("a.yaml", extra=entry),
            "apps/a.yaml": make["release"]("a", namespace="shop"),
            "apps/p.yaml": make["release"]("a", namespace="shop", extra="  interval: 5m\n"),
        }
    )
    assert found.ids.count("HelmRelease/shop/a@prod") == 1
    assert all(one["file"] != "apps/p.yaml" for one in found.json["objects"])


def test_an_overlay_that_deletes_an_object_does_not_give_it_its_environment(read, make):
    delete = """
        patches:
          - patch: |
              $patch: delete
              apiVersion: helm.toolkit.fluxcd.io/v2
              kind: HelmRelease
              metadata: {name: a}
    """
    found = read(
        {
            "base/kustomization.yaml": make["kustomization"]("a.yaml"),
            "base/a.yaml": make["release"]("a"),
            "overlays/prod/kustomization.yaml": make["kustomization"]("../../base"),
            "overlays/dev/kustomization.yaml": make["kustomization"]("../../base") + _dedent(delete),
        }
    )
    assert found.object("HelmRelease/a@prod")["environments"] == ["prod"]


def test_a_patch_that_renames_changes_the_name(read, make, flux):
    rename = """
        patches:
          - target: {kind: HelmRelease, name: a}
            patch: |
              - {op: replace, path: /metadata/name, value: b}
    """
    found = read(
        {
            **flux,
            "apps/kustomization.yaml": make["kustomization"]("a.yaml") + _dedent(rename),
            "apps/a.yaml": make["release"]("a", namespace="shop"),
        }
    )
    assert "HelmRelease/shop/b@prod" in found.ids


def test_a_merge_renames_only_where_it_may(read, make, flux):
    patch = """
        patches:
          - target: {kind: HelmRelease, name: a}
            options: {allowNameChange: true}
            patch: |
              apiVersion: helm.toolkit.fluxcd.io/v2
              kind: HelmRelease
              metadata: {name: b}
          - target: {kind: HelmRelease}
            patch: |
              apiVersion: helm.toolkit.fluxcd.io/v2
              kind: HelmRelease
              metadata: {name: any}
    """
    found = read(
        {
            **flux,
            "apps/kustomization.yaml": make["kustomization"]("a.yaml") + _dedent(patch),
            "apps/a.yaml": make["release"]("a", namespace="shop"),
        }
    )
    assert "HelmRelease/shop/b@prod" in found.ids


def test_a_path_that_only_a_patch_writes_is_followed(read, make):
    base = make["ks"]("apps", "x").replace("  path: x\n", "")
    patch = """
        patches:
          - target: {kind: Kustomization, name: apps}
            patch: |
              - {op: add, path: /spec/path, value: ./apps}
    """
    found = read(
        {
            "base/kustomization.yaml": make["kustomization"]("apps.yaml"),
            "base/apps.yaml": base,
            "clusters/prod/kustomization.yaml": make["kustomization"]("../../base") + _dedent(patch),
            "apps/a.yaml": make["release"]("a", namespace="shop"),
        }
    )
    assert found.edges("path") == [(f"{KS}flux-system/apps@prod", "apps/")]
    assert found.places("path") == [("clusters/prod/kustomization.yaml", 8)]
    assert found.object(f"{KS}flux-system/apps@prod")["fields"]["spec.path"] == "./apps"


def test_a_replacement_writes_the_target_namespace(read, make):
    replacement = """
        replacements:
          - source: {kind: Namespace, fieldPath: metadata.name}
            targets:
              - select: {group: kustomize.toolkit.fluxcd.io, kind: Kustomization}
                fieldPaths: [spec.targetNamespace]
                options: {create: true}
    """
    found = read(
        {
            "clusters/prod/apps.yaml": make["ks"]("apps", "./apps"),
            "apps/kustomization.yaml": make["kustomization"]("ns.yaml", "a-ks.yaml", extra="namespace: shop\n")
            + _dedent(replacement),
            "apps/ns.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: _}\n",
            "apps/a-ks.yaml": make["ks"]("a", "./code/a"),
            "code/a/release.yaml": make["release"]("a"),
        }
    )
    assert f"{KS}shop/a@prod" in found.ids
    assert "HelmRelease/shop/a@prod" in found.ids


@pytest.mark.parametrize("first", ["- ", "  "])
@pytest.mark.parametrize("how", ["replacements:\n  - path: r.yaml\n", "transformers:\n  - t.yaml\n"])
def test_a_replacement_may_stand_in_a_file(read, make, flux, first, how):
    found = read(
        {
            **flux,
            "apps/kustomization.yaml": make["kustomization"]("a.yaml", extra=how),
            "apps/a.yaml": make["release"]("a"),
            "apps/t.yaml": """
                apiVersion: builtin
                kind: ReplacementTransformer
                metadata: {name: r}
                replacements:
                  - path: r.yaml
            """,
            "apps/r.yaml": f"{first}sourceValue: shop\n"
            "  targets:\n    - select: {kind: HelmRelease}\n      fieldPaths: [metadata.namespace]\n",
        }
    )
    assert "HelmRelease/shop/a@prod" in found.ids


def test_cluster_scoped_kinds_have_no_namespace(read, make, flux):
    found = read(
        {
            **flux,
            "apps/kustomization.yaml": make["kustomization"]("s.yaml", extra="namespace: shop\n"),
            "apps/s.yaml": """
                apiVersion: external-secrets.io/v1
                kind: ClusterSecretStore
                metadata: {name: vault, namespace: ignored}
                spec: {provider: {vault: {}}}
            """,
        }
    )
    assert "ClusterSecretStore/vault@prod" in found.ids


def test_kustomizations_that_include_each_other_end(read, make, flux):
    found = read(
        {
            **flux,
            "apps/kustomization.yaml": make["kustomization"]("../other", "a.yaml"),
            "apps/a.yaml": make["release"]("a", namespace="shop"),
            "other/kustomization.yaml": make["kustomization"]("../apps"),
        }
    )
    assert "HelmRelease/shop/a@prod" in found.ids


def test_a_folder_without_kustomization_gives_all_files_below_it(read, make, flux):
    found = read(
        {
            **flux,
            "apps/deep/er/a.yaml": make["release"]("a", namespace="one"),
            "apps/built/kustomization.yaml": make["kustomization"]("b.yaml", extra="namespace: two\n"),
            "apps/built/b.yaml": make["release"]("b"),
            "apps/built/left-out.yaml": make["release"]("c", namespace="three"),
        }
    )
    contained = [to for _, to in found.edges("contains")]
    assert contained == ["HelmRelease/one/a@prod", "HelmRelease/two/b@prod"]
    assert "HelmRelease/three/c" in found.ids


def test_a_partial_document_counts_only_where_resources_name_it(read, make, flux):
    partial = "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: a}\nspec: {interval: 5m}\n"
    assert not [one for one in read({**flux, "apps/a.yaml": partial}).ids if one.startswith("HelmRelease")]
    found = read({**flux, "apps/kustomization.yaml": make["kustomization"]("a.yaml"), "apps/a.yaml": partial})
    assert "HelmRelease/a@prod" in found.ids


def test_secrets_that_a_generator_decrypts_get_the_namespace(read, make, flux):
    found = read(
        {
            **flux,
            "apps/kustomization.yaml": "namespace: shop\ngenerators:\n  - ksops.yaml\n",
            "apps/ksops.yaml": """
                apiVersion: viaduct.ai/v1
                kind: ksops
                metadata: {name: x}
                files: [./secret.enc.yaml]
            """,
            "apps/secret.enc.yaml": """
                apiVersion: v1
                kind: Secret
                metadata: {name: token}
                stringData: {token: "ENC[AES256_GCM,data:x]"}
                sops: {mac: x}
            """,
        }
    )
    assert "Secret/shop/token@prod" in found.ids
    assert found.codes == []


def test_a_flux_kustomization_in_a_file_of_that_name_is_an_object(read, make):
    found = read(
        {
            "clusters/home/kustomization.yaml": make["ks"]("root", "./clusters/home"),
            "clusters/home/apps.yaml": make["ks"]("apps", "./apps"),
            "apps/a.yaml": make["release"]("a", namespace="shop"),
        }
    )
    assert (f"{KS}flux-system/root@home", f"{KS}flux-system/apps@home") in found.edges("contains")
    assert found.json["folders"] == []


def test_a_folder_that_is_skipped_is_no_part_of_the_one_above_it(read, make, flux):
    files = {**flux, "apps/a.yaml": make["release"]("a"), "apps/tests/b.yaml": make["release"]("b")}
    assert "HelmRelease/b@prod" not in read(files).ids
    files["clusters/prod/more.yaml"] = make["ks"]("more", "./apps/tests")
    assert "HelmRelease/b@prod" in read(files).ids


def test_a_patch_is_applied_where_its_label_selector_fits(read, make, flux):
    labelled = make["release"]("a", namespace="shop").replace("metadata: {", "metadata: {labels: {tier: %s}, ")
    patch = """
        patches:
          - target: {kind: HelmRelease, labelSelector: "tier notin (web, db),tier"}
            patch: |
              - {op: replace, path: /metadata/name, value: b}
    """
    for tier, name in (("web", "a"), ("job", "b")):
        found = read(
            {
                **flux,
                "apps/kustomization.yaml": make["kustomization"]("a.yaml") + _dedent(patch),
                "apps/a.yaml": labelled % tier,
            }
        )
        assert f"HelmRelease/shop/{name}@prod" in found.ids


def test_a_thousand_kustomizations_in_a_row_end(read, make, flux):
    files = {f"k{n}/kustomization.yaml": make["kustomization"](f"../k{n + 1}", f"../k{n + 1}") for n in range(400)}
    files["apps/kustomization.yaml"] = make["kustomization"]("../k0", "a.yaml")
    files["apps/a.yaml"] = make["release"]("a", namespace="shop")
    assert "HelmRelease/shop/a@prod" in read({**flux, **files}).ids


def test_a_selector_that_might_take_for_ever_selects_nothing(read, make, flux):
    patch = """
        patches:
          - target: {kind: HelmRelease, name: "(a+)+b"}
            patch: |
              - {op: replace, path: /metadata/name, value: x}
    """
    found = read(
        {
            **flux,
            "apps/kustomization.yaml": make["kustomization"]("a.yaml") + _dedent(patch),
            "apps/a.yaml": make["release"]("a" * 60, namespace="shop"),
        }
    )
    assert f"HelmRelease/shop/{'a' * 60}@prod" in found.ids


def test_a_replacement_may_copy_from_a_config_map_that_is_made(read, make, flux):
    more = """
        configMapGenerator:
          - name: settings
            literals: [namespace=shop]
        replacements:
          - source: {kind: ConfigMap, name: settings, fieldPath: data.namespace}
            targets:
              - select: {kind: HelmRelease}
                fieldPaths: [metadata.namespace]
    """
    found = read(
        {
            **flux,
            "apps/kustomization.yaml": make["kustomization"]("a.yaml") + _dedent(more),
            "apps/a.yaml": make["release"]("a"),
        }
    )
    assert "HelmRelease/shop/a@prod" in found.ids


def test_transformers_in_place_and_in_files_change_names_and_namespaces(read, make, flux):
    more = """
        transformers:
          - ns.yaml
          - |
            apiVersion: builtin
            kind: PrefixTransformer
            metadata: {name: p}
            prefix: eu-
    """
    found = read(
        {
            **flux,
            "apps/kustomization.yaml": make["kustomization"]("a.yaml") + _dedent(more),
            "apps/ns.yaml": """
                apiVersion: builtin
                kind: NamespaceTransformer
                metadata: {name: n, namespace: shop}
                unsetOnly: true
            """,
            "apps/a.yaml": make["release"]("a") + make["release"]("b", namespace="own"),
        }
    )
    assert {"HelmRelease/shop/eu-a@prod", "HelmRelease/own/eu-b@prod"} <= set(found.ids)
