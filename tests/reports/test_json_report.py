"""Problems as JSON: every field of each, and what is waived with its reason."""

from __future__ import annotations

import json
from dataclasses import replace

from sphinx_gitops.reports import to_json
from support.problems import PROBLEMS


def test_no_problem_is_an_empty_list():
    assert json.loads(to_json(())) == {"problems": []}


def test_json_has_every_field():
    first, second = json.loads(to_json(PROBLEMS))["problems"]
    assert first == {
        "file": "a b,c.yaml",
        "line": 3,
        "column": 5,
        "severity": "error",
        "code": "gitops.unknown-key",
        "path": "stages.ci",
        "message": "100% wrong, a:b",
        "waived": "",
        "related": [],
    }
    assert second["related"] == [{"file": "app.yaml", "line": 2, "column": 4, "message": "it was"}]


def test_what_is_waived_has_its_reason():
    (found,) = json.loads(to_json((replace(PROBLEMS[0], waived="We know."),)))["problems"]
    assert found["waived"] == "We know."
