"""Values of YAML as they are written, and as a message names them."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree.values import Mapping, Scalar, Sequence, describe

AT = Span("w", 1)


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing_only_where_it_is_plain(text):
    assert Scalar(text, AT, plain=True).is_null
    assert not Scalar(text, AT).is_null


@pytest.mark.parametrize("text", ["nULL", "none", "0", "no", "~~"])
def test_other_words_are_text(text):
    assert not Scalar(text, AT, plain=True).is_null


def test_a_mapping_gives_the_value_of_a_key():
    value = Scalar("x", AT)
    tree = Mapping(((Scalar("a", AT), value),), AT, 3)
    assert tree.get("a") is value
    assert tree.get("b") is None


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        (Sequence((), AT, 1), "a list"),
        (Mapping((), AT, 1), "a mapping"),
        (Scalar("~", AT, plain=True), "nothing"),
        (Scalar("", AT), "''"),
        (Scalar("it's", AT), '"it\'s"'),
    ],
)
def test_a_message_names_what_it_found(tree, words):
    assert describe(tree) == words


def test_a_long_text_is_named_by_its_start():
    assert len(describe(Scalar("x" * 10_000, AT))) < 200
