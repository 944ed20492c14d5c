"""Tekton: pipelines, their tasks and what runs after what."""

from __future__ import annotations

pytest_plugins = ("support.repositories",)


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


def test_a_pipeline_has_the_tasks_with_names_alone(read):
    found = read(
        {
            "ci/release.yaml": """
                apiVersion: tekton.dev/v1
                kind: Pipeline
                metadata: {name: release}
                spec:
                  tasks:
                    - {name: build, taskRef: {name: kaniko}}
                    - {taskRef: {name: nobody}}
                    - name: push
                      runAfter: [build, [build]]
                      params: [{name: digests, value: [$(tasks.build.results.one), $(tasks.build.results.two)]}]
            """
        }
    )
    pipeline = "Pipeline/release"
    assert found.ids == [pipeline, f"{pipeline}#build", f"{pipeline}#push"]
    assert found.edges("runAfter") == [(f"{pipeline}#push", f"{pipeline}#build")]
