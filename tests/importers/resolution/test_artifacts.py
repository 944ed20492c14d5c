"""ArtifactGenerators: the artifacts that they make, and the folders behind them."""

from __future__ import annotations

import pytest

pytest_plugins = ("support.repositories",)


KS = "Kustomization.kustomize.toolkit.fluxcd.io/"


GIT = "GitRepository.source.toolkit.fluxcd.io/"


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


@pytest.mark.parametrize(
    ("generator", "path", "edges"),
    [
        ("", "./base", [("./base", "unverifiable")]),
        (GENERATOR % ("prod", "prod"), "./elsewhere", [("./elsewhere", "unverifiable")]),
        (GENERATOR % ("prod", "prod"), "./", [("apps/base/",), ("apps/prod/",)]),
        ((GENERATOR % ("prod", "prod")).replace("@repo/apps/prod/**", "@repo/apps/prod"), "./prod/prod", [("apps/prod/",)]),
        ((GENERATOR % ("prod", "prod")).replace("@repo/apps/prod", "@gone/apps/prod"), "./prod", [("./prod", "unverifiable")]),
        (GENERATOR % ("prod", "prod"), "../prod", [("../prod", "unverifiable")]),
    ],
    ids=["no generator", "not copied", "all that is copied", "a folder itself", "a source that is not there", "outside"],
)  # fmt: skip
def test_a_path_of_an_artifact_is_what_is_copied_there(read, make, generator, path, edges):
    files = {
        "clusters/prod/apps.yaml": make["ks"]("apps", path, kind="ExternalArtifact", source="apps"),
        "apps/base/a.yaml": make["release"]("a", namespace="shop"),
        "apps/prod/b.yaml": make["release"]("b", namespace="shop"),
    }
    found = read({**files, "clusters/prod/artifacts.yaml": generator} if generator else files)
    assert [(target, *state) for _, target, *state in found.edges("path")] == edges


def test_an_entry_of_an_artifact_that_is_no_mapping_is_passed_over(read, make):
    generator = GENERATOR % ("prod", "prod") + "    - not an artifact\n"
    files = {"clusters/prod/artifacts.yaml": generator, "apps/prod/b.yaml": make["release"]("b", namespace="shop")}
    files["clusters/prod/apps.yaml"] = make["ks"]("apps", "./prod", kind="ExternalArtifact", source="apps")
    assert read(files).edges("path") == [(f"{KS}flux-system/apps@prod", "apps/prod/")]
