"""What a file holds is kept as JSON and comes back with every line."""

from __future__ import annotations

import json

import pytest

from sphinx_gitops.importers.repository.encoding import decode, encode
from sphinx_gitops.importers.repository.facts import FileFacts, FileProblem
from support.manifests import document, plain

TEXT = "apiVersion: apps/v1\nkind: X\nspec:\n  a: [1, 'two', ~, {b: true}]\n  c: {}\n"


def kept(facts: FileFacts, file: str = "x.yaml") -> FileFacts:
    return decode(json.loads(json.dumps(encode(facts))), file)


def test_documents_and_problems_come_back():
    before = FileFacts(documents=(document(TEXT),), problems=(FileProblem(message="m", line=3),))
    after = kept(before)
    assert after.problems == before.problems
    (one,) = after.documents
    assert plain(one.body) == plain(before.documents[0].body)
    assert (one.group, one.kind, one.line, one.readable) == ("apps", "X", 1, True)


def test_lines_and_plainness_come_back():
    (one,) = kept(FileFacts(documents=(document(TEXT),), problems=())).documents
    items = one.body.get("spec").get("a").items
    assert [item.span.line for item in items] == [4, 4, 4, 4]
    assert [item.plain for item in items[:3]] == [True, False, True]
    assert items[2].is_null


def test_the_file_is_the_one_that_asks():
    (one,) = kept(FileFacts(documents=(document(TEXT),), problems=()), "other.yaml").documents
    assert one.file == one.body.span.source == "other.yaml"


@pytest.mark.parametrize("value", [[], [1], [[[]], []], [[[1, "g", "k", True, False, [9]]], []], "text"])
def test_what_is_none_is_an_error_that_the_reader_of_the_cache_knows(value):
    with pytest.raises((ValueError, TypeError, IndexError, KeyError)):
        decode(value, "x.yaml")
