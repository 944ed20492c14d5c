"""Changes are told to readers, to programs, and in a pull request."""

from __future__ import annotations

import json

from sphinx_gitops.diff import compared
from sphinx_gitops.diff.formats import FORMATS, to_json, to_markdown, to_text
from support.two_versions import OLD, edited, workflow

CHANGES = compared(
    workflow(OLD, "a"),
    workflow(edited(("title: Scanner", "title: A_b*"), ("ARGO: Argo CD", "ARGO: Argo CD, X: <X>")), "b"),
)


def test_each_format_has_its_name():
    assert set(FORMATS) == {"text", "json", "markdown"}


def test_text_is_a_line_each():
    assert to_text(CHANGES) == (
        '~ The title of the component SCAN is "A_b*" instead of "Scanner".\n+ The component X, "<X>", is added to cd.\n'
    )
    assert to_text([]) == ""


def test_json_has_places_and_sentences():
    found = json.loads(to_json(CHANGES))
    assert found["schema_version"] == 1
    assert found["changes"][1] == {
        "action": "added", "what": "component", "id": "X", "title": "<X>", "field": "", "before": "", "after": "cd",
        "sentence": 'The component X, "<X>", is added to cd.', "old": None, "new": {"file": "b", "line": 9},
    }  # fmt: skip
    assert found["changes"][0]["old"] == {"file": "a", "line": 7}


def test_markdown_is_lists_in_which_nothing_is_markup():
    assert to_markdown(CHANGES) == (
        '2 changes of the workflow: 1 added, 1 changed.\n\n**Added**\n\n- The component X, "\\<X\\>", is added to cd.\n\n'
        '**Changed**\n\n- The title of the component SCAN is "A\\_b\\*" instead of "Scanner".\n'
    )
    assert to_markdown([]) == "The workflow does not change.\n"
