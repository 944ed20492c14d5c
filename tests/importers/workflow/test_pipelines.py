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
