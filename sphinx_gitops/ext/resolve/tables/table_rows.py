"""A query in, the rows of its table out, and the values of its filter that no record has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from sphinx_gitops.evidence import State
from sphinx_gitops.ext.directives.table_query import COLUMNS, TableQuery
from sphinx_gitops.ext.domain.object_index import NAMED, Index
from sphinx_gitops.ext.domain.relations import Relations
from sphinx_gitops.ext.resolve.tables.table_items import Cells, as_words
from sphinx_gitops.ext.resolve.tables.table_order import RankedRecords
from sphinx_gitops.ext.resolve.tables.table_records import records
from sphinx_gitops.model import FlowKind, Mark, Tier
from sphinx_gitops.query import Operand, Record, comparisons, parse_filter, parse_order
from sphinx_gitops.runbook import Procedure
from sphinx_gitops.suggest import near, there_are
from sphinx_gitops.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRows:
    """The rows, each with its columns alone; ``unmatched`` has a message for each value that nothing has."""

    rows: tuple[Cells, ...]
    unmatched: tuple[str, ...]


@dataclass(slots=True)
class _Values:
    """The values that the fields of a filter have, as far as records have been read."""

    wanted: tuple[Operand, ...]
    _seen: dict[str, set[str]] = field(default_factory=dict)
    _matched: set[Operand] = field(default_factory=set)

    def read(self, record: Record) -> None:
        """Note the values of one record."""
        for one in self.wanted:
            values = record.get(one.field, ())
            self._seen.setdefault(one.field, set()).update(values)
            if one.matches(values):
                self._matched.add(one)

    def messages(self, subject: str, vocabulary: Vocabulary, index: Index) -> Iterator[str]:
        """What is wrong with each value that no record has, and that is no word of the format either."""
        for one in dict.fromkeys(self.wanted):
            words = _format_words(subject, one.field, vocabulary)
            known = {*self._seen.get(one.field, ()), *words}
            if not known or one in self._matched or one.matches(words) or self._unread(one, index):
                continue
            hint = near(one.value, sorted(known))
            if hint or words or one.field in NAMED:  # an owner or a tag may be right, and have nothing today
                yield f"filter: no {one.field} is {one.value!r}{hint or there_are(sorted(known))}"

    def _unread(self, one: Operand, index: Index) -> bool:
        return one.field in NAMED and not one.pattern and index.unread(one.value)


def _format_words(subject: str, column: str, vocabulary: Vocabulary) -> Collection[str]:
    """The words of a column that has no others: a table may be empty of one, and right."""
    if (subject, column) == ("components", "kind"):
        return vocabulary.kinds
    words = _ENUMS.get((subject, column))
    return [member.value for member in words] if words else ()


_ENUMS: Mapping[tuple[str, str], type[Enum]] = {
    ("components", "mark"): Mark,
    ("components", "status"): State,
    ("components", "tier"): Tier,
    ("flows", "kind"): FlowKind,
    ("runbooks", "procedure"): Procedure,
    ("alerts", "procedure"): Procedure,
}
"""The columns whose words are those of an enumeration."""


def table_rows(query: TableQuery, relations: Relations, vocabulary: Vocabulary) -> TableRows:
    """The rows, filtered by the words of the sources, sorted by those of the reader."""
    fields = COLUMNS[query.subject]
    today = relations.index.today
    chosen, orders = parse_filter(query.filter, fields, today), parse_order(query.sort, fields)
    values, ranks = _Values(comparisons(query.filter, fields, today)), RankedRecords(query.subject)
    rows: list[tuple[Record, Cells]] = []
    for cells, source in _records(query, relations, vocabulary):
        shown = as_words(cells)
        read = as_words(source) if source else shown
        values.read(read)
        ranked = ranks.ranked(shown) if orders else shown
        if chosen(read):
            rows.append((ranked, cells))
    for order in reversed(orders):
        rows = order.sort(rows)
    return TableRows(
        rows=tuple({name: row[name] for name in query.columns} for _, row in rows),
        unmatched=tuple(values.messages(query.subject, vocabulary, relations.index)),
    )


def _records(query: TableQuery, relations: Relations, vocabulary: Vocabulary) -> Iterator[tuple[Cells, Cells | None]]:
    """Each record, and as its writer wrote it; None where the reader has the same words."""
    shown = records(query.subject, relations, query.workflow, vocabulary)
    if relations.written is relations:
        yield from ((cells, None) for cells in shown)
    else:
        yield from zip(shown, records(query.subject, relations.written, query.workflow, vocabulary), strict=True)
