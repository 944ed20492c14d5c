"""The stage ``ci``: workflows, or their jobs where they are few."""

from __future__ import annotations

pytest_plugins = ("support.repositories", "support.drawn_workflows")


def test_jobs_are_components_where_they_are_few(draw, make):
    drawn = draw(
        {
            ".github/workflows/ci.yaml": "on: push\njobs:\n  build: {}\n  scan: {needs: build}\n",
            ".gitlab-ci.yml": "deploy: {script: x}\n",
            "a.yaml": make["application"]("shop", "x"),
        }
    )
    assert ("build", "scan") in drawn.named_flows()
    assert drawn.components["scan"].kind == "security-scan"
    assert drawn.components["deploy"].manifest == ".gitlab-ci.yml#deploy"


def titles(drawn):
    (ci,) = [one for one in drawn.reading.workflow.stages if one.id == "ci"]
    return sorted(one.title for one in ci.walk_components())


def test_a_workflow_is_a_component_where_jobs_are_many(draw):
    jobs = "".join(f"  job{n}: {{}}\n" for n in range(8))
    drawn = draw({f".github/workflows/{name}.yaml": f"on: push\njobs:\n{jobs}" for name in ("build", "deploy")})
    assert titles(drawn) == ["build", "deploy"]


def test_all_workflows_are_one_component_where_they_are_many(draw):
    drawn = draw({f".github/workflows/w{n}.yaml": "on: push\njobs:\n  a: {}\n" for n in range(13)})
    assert titles(drawn) == ["workflows \u00d7 13"]


def test_jobs_of_gitlab_are_their_stages_where_jobs_are_many(draw):
    workflow = "on: push\njobs:\n" + "".join(f"  job{n}: {{}}\n" for n in range(11))
    jobs = "".join(f"j{n}: {{stage: {'build' if n else 'deploy'}, script: x}}\n" for n in range(4)) + "k: {script: x}\n"
    drawn = draw({".github/workflows/w.yaml": workflow, ".gitlab-ci.yml": jobs})
    assert titles(drawn) == ["build \u00d7 3", "deploy", "test", "w"]


def test_jobs_of_gitlab_are_one_pipeline_where_stages_are_many(draw):
    workflow = "on: push\njobs:\n" + "".join(f"  job{n}: {{}}\n" for n in range(11))
    jobs = "".join(f"j{n}: {{stage: s{n}, script: x}}\n" for n in range(13))
    drawn = draw({".github/workflows/w.yaml": workflow, ".gitlab-ci.yml": jobs})
    assert titles(drawn) == ["pipeline \u00d7 13", "w"]


def test_pipelines_of_tekton_are_a_component_each_and_one_where_they_are_many(draw):
    pipeline = (
        "---\napiVersion: tekton.dev/v1\nkind: Pipeline\nmetadata: {{name: p{}}}\nspec: {{tasks: [{{name: t}}]}}\n"
    )
    assert titles(draw({"few.yaml": "".join(map(pipeline.format, range(2)))})) == ["p0", "p1"]
    assert titles(draw({"few.yaml": "".join(map(pipeline.format, range(7)))})) == ["pipelines \u00d7 7"]
