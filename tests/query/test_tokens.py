"""A filter's words: signs, keywords and quoted values, each with its column."""

from __future__ import annotations

import pytest

from sphinx_gitops.query.tokens import MAX_LENGTH, QueryError, near, words


def test_words_have_their_columns():
    found = [(word.text, word.column) for word in words(" kind == 'a b' and(x!=y)")]
    assert found == [
        ("kind", 2),
        ("==", 7),
        ("a b", 10),
        ("and", 16),
        ("(", 19),
        ("x", 20),
        ("!=", 21),
        ("y", 23),
        (")", 24),
    ]


def test_a_quoted_keyword_is_a_value():
    bare, quoted = words("and 'and'")
    assert bare.says("and", "or")
    assert not quoted.says("and", "or")


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("kind = x", 6, "unexpected '='; write '==' or '!='"),
        ("kind == 'x", 9, """unexpected "'", a quote that does not end"""),
        ("   !x", 4, "write '==' or '!='"),
        ("x" * (MAX_LENGTH + 1), MAX_LENGTH, "longer than"),
    ],
)
def test_what_is_no_word_is_an_error_at_its_character(text, column, said):
    with pytest.raises(QueryError) as raised:
        list(words(text))
    assert raised.value.column == column
    assert said in str(raised.value)


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_nothing_has_no_words(text):
    assert list(words(text)) == []


def test_a_field_that_is_none_gets_the_nearest_or_all():
    assert near("Knd", ["kind", "stage"]) == "; did you mean 'kind'?"
    assert near("zzzz", ["stage", "kind"]) == "; known: kind, stage"
