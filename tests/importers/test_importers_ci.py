"""GitHub Actions, GitLab CI, Tekton, Kargo and GitOps Promoter: parts and the order between them."""

pytest_plugins = ("support.repositories",)

CI = ".github/workflows/ci.yml"


def test_workflows_and_jobs(read):
    found = read(
        {
            CI: """
                name: Build
                on: push
                jobs:
                  build:
                    runs-on: x
                  test: {needs: build}
                  ship:
                    environment: {name: production, url: https://x}
                    needs:
                      - test
                      - gone
                  call:
                    uses: ./.github/workflows/reuse.yaml
                  far:
                    uses: org/repo/.github/workflows/x.yml@v1
            """,
            ".github/workflows/reuse.yaml": "on: workflow_call\njobs: {x: {}}\n",
            ".github/workflows/after.yaml": "on:\n  workflow_run:\n    workflows: [Build]\njobs: {x: {}}\n",
            "sub/.github/workflows/no.yaml": "jobs: {x: {}}\n",
            ".github/dependabot.yaml": "version: 2\n",
        }
    )
    assert [one for one in found.ids if one.startswith(CI)] == [
        CI,
        f"{CI}#build",
        f"{CI}#test",
        f"{CI}#ship",
        f"{CI}#call",
        f"{CI}#far",
    ]
    assert found.object(CI)["name"] == CI
    assert found.object(f"{CI}#ship")["fields"] == {"environment": "production"}
    assert found.object(f"{CI}#ship")["line"] == 7
    assert found.edges("needs") == [
        (f"{CI}#ship", f"{CI}#gone", "missing"),
        (f"{CI}#ship", f"{CI}#test"),
        (f"{CI}#test", f"{CI}#build"),
    ]
    assert found.places("needs") == [(CI, 11), (CI, 10), (CI, 6)]
    assert found.edges("uses") == [(f"{CI}#call", ".github/workflows/reuse.yaml")]
    assert found.edges("workflow_run") == [(".github/workflows/after.yaml", CI)]
    assert len(found.ids) == 10
    assert found.json["found"] is False


def test_gitlab_jobs_take_over_what_their_templates_say(read):
    found = read(
        {
            ".gitlab-ci.yml": """
                stages: [build, deploy]
                include: [{local: more.yml}]
                default: {image: x}
                .base: &base
                  needs: [build]
                  environment: {name: production}
                build:
                  script: !reference [.base, script]
                deploy:
                  extends: .base
                merged:
                  <<: *base
                other:
                  needs: [{job: build}, {pipeline: x, job: y}, from-include]
            """
        }
    )
    job = ".gitlab-ci.yml#"
    assert found.ids == [f"{job}build", f"{job}deploy", f"{job}merged", f"{job}other"]
    assert found.edges("needs") == [
        (f"{job}deploy", f"{job}build"),
        (f"{job}merged", f"{job}build"),
        (f"{job}other", f"{job}build"),
        (f"{job}other", f"{job}from-include", "unverifiable"),
    ]
    assert found.object(f"{job}deploy")["fields"]["environment"] == "production"


def test_tekton_tasks_run_after_each_other_and_after_whose_results_they_use(read):
    found = read(
        {
            ".tekton/build.yaml": """
                apiVersion: tekton.dev/v1
                kind: PipelineRun
                metadata: {generateName: build-}
                spec:
                  pipelineSpec:
                    tasks:
                      - name: clone
                      - name: build
                        runAfter:
                          - clone
                        params:
                          - {name: sha, value: $(tasks.clone.results.sha)}
                      - name: sign
                        params:
                          - name: image
                            value: $(tasks.build.results.image)
                    finally:
                      - name: report
            """
        }
    )
    run = "PipelineRun/build-"
    assert found.ids == [run, f"{run}#clone", f"{run}#build", f"{run}#sign", f"{run}#report"]
    assert found.edges("runAfter") == [(f"{run}#build", f"{run}#clone"), (f"{run}#sign", f"{run}#build")]
    assert [line for _, line in found.places("runAfter")] == [10, 16]
    assert found.object(f"{run}#clone")["kind"] == "PipelineTask"


def test_freight_runs_from_the_warehouse_through_the_stages(read):
    stage = """---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {{name: {name}, namespace: shop}}
spec:
  requestedFreight:
    - origin: {{kind: Warehouse, name: images}}
      sources: {{{sources}}}
"""
    found = read(
        {
            "kargo/all.yaml": "apiVersion: kargo.akuity.io/v1alpha1\nkind: Warehouse\n"
            "metadata: {name: images, namespace: shop}\nspec: {subscriptions: []}\n"
            "---\napiVersion: kargo.akuity.io/v1alpha1\nkind: Project\nmetadata: {name: shop}\n"
            + stage.format(name="dev", sources="direct: true")
            + stage.format(name="prod", sources="stages: [dev]")
        }
    )
    assert found.edges("promotes") == [
        ("Stage/shop/dev", "Stage/shop/prod"),
        ("Warehouse/shop/images", "Stage/shop/dev"),
    ]
    assert "Project/shop" in found.ids
    assert found.json["found"] is True


def test_a_strategy_promotes_from_branch_to_branch(read):
    found = read(
        {
            "promoter.yaml": """
                apiVersion: promoter.argoproj.io/v1alpha1
                kind: PromotionStrategy
                metadata: {name: shop, namespace: p}
                spec:
                  gitRepositoryRef: {name: r}
                  environments:
                    - branch: env/dev
                    - branch: env/prod
                      autoMerge: false
                ---
                apiVersion: promoter.argoproj.io/v1alpha1
                kind: AnythingCommitStatus
                metadata: {name: gate, namespace: p}
                spec: {key: k}
            """
        }
    )
    strategy = "PromotionStrategy/p/shop"
    assert found.edges("promotes") == [(f"{strategy}#env/dev", f"{strategy}#env/prod")]
    assert found.object(f"{strategy}#env/prod")["fields"] == {"autoMerge": False}
    assert "AnythingCommitStatus/p/gate" in found.ids


def test_secrets_refer_to_their_stores(read):
    found = read(
        {
            "a.yaml": """
                apiVersion: external-secrets.io/v1beta1
                kind: ExternalSecret
                metadata: {name: a, namespace: n}
                spec:
                  secretStoreRef: {kind: ClusterSecretStore, name: vault}
                  data:
                    - secretKey: x
                      sourceRef:
                        storeRef: {name: own}
                ---
                apiVersion: external-secrets.io/v1
                kind: ClusterSecretStore
                metadata: {name: vault}
                spec: {provider: {}}
            """
        }
    )
    assert found.edges("secretStoreRef") == [
        ("ExternalSecret/n/a", "ClusterSecretStore/vault"),
        ("ExternalSecret/n/a", "SecretStore/n/own", "missing"),
    ]
