"""Many documents of one text, as teams write them."""

from __future__ import annotations

import pytest
import yaml

from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import loader
from sphinx_gitops.yamltree.documents import Policy, parse_all, parse_document

pytest_plugins = ("support.repositories",)


STORE = (
    "apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: {name: %s, namespace: n}\nspec: {provider: {}}\n"
)


def locate(line, column):
    return Span("a.yaml", line + 1, column + 1)


def text_of(tree):
    """A tree as plain values."""
    if hasattr(tree, "entries"):
        return {key.text: text_of(value) for key, value in tree.entries}
    if hasattr(tree, "items"):
        return [text_of(item) for item in tree.items]
    return tree.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1.10\nb: on\n", [{"a": "1.10", "b": "on"}]),
        ("a: =\nb: !Ref x\nc: !x [1]\n", [{"a": "=", "b": "x", "c": ["1"]}]),
        ("a: &x 1\nb: &x 2\nc: *x\n", [{"a": "1", "b": "2", "c": "2"}]),
        ("a: 1\na: 2\n", [{"a": "2"}]),
        ("a: 1\n---\n# nothing\n---\nb: 2\n...\nc: 3\n", [{"a": "1"}, {"b": "2"}, {"c": "3"}]),
        ("%YAML 1.2\n---\na: |\n  ---\n  x\n", [{"a": "---\nx\n"}]),
        ("x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}\n", [{"x": {"a": "1", "b": "2"}, "y": {"b": "3", "a": "1"}}]),
        ("\ufeffa: 1\r\nb: 2\r\n", [{"a": "1", "b": "2"}]),
        ("a: \x07\n", [{"a": "\ufffd"}]),
        ("{{ key }}: 1\nb: 2\n", [{"b": "2"}]),
        ("", []),
        ("# only words\n---\n", []),
    ],
)
def test_documents(text, expected):
    assert [text_of(one.tree) for one in parse_all(text, locate)] == expected


def test_a_broken_document_spoils_no_other():
    documents = parse_all("a: 1\n---\nb: [\n---\nc: 3\n", locate)
    assert [one.tree is not None for one in documents] == [True, False, True]
    assert documents[1].error_line == 3
    assert documents[2].tree.span.line == 5


def test_an_alias_bomb_is_refused():
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 9))
    (document,) = parse_all("l0: &l0 [x, x]\n" + levels, locate)
    assert document.tree is None
    assert "aliases" in document.error


@pytest.mark.parametrize("text", ["a: *gone\n", "a: &a [*a]\n", "[" * 500, 'a: "\\xZZ"\n', "a: !<%ff> x\n", "\ta: 1\n"])
def test_what_cannot_be_read_says_why(text):
    (document,) = parse_all(text, locate)
    assert document.tree is None
    assert document.error


def test_the_parser_in_python_reads_the_same(monkeypatch):
    text = "a: &x [1, 'b: c', {d: |\n  e\n}]\nf: *x\n" + STORE % "s"
    first = parse_document(STORE % "s" + "\nx: &y {a: [b]}\nz: *y\n", 3, locate, Policy())
    monkeypatch.setattr(loader, "LOADER", loader.PythonLoader)
    assert parse_document(STORE % "s" + "\nx: &y {a: [b]}\nz: *y\n", 3, locate, Policy()) == first
    assert parse_all(text, locate)


@pytest.fixture(params=["CSafeLoader", "PythonLoader"])
def either(request, monkeypatch):
    chosen = getattr(yaml, request.param, None) or getattr(loader, request.param, None)
    if chosen is None:
        pytest.skip("PyYAML has no libyaml here")
    monkeypatch.setattr(loader, "LOADER", chosen)


@pytest.mark.parametrize(
    "value",
    ["!%ed%a0%80 x", "!<%c0%80> x", "!%ff x", '"\\UFFFFFFFF"', '"\\U00110000"', '"\\x4"', "!e%zz x", '"\\ud800"', '"\\ud83d\\ude00"'],
)  # fmt: skip
def test_an_escape_that_is_no_character_spoils_its_document_alone_and_is_told_at_its_line(either, value):
    bad, good = parse_all(f"---\na: 1\nb: {value}\n---\nb: 1\n", locate)
    assert bad.tree is None
    assert bad.error
    assert bad.error_line == 3
    assert good.tree.get("b").text == "1"


def test_an_escape_further_down_in_a_text_is_told_at_its_own_line(either):
    (found,) = parse_all('a: "one\n  two \\t\n  three \\q"\n', locate)
    assert (found.error, found.error_line) == (r"'\q' is no escape of a text in double quotes", 3)
