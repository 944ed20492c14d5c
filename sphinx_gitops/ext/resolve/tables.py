"""The post-transform of tables: queries in, the rows that a builder knows out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils import column_width
from sphinx.util import logging

from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.directives.table_query import TableQuery
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.relations import Page
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_table
from sphinx_gitops.ext.outputs.capabilities import CellLines, capabilities
from sphinx_gitops.ext.outputs.output_documents import Origins, within
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.resolve.pending_xrefs import joined
from sphinx_gitops.ext.resolve.table_items import Cells, Item, as_nodes
from sphinx_gitops.ext.resolve.table_rows import TableRows, table_rows
from sphinx_gitops.ext.source_places import node_span
from sphinx_gitops.phrases import COLUMN_WORDS, NOTHING
from sphinx_gitops.problems import Code, Problem, Span

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_logger = logging.getLogger(__name__)
_LINE = 79
"""Characters of a terminal's line."""
_NARROW = 8
"""Characters: a table of many columns is rather wider than the page than that its words are cut to pieces."""


class ResolveTables(PostTransform):
    """Replaces the placeholders of rows before references are resolved."""

    default_priority = 4

    def run(self, **kwargs: object) -> None:
        """Replace every placeholder of the document."""
        output = capabilities(self.app)
        if not output.resolves:
            return
        origins = Origins(self.document, self.env)
        for placeholder in list(self.document.findall(gitops_table)):
            query: TableQuery = placeholder["query"]
            self._check(query, placeholder)
            table = placeholder.parent
            found = table_rows(query, gitops_domain(self.env).relations, vocabulary(self.config))
            self._report_unmatched(found, placeholder)
            if not found.rows:
                _replace_empty(table)
                continue
            placeholder.replace_self(self._group(query.columns, found.rows, origins.docname(placeholder)))
            if not output.table_captions:
                _caption_before(table)
            if output.stylesheet:
                _scroll(table)

    def _report_unmatched(self, found: TableRows, placeholder: gitops_table) -> None:
        """Warn of each value of the filter that nothing has, at the line of the option."""
        span = node_span(placeholder)
        place = Span(span.source, span.line + placeholder["option_lines"].get("filter", 0))
        report(Problem(code=Code.OPTION, message=message, span=place) for message in found.unmatched)

    def _check(self, query: TableQuery, placeholder: gitops_table) -> None:
        domain = gitops_domain(self.env)
        known = not query.workflow or domain.workflow(domain.index.current(query.workflow))
        if not known and not domain.index.unread(query.workflow):
            message, hint = "there is no workflow %r to list%s", domain.near("workflow", query.workflow)
            _logger.warning(message, query.workflow, hint, location=placeholder, type="gitops", subtype="unknown-id")

    def _group(self, columns: Sequence[str], rows: Sequence[Cells], here: str) -> nodes.tgroup:
        head = nodes.row("", *(_entry(nodes.paragraph("", say(COLUMN_WORDS[name]))) for name in columns))
        lines = [nodes.row("", *(_entry(*self._cell(row[name], here)) for name in columns)) for row in rows]
        widths = _widths([head, *lines])
        specs = [nodes.colspec(colwidth=width) for width in widths]
        return nodes.tgroup("", *specs, nodes.thead("", head), nodes.tbody("", *lines), cols=len(columns))

    def _cell(self, items: tuple[Item, ...], here: str) -> Iterator[nodes.Node]:
        """A line for each item that this output can show."""
        pages = within([item for item in items if isinstance(item, Page)], self.env)
        parts = [as_nodes(item, here, say) for item in items if not isinstance(item, Page) or item in pages]
        if len(parts) < 2:
            yield from (nodes.paragraph("", "", part) for part in parts)
            return
        match capabilities(self.app).cell_lines:
            case CellLines.COMMAS:
                yield nodes.paragraph("", "", *joined([[part] for part in parts]))
            case CellLines.BREAKS:
                lines = [node for part in parts for node in (nodes.raw("", "\n<br />\n", format="html"), part)]
                yield nodes.paragraph("", "", *lines[1:])
            case CellLines.BLOCK:
                yield nodes.line_block("", *(nodes.line("", "", part) for part in parts))


def _replace_empty(table: nodes.Element) -> None:
    """A table without rows becomes a sentence."""
    words = nodes.paragraph("", "", nodes.emphasis("", say(NOTHING)), classes=table["classes"])
    place = [nodes.target("", "", ids=table["ids"])] if table["ids"] else []  # LaTeX has no label at a paragraph
    title = table.next_node(nodes.title)
    caption = [nodes.paragraph("", "", *title.children)] if title is not None else []
    table.replace_self([*place, *caption, words])


def _scroll(table: nodes.Element) -> None:
    """A box around a table that is wider than its page: the table scrolls in it, and not the page."""
    box = nodes.container("", classes=["gitops-table-box"])
    table.parent.replace(table, box)
    box += table


def _caption_before(table: nodes.Element) -> None:
    """The caption as a paragraph: the man pages of older docutils leave a table's own out."""
    title = table.next_node(nodes.title)
    if title is not None:
        table.remove(title)
        table.parent.insert(table.parent.index(table), nodes.paragraph("", "", nodes.strong("", "", *title.children)))


def _entry(*parts: nodes.Node) -> nodes.entry:
    return nodes.entry("", *parts)


def _width(cell: nodes.Node) -> int:
    """The longest line of a cell, with the signs that plain text sets around a reference."""
    longest = max((column_width(line) for line in cell.astext().splitlines()), default=0)
    return longest + 2 if cell.next_node(nodes.inline) else longest


def _widths(rows: Sequence[nodes.row]) -> list[int]:
    """Columns as wide as their longest lines; where they are wider than a terminal, the widest become narrower."""
    columns = zip(*(row.children for row in rows), strict=True)
    wanted = [max(map(_width, cells)) for cells in columns]
    available, most = _LINE - 3 * len(wanted) - 1, _LINE
    while sum(min(most, width) for width in wanted) > available and most > _NARROW:
        most -= 1
    return [max(1, min(most, width)) for width in wanted]


def setup(app: Sphinx) -> None:
    """Register the post-transform."""
    app.add_post_transform(ResolveTables)
