"""A mapping that is no workflow costs one message."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.reader.other_contents import other_contents

KNOWN = ["id", "title", "description", "stages", "flows", "styles"]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (
            ["apiVersion", "kind", "metadata"],
            "a manifest of Kubernetes, and a workflow has 'stages' and 'flows'; the directive's option ':from: FOLDER'",
        ),
        (["name", "on", "jobs"], "a workflow of GitHub Actions"),
        (["services"], "a file of Docker Compose, and a workflow has 'stages' and 'flows'"),
        (["steps"], "a workflow needs 'stages' with at least one stage; 'steps' is no key of one"),
        (["title", "components", "jobs"], "'components', 'jobs' are no keys of one"),
    ],
)
def test_it_says_what_it_is(keys, words):
    assert words in other_contents(keys, KNOWN)


@pytest.mark.parametrize("keys", [[], ["title"], ["stages", "jobs"], ["stage"], ["stagse", "jobs"]])
def test_a_workflow_with_a_mistake_is_left_to_the_reader(keys):
    assert other_contents(keys, KNOWN) == ""


@pytest.mark.parametrize(
    "text", ["apiVersion: v1\nkind: Service\n", "on: push\njobs: {}\n", "steps:\n  - a\n", "stage: {}\n"]
)
def test_each_costs_one_message(text):
    problems = read_text(text, locate=lambda line, column: Span("w", line + 1, column + 1), default="x").problems
    assert [one.span.line for one in problems] == [1] * len(problems)
    assert len(problems) <= 2
    assert len(problems) == 1 or "did you mean 'stages'" in problems[0].message
