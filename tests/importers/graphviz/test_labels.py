"""Labels of Graphviz are read as they are drawn: escapes, fields of records, HTML."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.graphviz.dot_graph import DotValue
from sphinx_gitops.importers.graphviz.labels import lines_of


@pytest.mark.parametrize(
    ("text", "shape", "lines"),
    [
        ("\\N", "", ["node"]), ("a\\nb\\lc\\r", "", ["a", "b", "c"]), ("a\\\\n", "", ["a\\n"]), ("&amp; &lt;", "", ["& <"]),
        ("", "", []), (" ", "", []), ("<p>x|{<q> y | z}", "record", ["x", "y", "z"]), ("a\\|b", "record", ["a|b"]), ("a|b", "", ["a|b"]),
    ],
)  # fmt: skip
def test_a_text_is_lines(text, shape, lines):
    assert lines_of(DotValue(text), {"N": "node"}, shape) == tuple(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<b>a</b><br/>c &amp; d", ["a", "c & d"]),
        ("<table><tr><td>a</td><td>b</td></tr>\n<tr><td>c</td></tr></table>", ["a b", "c"]),
        ("<!-- x -->a", ["a"]),
    ],
)
def test_html_is_lines(text, lines):
    assert lines_of(DotValue(text, is_html=True), {}) == tuple(lines)
