"""Both template languages of ApplicationSets: what is plain is filled in, and nothing else is guessed."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.applicationsets.templates import (
    UnknownValueError,
    flattened,
    normalized_name,
    rendered,
    rendered_tree,
    to_value,
)
from support.manifests import plain, tree

VALUES = {
    "name": "Shop",
    "path": {"basename": "eu", "segments": ["apps", "eu"]},
    "labels": {"a/b": "x"},
    "n": {"m": "deep"},
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain", "plain"),
        ("{{ .name }}-{{.path.basename}}", "Shop-eu"),
        ("{{- .name -}}", "Shop"),
        ("{{ index .path.segments 1 }}", "eu"),
        ('{{ index .labels "a/b" }}', "x"),
        ("{{ .name | lower }}", "shop"),
        ("{{ .name | lower | upper }}", "SHOP"),
        ("{{ .name | toString }}", "Shop"),
        ("{{ .name | normalize }}", "shop"),
    ],
)
def test_a_plain_action_of_go_is_filled_in(text, found):
    assert rendered(text, VALUES, go=True) == found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{{ .other }}", "the parameter other is not known"),
        ("{{ .path }}", "is no text"),
        ("{{ .path.basename.x }}", "not known"),
        ("{{ index .path.segments 9 }}", "not known"),
        ('{{ index .labels "c" }}', "not known"),
        ('{{ index .name "c" }}', "not known"),
        ("{{ .name | trunc 3 }}", "is not rendered"),
        ('{{ printf "%s" .name }}', "is not rendered"),
        ("{{ if .name }}a{{ end }}", "is not rendered"),
    ],
)
def test_any_other_action_is_unresolved_and_says_why(text, why):
    with pytest.raises(UnknownValueError, match=why):
        rendered(text, VALUES, go=True)


def test_the_older_language_knows_dotted_names_alone():
    assert rendered("{{name}}-{{ path.basename }}-{{path.segments[0]}}", VALUES, go=False) == "Shop-eu-apps"
    with pytest.raises(UnknownValueError, match="not known"):
        rendered("{{.name}}", VALUES, go=False)


def test_a_tree_keeps_what_cannot_be_filled():
    found = rendered_tree(tree("{a: 'x-{{ .name }}', b: ['{{ .other }}', 1], c: plain}"), VALUES, go=True)
    assert plain(found) == {"a": "x-Shop", "b": ["{{ .other }}", "1"], "c": "plain"}


def test_texts_are_flat_under_their_paths():
    assert flattened(VALUES)["path.segments[1]"] == "eu"
    assert flattened(VALUES)["n.m"] == "deep"
    assert flattened("x") == {"": "x"}


def test_a_tree_is_a_value():
    assert to_value(tree("{a: [1, ~], b: {c: true}}")) == {"a": ["1", ""], "b": {"c": "true"}}
    assert to_value(None) == ""


@pytest.mark.parametrize(("text", "name"), [("My App_1", "my-app-1"), ("--x--", "x"), ("a.b/c", "a-b-c")])
def test_a_name_is_as_that_of_an_object(text, name):
    assert normalized_name(text) == name


def test_a_place_that_no_list_has_is_not_known():
    with pytest.raises(UnknownValueError, match="is not known"):
        rendered(f"{{{{ index .path.segments {'9' * 5000} }}}}", VALUES, go=True)
