"""Of a text in double quotes, the first escape that is none is found, at its backslash, whichever parser has stopped."""

from __future__ import annotations

import pytest
import yaml

from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import parse
from sphinx_gitops.yamltree.escapes import wrong_escape
from sphinx_gitops.yamltree.loader import PythonLoader

WRONG = {
    r'a: "C:\windows"': (r"\w", 0, 6),
    r'"a\d": 1': (r"\d", 0, 2),
    r'a: "\x4"': (r"\x4", 0, 4),
    r'a: "\xZZ"': (r"\x", 0, 4),
    r'a: "\u12\q"': (r"\u12", 0, 4),
    r'a: "\ud800"': (r"\ud800", 0, 4),
    r'a: "\ud83d\ude00"': (r"\ud83d", 0, 4),
    r'a: "\U00110000\q"': (r"\U00110000", 0, 4),
    r'a: "\UFFFFFFFFF"': (r"\UFFFFFFFF", 0, 4),
    r'a: [b, "\t\x41\u00e4\U0001F600\\\"\N \ \/\q"]': (r"\q", 0, 41),
    'a: "one\\\n  two\n  three \\q"': (r"\q", 2, 8),
    "a: 'b\\q'\nc: \"\\_\\e\\L\\P\\'\"": (r"\'", 1, 12),
}
OTHER = [
    'a: "b',
    'a: "\\',
    r"""a: "b\t" c: d""",
    "a: 'b\\q",
    '"a\n---\nb\\q"',
    "a: [b\\q",
    "a: b\\q\n c: d",
]
PARSERS = [one for one in (getattr(yaml, "CSafeLoader", None), PythonLoader) if one]


def stopped(text: str, parser: type) -> yaml.YAMLError:
    with pytest.raises(yaml.YAMLError) as caught:
        list(yaml.parse(text, Loader=parser))
    return caught.value


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", WRONG)
def test_the_first_escape_that_is_none_is_found_at_its_backslash(text, parser):
    assert wrong_escape(text, stopped(text, parser)) == WRONG[text]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", OTHER)
def test_what_stops_a_parser_elsewhere_is_no_escape(text, parser):
    assert wrong_escape(text, stopped(text, parser)) is None


def test_an_error_without_a_place_has_no_escape():
    assert wrong_escape('"\\q"', yaml.YAMLError()) is None


@pytest.mark.parametrize("text", WRONG)
def test_an_escape_is_one_problem_with_its_remedy_however_its_line_looks(text):
    written, line, column = WRONG[text]
    _, (problem,) = parse(text, lambda at, start: Span("w", at, start))
    assert problem.span == ("w", line, column)
    assert problem.message == f"not readable as YAML, '{written}' is no escape: a backslash is itself in single quotes"


def test_a_backslash_at_the_end_leaves_the_quote_open():
    _, (problem,) = parse('a: "b\\', lambda at, start: Span("w", at, start))
    assert (problem.span, problem.message) == (("w", 0, 3), "the quote that opens here is never closed")
