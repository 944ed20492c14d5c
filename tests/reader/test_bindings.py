"""``manifest`` names an object, several, or one with the values that it is to have; each value has its place."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text


def read(manifest: str):
    text = f"stages:\n  s:\n    components:\n      A:\n        manifest: {manifest}\n"
    return read_text(text, locate=lambda line, column: Span("w", line + 1, column + 1), default="x")


def bindings(manifest: str):
    (component,) = read(manifest).workflow.components()
    return component.bindings


def test_a_text_is_one_object_at_its_place():
    (binding,) = bindings("Application/argocd/shop@production")
    assert (binding.object, binding.span) == ("Application/argocd/shop@production", Span("w", 5, 19))
    assert binding.expected == ()


def test_a_list_is_several_objects_in_its_order():
    assert [one.object for one in bindings("[./, {object: Job/b}, deploy/]")] == ["./", "Job/b", "deploy/"]


def test_a_mapping_holds_values_each_at_its_place():
    (binding,) = bindings("{object: Application/argocd/shop, path: deploy, automated: true}")
    assert [(one.field, one.value, one.span.column) for one in binding.expected] == [
        ("path", "deploy", 59),
        ("automated", "true", 78),
    ]


@pytest.mark.parametrize(
    ("manifest", "column", "code"),
    [
        ("{path: deploy}", 19, "missing-key"),
        ("{object: , path: deploy}", 28, "missing-key"),
        ("[A/b, [C/d]]", 25, "wrong-type"),
        ("[A/b, ]", 0, ""),
        ("[A/b, ~]", 25, "wrong-type"),
        ("{object: A/b, path: [x]}", 39, "wrong-type"),
        ('"  "', 19, "wrong-type"),
    ],
)
def test_what_names_no_object_is_one_error_at_its_place(manifest, column, code):
    problems = read(manifest).problems
    assert [(one.span.column, one.code.value) for one in problems] == ([(column, code)] if code else [])


def test_the_objects_are_one_text_where_only_text_can_be_shown():
    (component,) = read("[./, deploy/]").workflow.components()
    assert component.manifest == "./, deploy/"


def test_the_fields_of_a_part_know_their_places():
    (component,) = read("a\n        doc: runbook\n        url: https://x.example/").workflow.components()
    lines = {key: component.span_of(key).line for key in ("manifest", "doc", "url", "owner")}
    assert lines == {"manifest": 5, "doc": 6, "url": 7, "owner": 4}
