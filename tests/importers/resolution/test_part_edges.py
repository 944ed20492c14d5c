"""Edges between parts of documents: jobs, tasks, branches, and workflows that follow each other."""

from __future__ import annotations

pytest_plugins = ("support.repositories",)

CI = "name: CI\non: [push]\njobs:\n  build: {runs-on: x}\n  ship: {runs-on: x, needs: [build, gone]}\n"


def test_a_job_waits_for_a_job_or_for_one_that_is_missing(read):
    found = read({".github/workflows/ci.yml": CI})
    assert found.edges("needs") == [
        (".github/workflows/ci.yml#ship", ".github/workflows/ci.yml#build"),
        (".github/workflows/ci.yml#ship", ".github/workflows/ci.yml#gone", "missing"),
    ]


def test_a_workflow_follows_by_name_and_two_of_one_name_are_unverifiable(read):
    after = "on: {workflow_run: {workflows: [CI, Other]}}\njobs: {a: {runs-on: x}}\n"
    files = {".github/workflows/ci.yml": CI, ".github/workflows/after.yml": after}
    assert read(files).edges("workflow_run") == [
        (".github/workflows/after.yml", ".github/workflows/ci.yml"),
        (".github/workflows/after.yml", "Other", "missing"),
    ]
    found = read({**files, ".github/workflows/twin.yml": CI}, name="twins")
    assert (".github/workflows/after.yml", "CI", "unverifiable") in found.edges("workflow_run")


def test_a_job_of_gitlab_may_wait_for_one_of_an_included_file(read):
    jobs = "build: {script: [x]}\nship: {script: [x], needs: [build, elsewhere]}\n"
    assert read({".gitlab-ci.yml": jobs}).edges("needs")[1][2] == "missing"
    included = "include: [{remote: 'https://example.org/x.yml'}]\n" + jobs
    assert read({".gitlab-ci.yml": included}, name="more").edges("needs")[1][2] == "unverifiable"


def test_a_workflow_that_is_used_from_elsewhere_in_the_tree_is_no_edge(read):
    text = "on: push\njobs: {a: {uses: ./ci/reuse.yml}, b: {uses: ./.github/workflows/gone.yml}}\n"
    found = read({".github/workflows/ci.yml": text, "ci/reuse.yml": "jobs: {x: {}}\n"})
    assert found.edges("uses") == [(".github/workflows/ci.yml#b", ".github/workflows/gone.yml", "missing")]
