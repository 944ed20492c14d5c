"""PyYAML's own scanner reads and refuses what libyaml reads and refuses."""

from __future__ import annotations

import pytest
import yaml

from sphinx_gitops.yamltree.loader import LOADER, PythonLoader

TEXTS = [
    "{a: b?, c?: d}",
    "[a?b, ?c]",
    "{a:?b}",
    "{a:]",
    "{a:, b}",
    "a:\tb",
    "a:\n\tb: c",
    "a: b\n\tc",
    "a: b\n \tc",
    "- a\t# c",
    "[a,\t b]",
    "{a:\t{b: c}}",
    "a: [b,\n\tc]",
    "?a: b",
    "a: b:c",
    "{a: b:c}",
    "{a: b: c}",
    "a: 1\n...\t\n",
    "a: 1\n...\t",
    "- x\n...\t# c\n",
    "a: b\n...\tc",
    "a: b\n---\tc: d",
    "a\n--- b\n...\t\n",
    'label:? "x"',
    '{label:? "x"}',
    '{from: A, label:? "x"}',
    "[x, label:?]",
    '{x: label:? "y"}',
    "a: |\t\n  b\n",
    "a: >- \t# c\n  b\n",
    "a: |# c\n  b\tc\n",
    "a: |2\t\n   b\n",
    "a: |x\n  b\n",
    "a: >\tx\n  b\n",
]


def events(loader: type, text: str) -> list[tuple[str, str | None]] | str:
    """The kinds and values of events, or where the text is refused."""
    try:
        return [(type(event).__name__, getattr(event, "value", None)) for event in yaml.parse(text, Loader=loader)]
    except yaml.MarkedYAMLError as error:
        return f"refused at {error.problem_mark.line}:{error.problem_mark.column}"


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML is installed without libyaml")
@pytest.mark.parametrize("text", TEXTS)
def test_both_read_the_same(text):
    assert events(PythonLoader, text) == events(yaml.CSafeLoader, text)


def test_something_of_the_list_is_read_and_something_is_refused():
    found = [events(PythonLoader, text) for text in TEXTS]
    assert {isinstance(one, str) for one in found} == {True, False}


def test_libyaml_is_taken_where_it_is():
    assert getattr(yaml, "CSafeLoader", PythonLoader) is LOADER
