"""Typed access to the values of a manifest; what is not there is empty, and never an error."""

from __future__ import annotations

import sys

import pytest

from sphinx_gitops.importers import documents
from support.manifests import document, tree

BODY = tree("a: {b: text, n: ~, l: [1, {x: y}, [z]], t: true, q: 'true', f: False, s: {}}\nlast: 1\n")


def test_a_value_is_found_below_its_keys():
    assert documents.text_at(BODY, "a", "b") == "text"
    assert documents.scalar_at(BODY, "a", "b").text == "text"
    assert documents.value_at(BODY) is BODY


@pytest.mark.parametrize("keys", [("a", "n"), ("a", "x"), ("x", "y"), ("a", "b", "c"), ("a", "l"), ("a", "l", "0")])
def test_what_is_no_text_is_empty(keys):
    assert documents.text_at(BODY, *keys) == ""
    assert documents.scalar_at(BODY, *keys) is None
    assert documents.text_at(None, *keys) == ""


def test_items_are_those_of_a_list_and_mappings_those_among_them():
    assert len(documents.items_at(BODY, "a", "l")) == 3
    assert len(list(documents.mappings_at(BODY, "a", "l"))) == 1
    assert documents.items_at(BODY, "a", "b") == ()


def test_a_key_has_its_place():
    assert documents.key_span(BODY, "last").line == 2
    assert documents.key_span(BODY, "a", "none") is None
    assert documents.key_span(BODY, "last", "x") is None


def test_true_is_the_boolean_and_no_text():
    values = {name: documents.value_at(BODY, "a", name) for name in "tqfn"}
    assert [documents.is_true(value) for value in values.values()] == [True, False, False, False]
    assert [documents.is_false(value) for value in values.values()] == [False, False, True, False]
    assert [documents.plain_value(values[name]) for name in "tqf"] == [True, "true", False]


@pytest.mark.parametrize(("version", "group"), [("apps/v1", "apps"), ("v1", ""), ("", ""), ("a.b/c/v1", "a.b/c")])
def test_a_version_has_its_group(version, group):
    assert documents.group_of(version) == group


def test_a_document_knows_its_folder_and_is_a_mapping_at_least():
    assert document("[1]", "a/b/c.yaml").folder == "a/b/"
    assert document("[1]", "c.yaml").folder == ""
    assert document("[1]").mapping.entries == ()


@pytest.mark.parametrize(("digits", "place"), [("0", 0), ("007", 7), ("9" * 18, 10**18 - 1), ("9" * 5000, sys.maxsize)])
def test_a_place_is_a_number_however_many_digits_it_has(digits, place):
    assert documents.place_of(digits) == place
