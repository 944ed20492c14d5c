"""Columns are as wide as their words, within a line of a terminal."""

from __future__ import annotations

from docutils import nodes

from sphinx_gitops.ext.resolve.tables.cell_lines import column_widths, entry


def row(*texts):
    return nodes.row("", *(entry(nodes.paragraph("", text)) for text in texts))


def test_the_widest_columns_become_narrower():
    assert column_widths([row("a", "bcd")]) == [1, 3]
    wide = column_widths([row("a" * 50, "b" * 60, "c")])
    assert sum(wide) <= 79
    assert wide[0] == wide[1] > wide[2] == 1
