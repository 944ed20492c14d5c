"""GitHub Actions: workflows, jobs, and what follows what."""

from __future__ import annotations

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


def test_what_is_no_job_or_no_name_of_one_is_passed_over(read):
    found = read({CI: "on: push\njobs:\n  a: {}\n  b: text\n  c: {needs: [a, {b: c}]}\n"})
    assert found.ids == [CI, f"{CI}#a", f"{CI}#c"]
    assert found.edges("needs") == [(f"{CI}#c", f"{CI}#a")]
