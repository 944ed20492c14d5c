"""Repositories with pipelines of all kinds, and one of templates."""

from __future__ import annotations

from support.fleets.argo import CONFIG
from support.repositories import application, ks, kustomization


def overlays() -> dict[str, str]:
    """Overlays and nothing that reconciles them, with workflows of GitHub Actions."""
    files = {
        ".github/workflows/ci.yaml": """\
            name: ci
            on: [push]
            jobs:
              build:
                runs-on: ubuntu-latest
                steps: [{run: make}]
              scan:
                needs: [build]
                runs-on: ubuntu-latest
                steps: [{run: trivy image shop}]
              publish:
                needs: [build, scan]
                runs-on: ubuntu-latest
                steps: [{run: make push}]
        """,
        ".github/workflows/release.yaml": """\
            name: release
            on: {workflow_run: {workflows: [ci]}}
            jobs:
              release:
                uses: ./.github/workflows/deploy.yaml
        """,
        ".github/workflows/deploy.yaml": """\
            name: deploy
            on: {workflow_call: {}}
            jobs:
              apply:
                runs-on: ubuntu-latest
                steps: [{run: kubectl apply -k deploy}]
        """,
        "deploy/base/kustomization.yaml": kustomization("config.yaml"),
        "deploy/base/config.yaml": CONFIG,
    }
    for environment in ("dev", "staging", "production"):
        files[f"deploy/overlays/{environment}/kustomization.yaml"] = kustomization("../../base")
    return files


def gitlab() -> dict[str, str]:
    """A pipeline of GitLab CI and a cluster that Flux reconciles."""
    return {
        ".gitlab-ci.yml": """\
            stages: [build, verify]
            compile:
              stage: build
              script: [make]
            unit:
              stage: verify
              needs: [compile]
              script: [make test]
            scan:
              stage: verify
              needs: [unit]
              script: [trivy fs .]
        """,
        "flux/apps.yaml": ks("apps", "./workloads"),
        "workloads/kustomization.yaml": kustomization("config.yaml"),
        "workloads/config.yaml": CONFIG,
    }


def tekton() -> dict[str, str]:
    """A pipeline of Tekton and an Application."""
    return {
        "ci/pipeline.yaml": """\
            apiVersion: tekton.dev/v1
            kind: Pipeline
            metadata: {name: build, namespace: ci}
            spec:
              tasks:
              - {name: clone, taskRef: {name: git-clone}}
              - {name: compile, runAfter: [clone], taskRef: {name: make}}
              - {name: push, taskRef: {name: push}, params: [{name: image, value: $(tasks.compile.results.image)}]}
        """,
        "ci/release.yaml": """\
            apiVersion: tekton.dev/v1
            kind: Pipeline
            metadata: {name: release, namespace: ci}
            spec: {tasks: [{name: tag, taskRef: {name: tag}}]}
        """,
        "apps/shop.yaml": application("shop", "workloads/shop", url="https://git.example/me/fleet"),
        "workloads/shop/config.yaml": CONFIG,
    }


def templates() -> dict[str, str]:
    """Templates of Applications and Kustomizations: names, paths and namespaces that a renderer fills in."""
    return {
        "bootstrap/apps.yaml": application(
            "${CLUSTER}-apps", "clusters/${CLUSTER}", url="https://git.example/me/fleet"
        ),
        "bootstrap/shop.yaml": application("shop", "shops/${REGION}", destination="${NAMESPACE}"),
        "chart/Chart.yaml": "apiVersion: v2\nname: chart\nversion: 1.0.0\n",
        "chart/templates/app.yaml": application("{{ .Values.name }}-web", "{{ .Values.path }}")
        .replace(
            "{name: {{ .Values.name }}-web, namespace: argocd}", "\n  name: {{ .Values.name }}-web\n  namespace: argocd"
        )
        .replace("path: {{ .Values.path }}", "path: '{{ .Values.path }}'"),
        "flux/apps.yaml": ks("apps", "./apps/${ENVIRONMENT}"),
        "flux/infra.yaml": ks("infra", "./infra", extra="  dependsOn: [{name: '${BASE}'}]\n"),
        "infra/config.yaml": CONFIG,
    }
