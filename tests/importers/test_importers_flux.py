"""Flux: paths through artifacts, sources, dependencies, and what is bootstrapped."""

import pytest

pytest_plugins = ("support.repositories",)

KS = "Kustomization.kustomize.toolkit.fluxcd.io/"
GIT = "GitRepository.source.toolkit.fluxcd.io/"


def git(name, url, ref="branch: main"):
    return (
        "---\napiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\n"
        f"metadata: {{name: {name}, namespace: flux-system}}\nspec: {{url: '{url}', ref: {{{ref}}}}}\n"
    )


GENERATOR = """---
apiVersion: source.extensions.fluxcd.io/v1beta1
kind: ArtifactGenerator
metadata: {name: parts, namespace: flux-system}
spec:
  sources:
    - {alias: repo, kind: GitRepository, name: flux-system}
  artifacts:
    - name: apps
      copy:
        - {from: "@repo/apps/base/**", to: "@artifact/base/"}
        - {from: "@repo/apps/%s/**", to: "@artifact/%s/"}
"""


def test_a_path_leads_through_an_artifact_generator_of_its_own_environment(read, make):
    files = {}
    for name in ("production", "staging"):
        files[f"clusters/{name}/artifacts.yaml"] = GENERATOR % (name, name)
        files[f"clusters/{name}/apps.yaml"] = make["ks"]("apps", f"./{name}", kind="ExternalArtifact", source="apps")
        files[f"apps/{name}/kustomization.yaml"] = make["kustomization"]("../base/shop")
    files["apps/base/shop/kustomization.yaml"] = make["kustomization"]("a.yaml", extra="namespace: shop\n")
    files["apps/base/shop/a.yaml"] = make["release"]("a")
    found = read(files)
    assert found.edges("path") == [
        (f"{KS}flux-system/apps@production", "apps/production/"),
        (f"{KS}flux-system/apps@staging", "apps/staging/"),
    ]
    assert (f"{KS}flux-system/apps@staging", "ArtifactGenerator/flux-system/parts@staging") in found.edges("sourceRef")
    assert ("ArtifactGenerator/flux-system/parts@staging", f"{GIT}flux-system/flux-system", "implicit") in found.edges(
        "sourceRef"
    )


def test_a_bootstrapped_source_is_implicit(read, make):
    found = read({"clusters/home/apps.yaml": make["ks"]("apps", "./apps"), "apps/a.yaml": make["release"]("a")})
    assert found.edges("sourceRef") == [(f"{KS}flux-system/apps@home", f"{GIT}flux-system/flux-system", "implicit")]
    assert found.codes == []


def test_what_a_flux_instance_makes_is_implicit(read, make):
    found = read(
        {
            "clusters/home/instance.yaml": """
                apiVersion: fluxcd.controlplane.io/v1
                kind: FluxInstance
                metadata: {name: flux, namespace: flux-system}
                spec:
                  sync:
                    kind: GitRepository
                    name: home-ops
                    url: https://example.org/me/fleet.git
                    ref: refs/heads/main
                    path: clusters/home
            """,
            "clusters/home/apps.yaml": make["ks"]("apps", "./apps", source="home-ops"),
            "apps/a.yaml": make["release"]("a", namespace="shop"),
        }
    )
    assert (f"{KS}flux-system/apps@home", f"{GIT}flux-system/home-ops", "implicit") in found.edges("sourceRef")
    assert ("FluxInstance/flux-system/flux@home", "clusters/home/") in found.edges("path")
    assert ("FluxInstance/flux-system/flux@home", f"{KS}flux-system/apps@home") in found.edges("contains")


def test_another_repository_is_unverifiable_and_named_by_its_url(read, make):
    found = read(
        {
            "clusters/home/own.yaml": git("flux-system", "https://example.org/me/fleet"),
            "clusters/home/src.yaml": git("other", "https://example.org/you/things"),
            "clusters/home/apps.yaml": make["ks"]("apps", "./apps", source="other"),
            "apps/a.yaml": make["release"]("a"),
        }
    )
    edge = (f"{KS}flux-system/apps@home", "https://example.org/you/things", "unverifiable")
    assert found.edges("path") == [edge]


def test_the_top_of_another_branch_is_unverifiable(read, make):
    found = read(
        {
            "clusters/home/own.yaml": git("rendered", "https://example.org/me/fleet", "branch: env/prod"),
            "clusters/home/apps.yaml": make["ks"]("apps", "./", source="rendered"),
        }
    )
    assert found.edges("path") == [(f"{KS}flux-system/apps@home", "./", "unverifiable")]


def test_a_path_of_the_own_repository_that_is_gone_is_missing(read, make):
    found = read(
        {
            "clusters/home/own.yaml": git("flux-system", "https://example.org/me/fleet"),
            "clusters/home/apps.yaml": make["ks"]("apps", "./apps/gone"),
            "apps/here/a.yaml": make["release"]("a"),
        }
    )
    assert found.edges("path") == [(f"{KS}flux-system/apps@home", "apps/gone/", "missing")]


def test_the_top_of_an_artifact_may_be_a_folder_above_the_file(read, make):
    source = (
        "---\napiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\n"
        "metadata: {name: flux-system, namespace: flux-system}\nspec: {url: 'oci://example.org/fleet'}\n"
    )
    found = read(
        {
            "kubernetes/flux/source.yaml": source,
            "kubernetes/flux/apps.yaml": make["ks"]("apps", "./apps", kind="OCIRepository"),
            "kubernetes/apps/a.yaml": make["release"]("a", namespace="shop"),
        }
    )
    assert found.edges("path") == [(f"{KS}flux-system/apps", "kubernetes/apps/")]


def test_a_dependency_is_resolved_after_the_namespace_has_come_from_outside(read, make):
    wait = "  dependsOn:\n    - name: b\n"
    found = read(
        {
            "clusters/home/apps.yaml": make["ks"]("apps", "./apps"),
            "apps/kustomization.yaml": make["kustomization"]("a.yaml", "b.yaml", extra="namespace: shop\n"),
            "apps/a.yaml": make["release"]("a", extra=wait),
            "apps/b.yaml": make["release"]("b"),
        }
    )
    assert found.edges("dependsOn") == [("HelmRelease/shop/a@home", "HelmRelease/shop/b@home")]
    assert found.places("dependsOn") == [("apps/a.yaml", 8)]


def test_a_dependency_of_another_kind_or_namespace_is_found_as_it_is_written(read, make):
    found = read(
        {
            "clusters/home/a.yaml": make["ks"](
                "a", "./apps/a", namespace="one", extra="  dependsOn: [{name: b, namespace: two}]\n"
            ),
            "clusters/home/b.yaml": make["ks"]("b", "./apps/b", namespace="two"),
            "apps/a/x.yaml": make["release"]("x"),
            "apps/b/y.yaml": make["release"]("y"),
        }
    )
    assert found.edges("dependsOn") == [(f"{KS}one/a@home", f"{KS}two/b@home")]


def test_a_dependency_on_nothing_is_missing_and_a_problem(read, make):
    found = read(
        {
            "clusters/home/a.yaml": make["ks"]("a", "./apps", extra="  dependsOn:\n    - name: typo\n"),
            "apps/x.yaml": make["release"]("x"),
        }
    )
    assert found.edges("dependsOn") == [(f"{KS}flux-system/a@home", f"{KS}flux-system/typo", "missing")]
    assert found.codes == ["dependency-dangling"]


def test_what_a_resource_set_makes_is_never_missing(read, make):
    found = read(
        {
            "clusters/home/set.yaml": """
                apiVersion: fluxcd.controlplane.io/v1
                kind: ResourceSet
                metadata: {name: tenants, namespace: flux-system}
                spec:
                  inputs: [{tenant: one}]
                  resources:
                    - apiVersion: kustomize.toolkit.fluxcd.io/v1
                      kind: Kustomization
                      metadata: {name: << inputs.tenant >>, namespace: flux-system}
                      spec: {path: ./x}
            """,
            "clusters/home/a.yaml": make["ks"]("a", "./apps", extra="  dependsOn:\n    - name: one\n"),
            "apps/x.yaml": make["release"]("x"),
        }
    )
    assert found.edges("dependsOn")[0][2] == "unverifiable"
    assert found.codes == []
    assert len(found.ids) == 3


def test_a_circle_of_dependencies_is_an_error(read, make):
    found = read(
        {
            "clusters/home/a.yaml": make["ks"]("a", "./apps/a", extra="  dependsOn: [{name: b}]\n"),
            "clusters/home/b.yaml": make["ks"]("b", "./apps/b", extra="  dependsOn: [{name: a}]\n"),
            "apps/a/x.yaml": make["release"]("x"),
            "apps/b/y.yaml": make["release"]("y"),
        }
    )
    assert found.codes == ["dependency-cycle"]


def test_the_same_names_in_two_clusters_stay_apart(read, make):
    files = {}
    for name in ("one", "two"):
        files[f"clusters/{name}/apps.yaml"] = make["ks"](
            "apps", f"./apps/{name}", extra="  dependsOn: [{name: infra}]\n"
        )
        files[f"clusters/{name}/infra.yaml"] = make["ks"]("infra", "./infra")
        files[f"apps/{name}/a.yaml"] = make["release"]("a", namespace="shop")
    files["infra/b.yaml"] = make["release"]("b", namespace="infra")
    found = read(files)
    assert found.edges("dependsOn") == [
        (f"{KS}flux-system/apps@one", f"{KS}flux-system/infra@one"),
        (f"{KS}flux-system/apps@two", f"{KS}flux-system/infra@two"),
    ]
    assert found.object("HelmRelease/infra/b")["environments"] == ["one", "two"]
    assert found.codes == []


def test_a_cluster_that_contains_itself_is_listed_once(read, make):
    found = read(
        {
            "clusters/home/flux-system/kustomization.yaml": make["kustomization"]("gotk-sync.yaml"),
            "clusters/home/flux-system/gotk-sync.yaml": git("flux-system", "ssh://git@example.org/me/fleet")
            + make["ks"]("flux-system", "./clusters/home"),
            "clusters/home/apps.yaml": make["ks"]("apps", "./apps"),
            "apps/a.yaml": make["release"]("a", namespace="shop"),
        }
    )
    root = f"{KS}flux-system/flux-system@home"
    assert (root, f"{KS}flux-system/apps@home") in found.edges("contains")
    assert (root, root) not in found.edges("contains")
    assert found.ids.count(root) == 1


@pytest.mark.parametrize(
    ("kind", "group", "spec", "edge", "target", "group_of_target"),
    [
        ("Alert", "notification", "providerRef: {name: x}", "providerRef", "Provider", "notification"),
        ("ImagePolicy", "image", "imageRepositoryRef: {name: x}", "imageRepositoryRef", "ImageRepository", "image"),
        ("HelmChart", "source", "chart: c, sourceRef: {kind: Bucket, name: x}", "sourceRef", "Bucket", "source"),
    ],
)
def test_references_of_the_other_kinds(read, kind, group, spec, edge, target, group_of_target):
    found = read(
        {
            "a.yaml": (
                f"apiVersion: {group}.toolkit.fluxcd.io/v1\nkind: {kind}\n"
                f"metadata: {{name: a, namespace: n}}\nspec: {{{spec}}}\n---\n"
                f"apiVersion: {group_of_target}.toolkit.fluxcd.io/v1\nkind: {target}\n"
                "metadata: {name: x, namespace: n}\nspec: {bucketName: b, image: i, type: slack}\n"
            )
        }
    )
    assert found.edges(edge) == [(f"{kind}/n/a", f"{target}/n/x")]


def test_suspended_is_said(read, make):
    found = read({"clusters/home/a.yaml": make["ks"]("a", "./clusters", extra="  suspend: true\n")})
    assert found.codes == ["suspended"]
    assert found.json["problems"][0]["line"] == 8


def test_two_kustomizations_of_one_path_overlap(read, make):
    files = {"clusters/home/a.yaml": make["ks"]("a", "./apps") + make["ks"]("b", "./apps/")}
    files["apps/x.yaml"] = make["release"]("x", namespace="shop")
    assert read(files).codes == ["path-overlap"]
    files["clusters/home/a.yaml"] += "  targetNamespace: other\n"
    assert read(files).codes == []


def test_a_path_pattern_makes_an_artifact_for_each_folder(read, make):
    generator = GENERATOR.replace("name: apps\n", 'name: "{app}-{env}"\n').replace("apps/base", "apps/{app}/base")
    generator = (generator % ("{app}/envs/{env}", "envs/{env}")).replace(
        "  artifacts:", '  pathPattern: "@repo/apps/{app}/envs/{env}"\n  artifacts:'
    )
    found = read(
        {
            "clusters/dev/artifacts.yaml": generator,
            "clusters/dev/shop.yaml": make["ks"]("shop", "./envs/dev", kind="ExternalArtifact", source="shop-dev"),
            "apps/shop/base/kustomization.yaml": make["kustomization"]("a.yaml"),
            "apps/shop/base/a.yaml": make["release"]("a", namespace="shop"),
            "apps/shop/envs/dev/kustomization.yaml": make["kustomization"]("../../base"),
        }
    )
    assert found.edges("path") == [(f"{KS}flux-system/shop@dev", "apps/shop/envs/dev/")]
    assert (f"{KS}flux-system/shop@dev", "ArtifactGenerator/flux-system/parts@dev") in found.edges("sourceRef")


def test_a_file_that_is_copied_into_an_artifact_is_no_folder(read, make):
    generator = GENERATOR % ("prod", "prod")
    generator += '        - {from: "@repo/apps/values.yaml", to: "@artifact/prod/values.yaml"}\n'
    found = read(
        {
            "clusters/prod/artifacts.yaml": generator,
            "clusters/prod/apps.yaml": make["ks"]("apps", "./prod", kind="ExternalArtifact", source="apps"),
            "apps/values.yaml": "a: b\n",
            "apps/prod/a.yaml": make["release"]("a", namespace="shop"),
        }
    )
    assert found.edges("path") == [(f"{KS}flux-system/apps@prod", "apps/prod/")]


def test_a_shared_reconciler_takes_the_artifact_of_the_cluster_that_includes_it(read, make):
    files = {"shared/apps.yaml": make["ks"]("apps", "./envs", kind="ExternalArtifact", source="apps")}
    for name in ("production", "staging"):
        generator = (GENERATOR % (name, "envs")).replace("@artifact/base/", "@artifact/other/")
        files[f"clusters/{name}/artifacts.yaml"] = generator
        files[f"clusters/{name}/kustomization.yaml"] = make["kustomization"]("artifacts.yaml", "../../shared/apps.yaml")
        files[f"apps/{name}/a.yaml"] = make["release"](f"a-{name}", namespace="shop")
    found = read(files)
    assert found.edges("path") == [
        (f"{KS}flux-system/apps", "apps/production/"),
        (f"{KS}flux-system/apps", "apps/staging/"),
    ]
    assert found.edges("sourceRef")[2:] == [
        (f"{KS}flux-system/apps", "ArtifactGenerator/flux-system/parts@production"),
        (f"{KS}flux-system/apps", "ArtifactGenerator/flux-system/parts@staging"),
    ]
