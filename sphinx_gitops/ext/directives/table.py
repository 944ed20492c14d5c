"""The directive ``gitops-table``: components, flows, runbooks or workflows as a table that follows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.utils import column_width
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.directives.options import choice, leave_aside, lenient, width
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.relations import Page, Relations
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_table
from sphinx_gitops.ext.outputs.output_documents import Origins, within
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.resolve.pending_xrefs import joined
from sphinx_gitops.ext.resolve.table_records import COLUMNS, DEFAULTS, Cells, Item, as_nodes, as_words, records
from sphinx_gitops.ext.source_places import option_lines, standing
from sphinx_gitops.phrases import COLUMN_WORDS, NOTHING
from sphinx_gitops.problems import Code, Problem
from sphinx_gitops.query import QueryError, parse_filter, parse_names, parse_order
from sphinx_gitops.reader.fields import near
from sphinx_gitops.vocabulary import Vocabulary

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx

_logger = logging.getLogger(__name__)
_PAGE = 79
"""Characters of a terminal's line."""
_NARROW = 8
"""Characters: a table of many columns is rather wider than the page than that its words are cut to pieces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a table asks for; each part has been read once without an error."""

    subject: str
    workflow: str = ""
    columns: tuple[str, ...] = ()
    filter: str = ""
    sort: str = ""

    def rows(self, relations: Relations, words: Vocabulary) -> list[Cells]:
        """The rows, chosen by what the sources say, sorted as they are read, each with the columns alone."""
        fields = COLUMNS[self.subject]
        chosen = parse_filter(self.filter, fields)
        written = relations.written
        shown = ((as_words(row), row) for row in records(self.subject, relations, self.workflow, words))
        if written is relations:
            rows = [(said, row) for said, row in shown if chosen(said)]
        else:
            sources = records(self.subject, written, self.workflow, words)
            rows = [pair for pair, source in zip(shown, sources, strict=True) if chosen(as_words(source))]
        for order in reversed(parse_order(self.sort, fields)):
            rows = order.sort(rows)
        return [{name: row[name] for name in self.columns} for _, row in rows]


class TableDirective(SphinxDirective):
    """``.. gitops-table:: components | flows | runbooks | workflows``."""

    required_arguments = 1
    option_spec: ClassVar = lenient(
        {
            "workflow": directives.unchanged_required,
            "columns": directives.unchanged_required,
            "filter": directives.unchanged_required,
            "sort": directives.unchanged_required,
            "caption": directives.unchanged,
            "name": directives.unchanged,
            "class": directives.class_option,
            "align": choice("left", "center", "right"),
            "width": width,
        }
    )

    def run(self) -> list[Node]:
        """Read the options, and leave room for the table."""
        leave_aside(self)
        subject = self.arguments[0].strip()
        if subject not in COLUMNS:
            hint = near(subject, COLUMNS) or f"; expected one of {', '.join(COLUMNS)}"
            return self._refuse("", f"{subject!r} is nothing to list{hint}")
        options = {name: " ".join(str(value).split()) for name, value in self.options.items()}
        fields, asked = COLUMNS[subject], ""
        try:
            asked = "columns"
            columns = parse_names(options.get("columns", ""), fields) or DEFAULTS[subject]
            asked = "filter"
            parse_filter(options.get("filter", ""), fields)
            asked = "sort"
            parse_order(options.get("sort", ""), fields)
        except QueryError as error:
            return self._refuse(asked, f"{asked}: {error}")
        given = {name: options[name] for name in ("workflow", "filter", "sort") if name in options}
        return self._room(Query(subject=subject, columns=columns, **given))

    def _refuse(self, option: str, message: str) -> list[Node]:
        """Say what is wrong, where it stands; a table that lists the wrong things would be worse than none."""
        below = option_lines(self).get(option, 0)
        report([Problem(code=Code.OPTION, message=message, span=standing(self, below))])
        return []

    def _room(self, query: Query) -> list[Node]:
        room = gitops_table(query=query)
        table = nodes.table("", room, classes=["gitops-table", *self.options.get("class", [])])
        self.set_source_info(room)
        self.set_source_info(table)
        for name in ("align", "width"):
            if name in self.options:
                table[name] = self.options[name]
        messages: list[nodes.system_message] = []
        if self.options.get("caption"):
            inlines, messages = self.state.inline_text(self.options["caption"], self.lineno)
            title = nodes.title(self.options["caption"], "", *inlines)
            self.set_source_info(title)
            table.insert(0, title)
        self.add_name(table)
        return [table, *messages]


class ResolveTables(PostTransform):
    """Fills the tables in, before references are resolved."""

    default_priority = 4

    def run(self, **kwargs: object) -> None:
        """Fill every table of the document."""
        if self.app.builder.name == "gettext":
            return
        origins = Origins(self.document, self.env)
        for room in list(self.document.findall(gitops_table)):
            query: Query = room["query"]
            self._check(query, room)
            rows = query.rows(gitops_domain(self.env).relations, vocabulary(self.config))
            if rows:
                table = room.parent
                room.replace_self(self._group(query.columns, rows, origins.docname(room)))
                if self.app.builder.format == "man":
                    _caption_before(table)
            else:
                self._say_nothing(room.parent)

    def _check(self, query: Query, room: gitops_table) -> None:
        domain = gitops_domain(self.env)
        if query.workflow and domain.workflow(domain.index.current(query.workflow)) is None:
            message, hint = "there is no workflow %r to list%s", domain.near("workflow", query.workflow)
            _logger.warning(message, query.workflow, hint, location=room, type="gitops", subtype="unknown-id")

    def _say_nothing(self, table: nodes.Element) -> None:
        """A table without rows is a sentence."""
        words = nodes.paragraph("", "", nodes.emphasis("", say(NOTHING)), classes=table["classes"])
        place = [nodes.target("", "", ids=table["ids"])] if table["ids"] else []  # LaTeX has no label at a paragraph
        title = table.next_node(nodes.title)
        caption = [nodes.paragraph("", "", *title.children)] if title is not None else []
        table.replace_self([*place, *caption, words])

    def _group(self, columns: Sequence[str], rows: Sequence[Cells], here: str) -> nodes.tgroup:
        head = nodes.row("", *(_entry(nodes.paragraph("", say(COLUMN_WORDS[name]))) for name in columns))
        lines = [nodes.row("", *(_entry(*self._cell(row[name], here)) for name in columns)) for row in rows]
        widths = _widths([head, *lines])
        specs = [nodes.colspec(colwidth=width) for width in widths]
        return nodes.tgroup("", *specs, nodes.thead("", head), nodes.tbody("", *lines), cols=len(columns))

    def _cell(self, items: tuple[Item, ...], here: str) -> Iterator[nodes.Node]:
        """A line for each item that this output can show; plain text has no lines inside of a cell, but commas.

        In HTML they are one paragraph, as a single item is: themes space a block of lines in ways of their own.
        """
        pages = within([item for item in items if isinstance(item, Page)], self.env)
        shown = [item for item in items if not isinstance(item, Page) or item in pages]
        parts = [as_nodes(item, here, say) for item in shown]
        if len(parts) > 1 and self.app.builder.format == "text":
            yield nodes.paragraph("", "", *joined([[part] for part in parts]))
        elif len(parts) > 1 and self.app.builder.format == "html":
            lines = [node for part in parts for node in (nodes.raw("", "\n<br />\n", format="html"), part)]
            yield nodes.paragraph("", "", *lines[1:])
        elif len(parts) > 1:
            yield nodes.line_block("", *(nodes.line("", "", part) for part in parts))
        elif parts:
            yield nodes.paragraph("", "", *parts)


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
    """Columns as wide as their longest lines; where a page of plain text has no room for that, the widest give way."""
    columns = zip(*(row.children for row in rows), strict=True)
    wanted = [max(map(_width, cells)) for cells in columns]
    room, most = _PAGE - 3 * len(wanted) - 1, _PAGE
    while sum(min(most, width) for width in wanted) > room and most > _NARROW:
        most -= 1
    return [max(1, min(most, width)) for width in wanted]


def setup(app: Sphinx) -> None:
    """Register the directive and its post-transform."""
    app.add_directive("gitops-table", TableDirective)
    app.add_directive_to_domain("gitops", "table", TableDirective)
    app.add_post_transform(ResolveTables)
