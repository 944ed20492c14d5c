"""What a cell of a table has in, as the lines that the builder can set out; and the cells and columns of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils import column_width

from sphinx_gitops.ext.outputs.capabilities import CellLines, capabilities
from sphinx_gitops.ext.resolve.pending_xrefs import joined

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LINE = 79
"""Characters of a terminal's line."""
_NARROW = 8
"""Characters: a table of many columns is rather wider than the page than that its words are cut to pieces."""


def cell_lines(parts: Sequence[nodes.Node], app: Sphinx, comma: str = ", ") -> Iterator[nodes.Node]:
    """A line for each part; in an output whose cells have one line, with a *comma* between."""
    if len(parts) < 2:
        yield from (nodes.paragraph("", "", part) for part in parts)
        return
    match capabilities(app).cell_lines:
        case CellLines.COMMAS:
            yield nodes.paragraph("", "", *joined([[part] for part in parts], comma))
        case CellLines.BREAKS:
            lines = [node for part in parts for node in (nodes.raw("", "\n<br />\n", format="html"), part)]
            yield nodes.paragraph("", "", *lines[1:])
        case CellLines.BLOCK:
            yield nodes.line_block("", *(nodes.line("", "", part) for part in parts))


def entry(*parts: nodes.Node) -> nodes.entry:
    """A cell."""
    return nodes.entry("", *parts)


def scroll(table: nodes.Element) -> None:
    """A box around a table that is wider than its page: the table scrolls in it, and not the page."""
    box = nodes.container("", classes=["gitops-table-box"])
    table.parent.replace(table, box)
    box += table


def _width(cell: nodes.Node) -> int:
    """The longest line of a cell, with the signs that plain text sets around a reference."""
    longest = max((column_width(line) for line in cell.astext().splitlines()), default=0)
    return longest + 2 if cell.next_node(nodes.inline) else longest


def column_widths(rows: Sequence[nodes.row]) -> list[int]:
    """Columns as wide as their longest lines; where they are wider than a terminal, the widest become narrower."""
    columns = zip(*(row.children for row in rows), strict=True)
    wanted = [max(map(_width, cells)) for cells in columns]
    available, most = _LINE - 3 * len(wanted) - 1, _LINE
    while sum(min(most, width) for width in wanted) > available and most > _NARROW:
        most -= 1
    return [max(1, min(most, width)) for width in wanted]
