"""A label is read as it is drawn: line by line, without tags, icons and marks."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.mermaid.labels import has_icon, lines_of
from sphinx_gitops.importers.mermaid.preprocessing import prepared
from sphinx_gitops.importers.mermaid.vertices import Label


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("x", ["x"]), ("a<br/>b<BR>c", ["a", "b", "c"]), ("a</br>b", ["a", "b"]), ("a\\nb", ["a", "b"]), ("a\nb", ["a", "b"]),
        ("<b>a</b> <i>b</i>", ["a b"]), ("<script>x</script>a", ["a"]), ("a < b", ["a < b"]), ("a<-b", ["a<-b"]),
        ("fa:fa-rocket Deploy", ["Deploy"]), ("fab:fa-git-alt", []), ("#quot;a#quot;", ['"a"']), ("#35;1", ["#1"]),
        ("&lt;b&gt;", ["<b>"]), ("#lt;b#gt;", ["<b>"]), ("&nbsp;", []), (" a   b ", ["a b"]), ("**a**", ["**a**"]),
        ("#9829;", ["\u2665"]), ("fa#58;fa-x", ["fa:fa-x"]), ('"a"', ["a"]), ('#8203;"a"', ['"a"']),
    ],
)  # fmt: skip
def test_a_text_is_read(text, lines):
    coded = prepared(f"graph LR\n{text}", 1).text.text.removeprefix("graph LR\n")
    assert lines_of(Label(coded)) == tuple(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("**a** _b_ *c* __d__", ["a b c d"]), ("a_b_c", ["a_b_c"]), ("2 * 3 * 4", ["2 * 3 * 4"]), ("one\n  two", ["one", "two"]),
        ("\\*a\\*", ["*a*"]), ("a\\nb", ["a\\nb"]), ("**a<br/>b**", ["a", "b"]),
    ],
)  # fmt: skip
def test_markdown_is_read(text, lines):
    assert lines_of(Label(text, is_markdown=True)) == tuple(lines)


def test_an_icon_is_known():
    assert has_icon(Label("fas:fa-x y"))
    assert not has_icon(Label("alfa:fa y"))
