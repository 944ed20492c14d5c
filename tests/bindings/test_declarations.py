"""What the manifests of components say."""

import pytest

from sphinx_gitops.bindings.declarations import DeclaredRepository, declared
from sphinx_gitops.evidence import Declared
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text

pytest_plugins = ("support.repositories",)

FILES = {
    "apps/shop.yaml": """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop, namespace: argocd}
        spec:
          source: {repoURL: 'https://example.org/x', path: shop, targetRevision: v1}
          destination: {name: x, namespace: shop}
          syncPolicy: {automated: {prune: true, selfHeal: true}}
    """,
    "apps/till.yaml": """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: till, namespace: argocd}
        spec:
          sources:
            - {repoURL: 'https://example.org/x', path: till, targetRevision: v2}
            - {repoURL: 'https://example.org/y', chart: z, targetRevision: '{{ version }}'}
          destination: {name: x, namespace: till}
    """,
    "apps/set.yaml": """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: set, namespace: argocd}
        spec:
          generators: [{clusters: {}}]
          template:
            metadata: {name: '{{name}}'}
            spec:
              source: {repoURL: 'https://example.org/x', path: set, targetRevision: v3}
              destination: {name: x, namespace: set}
    """,
    "apps/list.yaml": """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: list, namespace: argocd}
        spec:
          generators: [{list: {elements: [{name: eu}, {name: us}]}}]
          template:
            metadata: {name: 'web-{{name}}'}
            spec:
              source: {repoURL: 'https://example.org/x', path: web, targetRevision: v4}
              destination: {name: x, namespace: web}
              syncPolicy: {automated: {}}
    """,
    "flux/a.yaml": """
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: GitRepository
        metadata: {name: fleet, namespace: flux-system}
        spec: {url: 'https://example.org/fleet', ref: {branch: main}}
        ---
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: apps, namespace: flux-system}
        spec: {path: ./apps, prune: true, sourceRef: {kind: GitRepository, name: fleet}}
        ---
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: old, namespace: flux-system}
        spec: {path: ./old, prune: true, suspend: true, sourceRef: {kind: GitRepository, name: fleet}}
        ---
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: {name: db, namespace: data}
        spec: {chart: {spec: {chart: postgresql, version: 1.10, sourceRef: {kind: HelmRepository, name: bitnami}}}}
    """,
    ".github/workflows/ci.yml": "on: push\njobs:\n  build: {runs-on: x, steps: []}\n",
}


def said(read, tmp_path, binding):
    read(FILES)
    text = f"stages: {{cd: {{groups: {{g: {{components: {{A: {{manifest: {binding}}}}}}}}}}}}}"
    workflow = read_text(text, locate=lambda line, column: Span("w", line + 1, column + 1), default="w").workflow
    repository = DeclaredRepository(shown="deploy/", discovery=discover(tmp_path / "fleet"))
    (component,) = declared(workflow, [repository]).components()
    return component.declared


@pytest.mark.parametrize(
    ("binding", "places", "revision", "path", "automation"),
    [
        ("Application/argocd/shop", ["apps/shop.yaml:1"], "v1", "shop", "automated prune self-heal"),
        ("Application/shop", ["apps/shop.yaml:1"], "v1", "shop", "automated prune self-heal"),
        ("{object: Application/argocd/shop, spec.source.path: other}", ["apps/shop.yaml:1"], "v1", "shop", "automated prune self-heal"),
        ("Application/argocd/till", ["apps/till.yaml:1"], "v2", "till", "by-hand"),
        ("ApplicationSet/argocd/set", ["apps/set.yaml:1"], "v3", "set", "by-hand"),
        ("Application/argocd/web-eu", ["apps/list.yaml:1"], "v4", "web", "automated"),
        ("Kustomization/flux-system/apps", ["flux/a.yaml:6"], "main", "./apps", "automated prune"),
        ("Kustomization.kustomize.toolkit.fluxcd.io/flux-system/old", ["flux/a.yaml:11"], "main", "./old", "suspended"),
        ("HelmRelease/data/db", ["flux/a.yaml:16"], "1.10", "", "automated"),
        (".github/workflows/ci.yml#build", [".github/workflows/ci.yml:3"], "", "", ""),
        ("Application/argocd/*", ["apps/shop.yaml:1", "apps/till.yaml:1"], "v1, v2", "shop, till", ""),
    ],
)  # fmt: skip
def test_a_component_has_what_its_manifests_say(read, tmp_path, binding, places, revision, path, automation):
    words = tuple(word.replace("by-hand", "by hand") for word in automation.split())
    assert said(read, tmp_path, binding) == Declared(
        places=tuple(f"deploy/{place}" for place in places), revision=revision, path=path, automation=words
    )


@pytest.mark.parametrize("binding", ["./", "apps/", "Application/argocd/none", "Application/other/shop", "Application/argocd/shop@production"])  # fmt: skip
def test_what_no_manifest_is_named_by_says_nothing(read, tmp_path, binding):
    assert said(read, tmp_path, binding) is None


def test_of_many_different_values_none_is_named(read, tmp_path, make):
    files = {f"a{number}.yaml": make["application"](f"a{number}", f"p{number}") for number in range(5)}
    read(files)
    text = "stages: {cd: {components: {A: {manifest: Application/argocd/*}}}}"
    workflow = read_text(text, locate=lambda line, column: Span("w", line + 1, column + 1), default="w").workflow
    (component,) = declared(
        workflow, [DeclaredRepository(shown="", discovery=discover(tmp_path / "fleet"))]
    ).components()
    assert len(component.declared.places) == 5
    assert (component.declared.revision, component.declared.path) == ("HEAD", "")


def test_of_what_a_template_says_is_not_told_how_it_is_synchronised(read, tmp_path):
    text = FILES["apps/shop.yaml"].replace(
        "{automated: {prune: true, selfHeal: true}}", "{{- toYaml .Values.sync | nindent 12 }}"
    )
    read({"templates/shop.yaml": text, "Chart.yaml": "name: c\nversion: 1.0.0\n"})
    workflow = read_text("stages: {cd: {components: {A: {manifest: Application/argocd/shop}}}}", locate=lambda *_: Span("w", 1), default="w").workflow  # fmt: skip
    (component,) = declared(
        workflow, [DeclaredRepository(shown="", discovery=discover(tmp_path / "fleet"))]
    ).components()
    assert (component.declared.revision, component.declared.automation) == ("v1", ())
