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
]


def events(loader: type, text: str) -> list[tuple[str, str | None]] | str:
    """The kinds and values of events, or that the text is refused."""
    try:
        return [(type(event).__name__, getattr(event, "value", None)) for event in yaml.parse(text, Loader=loader)]
    except yaml.YAMLError:
        return "refused"


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML is installed without libyaml")
@pytest.mark.parametrize("text", TEXTS)
def test_both_read_the_same(text):
    assert events(PythonLoader, text) == events(yaml.CSafeLoader, text)


def test_something_of_the_list_is_read_and_something_is_refused():
    found = [events(PythonLoader, text) for text in TEXTS]
    assert "refused" in found
    assert any(one != "refused" for one in found)


def test_libyaml_is_taken_where_it_is():
    assert getattr(yaml, "CSafeLoader", PythonLoader) is LOADER
