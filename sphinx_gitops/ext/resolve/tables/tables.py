"""The post-transform of tables: queries in, the rows that a builder knows out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from docutils import nodes
from sphinx.util import logging

from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.directives.table_query import TableQuery
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.relations import RelatedPage, Relations
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_table
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.ext.outputs.output_documents import Origins, within
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.resolve.tables.cell_lines import cell_lines, column_widths, entry, scroll
from sphinx_gitops.ext.resolve.tables.table_items import TableItem, as_nodes
from sphinx_gitops.ext.resolve.tables.table_rows import TableRows, table_rows
from sphinx_gitops.ext.source_places import node_span
from sphinx_gitops.phrases.columns import COLUMN_WORDS
from sphinx_gitops.phrases.words import NOTHING
from sphinx_gitops.problems import Code, Problem, Span


@dataclass(slots=True)
class _KeptTable:
    """The rows of a query, and the widths of their columns once they have been set out."""

    found: TableRows
    widths: list[int] = field(default_factory=list)


_MOST = 8
"""So many tables are kept: a project may have the same one on each page."""
_kept: WeakKeyDictionary[Relations, OrderedDict[tuple[TableQuery, frozenset[str] | None], _KeptTable]] = (
    WeakKeyDictionary()
)
"""The last tables, by what they ask and by the documents of the output."""
_logger = logging.getLogger(__name__)


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
            kept = self._table(query)
            self._report_unmatched(kept.found, placeholder)
            if not kept.found.rows:
                _replace_empty(table)
                continue
            placeholder.replace_self(self._group(query.columns, kept, origins.docname(placeholder)))
            if not output.table_captions:
                _caption_before(table)
            if output.stylesheet:
                scroll(table)

    def _table(self, query: TableQuery) -> _KeptTable:
        """The rows of a query, which are found once for all documents that ask the same."""
        relations = gitops_domain(self.env).relations
        tables = _kept.setdefault(relations, OrderedDict())
        key = query, relations.index.inside
        if key not in tables:
            tables[key] = _KeptTable(table_rows(query, relations, vocabulary(self.config)))
        tables.move_to_end(key)
        if len(tables) > _MOST:
            tables.popitem(last=False)
        return tables[key]

    def _report_unmatched(self, found: TableRows, placeholder: gitops_table) -> None:
        """Warn of each value of the filter that nothing has, at the line of the option."""
        span = node_span(placeholder)
        place = Span(span.source, span.line + placeholder["option_lines"].get("filter", 0))
        report(Problem(code=Code.OPTION, message=message, span=place) for message in found.unmatched)

    def _check(self, query: TableQuery, placeholder: gitops_table) -> None:
        domain = gitops_domain(self.env)
        known = not query.workflow or domain.packed(domain.index.current(query.workflow))
        if not known and not domain.index.unread(query.workflow):
            message, hint = "there is no workflow %r to list%s", domain.near("workflow", query.workflow)
            _logger.warning(message, query.workflow, hint, location=placeholder, type="gitops", subtype="unknown-id")

    def _group(self, columns: Sequence[str], kept: _KeptTable, here: str) -> nodes.tgroup:
        head = nodes.row("", *(entry(nodes.paragraph("", say(COLUMN_WORDS[name]))) for name in columns))
        lines = [nodes.row("", *(entry(*self._cell(row[name], here)) for name in columns)) for row in kept.found.rows]
        kept.widths = kept.widths or column_widths([head, *lines])
        specs = [nodes.colspec(colwidth=width) for width in kept.widths]
        return nodes.tgroup("", *specs, nodes.thead("", head), nodes.tbody("", *lines), cols=len(columns))

    def _cell(self, items: tuple[TableItem, ...], here: str) -> Iterator[nodes.Node]:
        """A line for each item that this output can show."""
        pages = within([item for item in items if isinstance(item, RelatedPage)], self.env)
        parts = [as_nodes(item, here, say) for item in items if not isinstance(item, RelatedPage) or item in pages]
        yield from cell_lines(parts, self.app)


def _replace_empty(table: nodes.Element) -> None:
    """A table without rows becomes a sentence."""
    words = nodes.paragraph("", "", nodes.emphasis("", say(NOTHING)), classes=table["classes"])
    place = [nodes.target("", "", ids=table["ids"])] if table["ids"] else []  # LaTeX has no label at a paragraph
    title = table.next_node(nodes.title)
    caption = [nodes.paragraph("", "", *title.children)] if title is not None else []
    table.replace_self([*place, *caption, words])


def _caption_before(table: nodes.Element) -> None:
    """The caption as a paragraph: the man pages of older docutils leave a table's own out."""
    title = table.next_node(nodes.title)
    if title is not None:
        table.remove(title)
        table.parent.insert(table.parent.index(table), nodes.paragraph("", "", nodes.strong("", "", *title.children)))
