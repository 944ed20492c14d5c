"""The small language of tables: which records to show, and in which order. It can compare words, and nothing else."""

from sphinx_gitops.query.filter import Operand, comparisons, parse_filter
from sphinx_gitops.query.order import SortKey, parse_names, parse_order
from sphinx_gitops.query.tokens import QueryError, Record

__all__ = ["Operand", "QueryError", "Record", "SortKey", "comparisons", "parse_filter", "parse_names", "parse_order"]
