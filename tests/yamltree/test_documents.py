"""Many documents of one text: each with its lines, and a bad one spoils no other."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Sequence
from sphinx_gitops.yamltree.documents import Policy, normalized, parse_all, split_documents


def read(text: str, **policy):
    return parse_all(text, lambda line, column: Span("x.yaml", line + 1, column + 1), Policy(**policy))


def test_each_document_has_its_place_in_the_file():
    first, second = read("# one\n---\na: 1\n---\nb:\n  c: 2\n")
    assert (first.tree.get("a").span, second.tree.get("b").get("c").span) == (
        Span("x.yaml", 3, 4),
        Span("x.yaml", 6, 6),
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("---\n---\n", []),
        ("# only\n---\n# comments\n", []),
        ("a: 1\n...\n---\nb: 2\n", [0, 2]),
        ("a: |\n  ---x\n  text\n---\nb: 2\n", [0, 3]),
        ("--- a\n--- b\n", [0, 1]),
        ("a: 1\n---x: 2\n", [0]),
    ],
)
def test_a_text_is_cut_where_documents_start_and_end(text, lines):
    assert [line for line, _ in split_documents(text)] == lines


def test_a_bad_document_says_where_and_the_others_are_read():
    good, bad, last = read("a: 1\n---\nb: [\n---\nc: 3\n")
    assert good.tree is not None
    assert (bad.tree, bad.is_refused) == (None, False)
    assert bad.error
    assert bad.error_line == 3
    assert last.tree.get("c").text == "3"


@pytest.mark.parametrize(
    ("text", "policy", "said", "line"),
    [
        ("a: *b\n", {}, "the alias *b is not defined above", 1),
        ("a: [[[x]]]\n", {"max_depth": 3}, "nested more than 3 levels deep", 1),
        ("a: &a [x, x, x]\nb: &b [*a, *a]\nc: [*b, *b, *b]\n", {"max_copied": 20}, "more than 20 values", 3),
    ],
)
def test_what_is_beyond_a_bound_is_refused(text, policy, said, line):
    (found,) = read(text, **policy)
    assert found.is_refused
    assert said in found.error
    assert found.error_line == line


def test_foreign_tags_are_text_and_the_last_of_two_keys_holds():
    (found,) = read("a: !vault secret\nb: !!python/object:os.system x\na: again\n")
    assert (found.error, found.tree.get("a").text, found.tree.get("b").text) == ("", "again", "x")


def test_merge_keys_are_merged_under_what_is_written():
    (found,) = read("x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz:\n  <<: [*x, *y]\n  c: 5\n")
    merged = found.tree.get("z")
    assert {name.text: value.text for name, value in merged.entries} == {"a": "1", "b": "2", "c": "5"}


def test_a_merge_of_what_is_no_mapping_stays():
    (found,) = read("a: {<<: x, b: 1}\n")
    assert [name.text for name, _ in found.tree.get("a").entries] == ["b", "<<"]


def test_masked_text_is_restored_in_scalars():
    (found,) = read("a: MASK1\n", restore=lambda text: text.replace("MASK1", "{{ .x }}"))
    assert found.tree.get("a").text == "{{ .x }}"


def test_only_wanted_documents_are_read():
    (found,) = read("kind: A\n---\nkind: B\n", wanted=lambda text: "B" in text)
    assert found.tree.get("kind").text == "B"


def test_line_breaks_and_unprintable_characters_are_made_plain():
    assert normalized("\ufeffa: 1\r\nb: 2\rc: \x07\u2028d") == "a: 1\nb: 2\nc: \ufffd d"


@pytest.mark.parametrize("text", ["\x00", "%YAML 9.9\n---\na", "!<%FF> a", '"\\x"', "a:\n\t- b", "- {", "&", "\ud800"])
def test_no_text_ends_in_an_exception(text):
    for found in read(text):
        assert found.error or isinstance(found.tree, Mapping | Sequence | tuple) or found.tree is None


@pytest.mark.parametrize("text", ["a: !%ff b\n", "a: !<%C3%28> b\n"])
def test_an_escape_that_is_no_character_is_an_error_of_its_document(text):
    bad, good = read(f"{text}---\nb: 2\n")
    assert bad.tree is None
    assert bad.error
    assert good.tree.get("b").text == "2"


@pytest.mark.parametrize("text", ["a: !<%FF> x\n", "a: !%FF x\n", "a: !<tag:%C3%28> x\n"])
def test_a_tag_that_is_no_text_refuses_its_document_alone(text):
    one, two = read(f"{text}---\nb: 1\n")
    assert (one.tree, two.tree.get("b").text) == (None, "1")
    assert one.error
