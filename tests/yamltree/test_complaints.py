"""A complaint is the same, whichever parser has it."""

from __future__ import annotations

import pytest
import yaml

from sphinx_gitops.yamltree.complaints import complaint
from sphinx_gitops.yamltree.loader import PythonLoader

CASES = {
    "[a, b\nc: d": "did not find expected ',' or ']'",
    "a: b\n c: d": "mapping values are not allowed in this context",
    "- a\nb: c": "did not find expected '-' indicator",
    "a: b\n- c": "did not find expected key",
    'a: "\\q"': "found unknown escape character",
    'a: "\\x4"': "did not find expected hexdecimal number",
    'a: "\\ud800"': "found invalid Unicode character escape code",
    'a: "\\U00110000"': "found invalid Unicode character escape code",
    "a: @b": "found character that cannot start any token",
    "a: |0\n  b": "found an indentation indicator equal to 0",
    "a: | b\n": "did not find expected comment or line break",
    "a: - b": "block sequence entries are not allowed in this context",
    "a: &\n": "did not find expected alphabetic or numeric character",
    "a: !x,y z": "did not find expected whitespace or line break",
    "a: !n!x z": "found undefined tag handle",
    "[a, ,]": "did not find expected node content",
    "a: b\n...\nc\nd: e": "",
    "a: |\n  \t\n": "found a tab character where an indentation space is expected",
    "a: |\n  b\n \tc\n": "found a tab character where an indentation space is expected",
    '"a\n---\nb"': "found unexpected document indicator",
    "%YAML 2.0\n---\na": "found incompatible YAML document",
    "%YAML 1.1\n%YAML 1.1\n---\na": "found duplicate YAML directive",
    f"%YAML 1.{'9' * 5_000}\n---\na": "found extremely long version number",
    "%YAML 9999999999.1\n---\na": "found extremely long version number",
    "a: 'b": "found unexpected end of stream",
}


def complaints(text: str) -> list[tuple[str, int]]:
    found = []
    for loader in (yaml.CSafeLoader, PythonLoader):
        try:
            list(yaml.parse(text, loader))
        except yaml.MarkedYAMLError as error:
            found.append((complaint(error), error.problem_mark.line))
        else:
            found.append(("", 0))
    return found


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML has no libyaml here")
@pytest.mark.parametrize("text", CASES)
def test_both_parsers_complain_in_the_same_words_of_the_same_line(text):
    libyaml, python = complaints(text)
    assert libyaml == python
    if CASES[text]:
        assert python[0] == CASES[text]
