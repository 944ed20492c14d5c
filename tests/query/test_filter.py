"""The filters and orders of tables: what they let pass, and what they say of what they cannot read."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sphinx_gitops.query import QueryError, parse_filter, parse_names, parse_order

FIELDS = ("kind", "stage", "owner", "tag")
RECORDS = {
    "SCAN": {"kind": ("security-scan",), "stage": ("Integration", "ci"), "owner": ("team a",), "tag": ("slsa", "prod")},
    "PKG": {"kind": ("registry",), "stage": ("Integration", "ci"), "owner": ("b",), "tag": ()},
    "PROD": {"kind": ("environment",), "stage": ("Runtime", "run"), "owner": (), "tag": ("prod",)},
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "SCAN PKG PROD"),
        ("  ", "SCAN PKG PROD"),
        ("kind == security-scan", "SCAN"),
        ("kind==security-scan", "SCAN"),
        ("kind != security-scan", "PKG PROD"),
        ("stage == ci and kind == registry", "PKG"),
        ("stage == Integration", "SCAN PKG"),
        ("stage == run or owner == b", "PKG PROD"),
        ("stage == run or stage == ci and owner == b", "PKG PROD"),
        ("(stage == run or stage == ci) and owner == b", "PKG"),
        ("not stage == ci", "PROD"),
        ("not not stage == ci", "SCAN PKG"),
        ("owner in (a, b)", "PKG"),
        ("owner in ('team a', b)", "SCAN PKG"),
        ("owner not in (b)", "SCAN PROD"),
        ("tag has slsa", "SCAN"),
        ("tag not has prod", "PKG"),
        ("tag", "SCAN PROD"),
        ("not owner", "PROD"),
        ("owner and tag", "SCAN"),
        ("kind like *r*", "SCAN PKG PROD"),
        ("kind like regis*", "PKG"),
        ("kind not like '*scan'", "PKG PROD"),
        ('owner == "team a"', "SCAN"),
        ("owner == ''", ""),
    ],
)
def test_a_filter_lets_pass(text, expected):
    chosen = parse_filter(text, FIELDS)
    assert " ".join(name for name, record in RECORDS.items() if chosen(record)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kidn == x", "character 1: there is no field 'kidn'; did you mean 'kind'?"),
        ("kind ==", "character 8: expected a value, found the end"),
        ("kind == x and", "character 14: expected a field, found the end"),
        ("kind = x", "character 6: unexpected '='; write '==' or '!='"),
        ("kind == 'x", 'character 9: unexpected "\'", a quote that does not end'),
        ("(kind == x", "character 11: expected ')', found the end"),
        ("kind == x)", "character 10: expected 'and' or 'or', found ')'"),
        ("kind == x owner == y", "character 11: expected 'and' or 'or', found 'owner'"),
        ("kind in a", "character 9: expected '(', found 'a'"),
        ("kind in (a b)", "character 12: expected ')', found 'b'"),
        ("kind is x", "character 6: expected '==', '!=', 'in', 'has' or 'like', found 'is'"),
        ("kind not == x", "character 10: 'not' before '=='; write 'kind != ...'"),
        ("not kind not != x", "character 14: 'not' before '!='; write 'kind == ...'"),
        ("kind not", "character 9: expected '==', '!=', 'in', 'has' or 'like', found the end"),
        ("'kind' == x", "character 1: expected a field, found 'kind'"),
        ("zzz", "character 1: there is no field 'zzz'; known: kind, owner, stage, tag"),
        ("(" * 60 + "kind", "character 51: nested more than 50 deep"),
        ("x" * 10_001, "character 10000: longer than 10000 characters"),
        ("__import__('os')", "character 1: there is no field '__import__'; known: kind, owner, stage, tag"),
    ],
)
def test_an_error_names_its_character(text, expected):
    with pytest.raises(QueryError) as caught:
        parse_filter(text, FIELDS)
    assert str(caught.value) == expected


PIECES = st.sampled_from(
    ["kind", "owner", "==", "!=", "in", "not", "and", "or", "(", ")", ",", "'", "x", "has", "like", "*["]
)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map(" ".join)))
@example("not " * 2000 + "kind")
def test_no_text_does_more_than_pass_or_fail(text):
    column, found = 1, set()
    try:
        found = set(map(parse_filter(text, FIELDS), RECORDS.values()))
    except QueryError as error:
        column = error.column
    assert 1 <= column <= len(text) + 1
    assert found <= {True, False}


@pytest.mark.parametrize(
    ("parse", "text", "expected"),
    [
        (parse_order, "-", "character 1: '-' precedes no field"),
        (parse_order, "kind, - stage", "character 7: '-' precedes no field"),
        (parse_order, ",", "character 1: ',' names no field; known: kind, owner, stage, tag"),
        (parse_order, "--kind", "character 1: there is no field '-kind'; did you mean 'kind'?"),
        (parse_names, ", ,", "character 1: ', ,' names no field; known: kind, owner, stage, tag"),
        (parse_names, "owner -kind", "character 7: there is no field '-kind'; did you mean 'kind'?"),
    ],
)
def test_a_list_of_no_fields_is_an_error(parse, text, expected):
    with pytest.raises(QueryError) as caught:
        parse(text, FIELDS)
    assert str(caught.value) == expected
