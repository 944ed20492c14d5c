"""Queries of tables in, a digest of what each table shows out; a record is looked at once for all of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_gitops.ext.directives.table_query import COLUMNS, TableQuery
from sphinx_gitops.ext.resolve.tables.table_items import Cells, as_words
from sphinx_gitops.ext.resolve.tables.table_order import RankedRecords
from sphinx_gitops.ext.resolve.tables.table_records import records
from sphinx_gitops.query import Record, SortKey, parse_filter, parse_order
from sphinx_gitops.query.filter import Filter

if TYPE_CHECKING:
    from sphinx_gitops.ext.domain.relations import Relations
    from sphinx_gitops.vocabulary import Vocabulary


@dataclass(slots=True)
class _Row:
    """A record whose columns are written, and read as words, at most once for however many tables."""

    cells: Cells
    words: Record
    _written: dict[str, bytes] = field(default_factory=dict)

    def column(self, name: str) -> bytes:
        """What a column shows, as bytes that differ where it does."""
        if name not in self._written:
            self._written[name] = repr(self.cells[name]).encode(errors="surrogatepass")
        return self._written[name]

    def digest(self, columns: Iterable[str]) -> bytes:
        """The digest of some columns."""
        return hashlib.sha256(b"\0".join(map(self.column, columns))).digest()


@dataclass(slots=True)
class _Table:
    """One query on its way through the records; rows are kept only where they have to be sorted."""

    query: TableQuery
    chosen: Filter
    orders: tuple[SortKey, ...]
    ranks: RankedRecords
    _rows: list[tuple[Record, bytes]] = field(default_factory=list)
    _seen: hashlib._Hash = field(default_factory=hashlib.sha256)

    def take(self, row: _Row, source: Record) -> None:
        """Look at a record, which *source* has in the words of its writer."""
        words = self.ranks.ranked(row.words) if self.orders else row.words
        if not self.chosen(source):
            return
        found = row.digest(self.query.columns)
        if self.orders:
            self._rows.append(({order.field: words[order.field] for order in self.orders}, found))
        else:
            self._seen.update(found)

    def digest(self) -> str:
        """The digest of all rows, in the table's order."""
        for order in reversed(self.orders):
            self._rows = order.sort(self._rows)
        for _, found in self._rows:
            self._seen.update(found)
        return self._seen.hexdigest()


def table_digests(queries: Iterable[TableQuery], relations: Relations, vocabulary: Vocabulary) -> dict[TableQuery, str]:
    """The digest of what the table of each query shows."""
    groups: dict[tuple[str, str], dict[TableQuery, _Table]] = {}
    for query in queries:
        tables = groups.setdefault((query.subject, query.workflow), {})
        if query not in tables:
            fields = COLUMNS[query.subject]
            chosen = parse_filter(query.filter, fields, relations.index.today)
            tables[query] = _Table(query, chosen, parse_order(query.sort, fields), RankedRecords(query.subject))
    for (subject, workflow), tables in groups.items():
        _read(
            records(subject, relations, workflow, vocabulary),
            _sources(subject, workflow, relations, vocabulary),
            tables,
        )
    return {query: table.digest() for tables in groups.values() for query, table in tables.items()}


def _sources(subject: str, workflow: str, relations: Relations, vocabulary: Vocabulary) -> Iterable[Cells] | None:
    """The records as their writers wrote them; None where the reader has the same words."""
    return None if relations.written is relations else records(subject, relations.written, workflow, vocabulary)


def _read(shown: Iterable[Cells], sources: Iterable[Cells] | None, tables: Mapping[TableQuery, _Table]) -> None:
    written = iter(sources) if sources is not None else None
    for cells in shown:
        row = _Row(cells, as_words(cells))
        source = as_words(next(written)) if written else row.words
        for table in tables.values():
            table.take(row, source)
