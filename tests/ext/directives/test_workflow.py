"""The directive of a workflow."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ".. gitops-workflow:: none.yaml\n",
            "'none.yaml': the workflow file cannot be read: no such file or directory",
        ),
        (".. gitops-workflow:: w.yaml\n\n   stages: {ci: x}\n", "a file and a body together"),
        (".. gitops-workflow::\n", "a workflow wants a YAML body, a file or a template"),
        (".. gitops-workflow::\n   :template: gitop\n", "there is no template 'gitop'; did you mean 'gitops'?"),
    ],
)
def test_a_directive_without_a_workflow_says_why(build, warnings, text, expected):
    app = build({"index.rst": "T\n=\n\n" + text, "w.yaml": "stages: {ci: x}\n"})
    assert len(warnings(app)) == 1
    assert "index.rst:4: WARNING" in warnings(app)[0] or "index.rst:6: WARNING" in warnings(app)[0]
    assert expected in warnings(app)[0]
