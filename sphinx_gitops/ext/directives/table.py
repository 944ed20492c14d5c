"""The directive ``gitops-table``: alerts, components, flows, runbooks or workflows as a table that follows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_gitops.ext.directives.options.options import choice, lenient, report_unusable, width
from sphinx_gitops.ext.directives.table_query import COLUMNS, DEFAULTS, TableQuery
from sphinx_gitops.ext.domain.alert_relations import TABLE_ANCHOR
from sphinx_gitops.ext.nodes import gitops_table
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.source_places import directive_span, option_lines
from sphinx_gitops.problems import Code, Problem
from sphinx_gitops.query import QueryError, parse_filter, parse_names, parse_order
from sphinx_gitops.suggest import near

if TYPE_CHECKING:
    from docutils.nodes import Node


class TableDirective(SphinxDirective):
    """``.. gitops-table:: alerts | components | flows | runbooks | workflows``."""

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
        """Read the options, and put the placeholder of the rows into a table."""
        report_unusable(self)
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
        return self._table(TableQuery(subject=subject, columns=columns, **given))

    def _refuse(self, option: str, message: str) -> list[Node]:
        """Report what is wrong, at its line; a table that lists the wrong things would be worse than none."""
        below = option_lines(self).get(option, 0)
        report([Problem(code=Code.OPTION, message=message, span=directive_span(self, below))])
        return []

    def _table(self, query: TableQuery) -> list[Node]:
        rows = gitops_table(query=query, option_lines=option_lines(self))
        table = nodes.table("", rows, classes=["gitops-table", *self.options.get("class", [])])
        self.set_source_info(rows)
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
        if query.subject == "alerts" and TABLE_ANCHOR not in self.state.document.ids:
            table["ids"].append(TABLE_ANCHOR)
            self.state.document.note_explicit_target(table, table)
        self.add_name(table)
        return [table, *messages]
