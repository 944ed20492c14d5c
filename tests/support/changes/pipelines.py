"""Changes to pipelines, overlays and templates."""

from __future__ import annotations

from support.changes.change import FLOW, KUSTOMIZATION, MISSING, VALUE, change

CHANGES = (
    # pipelines
    change(
        "a job is renamed", "overlays", (".github/workflows/ci.yaml", ("  publish:\n", "  push:\n")),
        finding=(MISSING, ".github/workflows/ci.yaml#publish", ".github/workflows/ci.yaml:push"),
    ),
    change(
        "a job needs less", "overlays", (".github/workflows/ci.yaml", ("needs: [build, scan]", "needs: [build]")),
        finding=(FLOW, ".github/workflows/ci.yaml#publish", ".github/workflows/ci.yaml:publish"),
        documented="scan --> publish", field="needs",
    ),
    change(
        "a workflow is deleted", "overlays", (".github/workflows/deploy.yaml", None),
        finding=(MISSING, ".github/workflows/deploy.yaml", ".github/workflows/"),
    ),
    change(
        "a job calls a workflow no more", "overlays",
        (".github/workflows/release.yaml", ("uses: ./.github/workflows/deploy.yaml", "runs-on: ubuntu-latest")),
        finding=(FLOW, ".github/workflows/deploy.yaml", ".github/workflows/deploy.yaml:name"),
        documented="release --> deploy", field="workflow_run",
    ),
    change(
        "a job of GitLab needs less", "gitlab", (".gitlab-ci.yml", ("  needs: [unit]\n", "")),
        finding=(FLOW, ".gitlab-ci.yml#scan", ".gitlab-ci.yml:scan"), documented="unit --> scan", field="needs",
    ),
    change(
        "a job of GitLab is deleted", "gitlab",
        (".gitlab-ci.yml", ("scan:\n  stage: verify\n  needs: [unit]\n  script: [trivy fs .]\n", "")),
        finding=(MISSING, ".gitlab-ci.yml#scan", "./"),
    ),
    change(
        "a pipeline is renamed", "tekton", ("ci/release.yaml", ("name: release,", "name: publish,")),
        finding=(MISSING, "Pipeline/ci/release", "ci/release.yaml:apiVersion"),
    ),
    change(
        "the namespace of a pipeline changes", "tekton", ("ci/pipeline.yaml", ("namespace: ci", "namespace: build")),
        finding=(VALUE, "Pipeline/ci/build", "ci/pipeline.yaml:metadata"), field="metadata.namespace",
    ),
    change(
        "an overlay goes", "overlays", ("deploy/overlays/staging", None),
        finding=(MISSING, "deploy/overlays/staging/", "deploy/overlays/"),
    ),
    # templates
    change(
        "a path that is written changes beside templates", "templates",
        ("flux/infra.yaml", ("path: ./infra", "path: ./base")),
        finding=(VALUE, f"{KUSTOMIZATION}/flux-system/infra", "flux/infra.yaml:path"),
        field="spec.path", documented="spec.path: ./infra",
    ),
)  # fmt: skip
