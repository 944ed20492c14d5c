"""Whatever is replaced in a text, each character knows its line."""

from __future__ import annotations

import re

from sphinx_gitops.importers.diagrams.numbered_text import NumberedText


def test_lines_count_from_the_first():
    text = NumberedText.of("a\nb\n", 7)
    assert [text.line(at) for at in range(5)] == [7, 7, 8, 8, 8]


def test_what_is_left_keeps_its_line():
    text = NumberedText.of("a\n%% x\nb", 1).sub(re.compile("%%[^\n]*\n"), "")
    assert (text.text, text.line(text.text.index("b"))) == ("a\nb", 3)


def test_what_is_put_in_has_the_line_of_what_it_replaces():
    text = NumberedText.of("a\nb\nc", 1).sub(re.compile("b"), lambda found: found[0] * 3)
    assert [text.line(at) for at in range(2, 7)] == [2, 2, 2, 2, 3]


def test_the_rest_of_a_text_keeps_its_lines():
    assert NumberedText.of("a\nb", 1).after(2) == NumberedText.of("b", 2)


def test_an_empty_text_has_a_line():
    assert NumberedText.of("", 5).line(0) == 1
