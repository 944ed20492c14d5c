"""Ids of a drawn workflow: legal, readable, given once."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.workflow.naming import Ids, id_of, one_line

pytest_plugins = ("support.repositories", "support.drawn_workflows")


def test_names_that_are_no_ids_are_made_so(draw, make):
    odd = "---\napiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: '%s', namespace: argocd}\n"
    odd += "spec: {source: {repoURL: x, path: y}, destination: {name: z}}\n"
    names = ("1st", "{{ .Values.x }}-a", "end", "source", "a  b", "ünï", "-->")
    drawn = draw({f"{number}.yaml": odd % name for number, name in enumerate(names)})
    assert {"_1st", "end", "source-Application", "a-b", "ünï"} <= set(drawn.components)


@pytest.mark.parametrize(
    ("text", "expected"), [("a/b", "a-b"), ("9", "_9"), ("--", "_"), ("", "_"), ("a--b..c", "a-b-c"), ("x.", "x")]
)
def test_ids(text, expected):
    assert id_of(text) == expected


def test_an_id_is_given_once():
    ids = Ids("cd")
    assert [ids.new("cd", "x"), ids.new("cd", "x"), ids.new("a"), ids.new("a")] == ["cd-x", "cd-x_2", "a", "a_2"]
    assert [ids.new(""), ids.new("", ""), ids.new()] == ["_", "__2", "__3"]
    assert one_line(" a\n\tb\x00 ") == "a b"
