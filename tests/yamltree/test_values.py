"""Values of YAML as they are written, and as a message names them."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import parse
from sphinx_gitops.yamltree.documents import Policy, parse_document
from sphinx_gitops.yamltree.values import Mapping, Scalar, Sequence, describe
from support.manifests import plain

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


def test_what_only_an_escape_puts_into_a_text_is_no_character():
    text = r"""{"k\e": "a\b\0\x7f\x9b\uffff\t\n\N é \U0001F600", s: '\e', p: \e}"""

    def locate(line, column):
        return Span("w", line + 1, column + 1)

    whole, problems = parse(text, locate)
    assert problems == []
    shown = {"k\ufffd": "a" + "\ufffd" * 5 + "\t\n\x85 é \U0001f600", "s": r"\e", "p": r"\e"}
    assert {key.text: value.text for key, value in whole.entries} == shown
    assert plain(parse_document(text, 0, locate, Policy()).tree) == shown
