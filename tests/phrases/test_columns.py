"""Every column that a table can have has a head."""

from __future__ import annotations

from sphinx_gitops.ext.directives.table_query import COLUMNS
from sphinx_gitops.phrases.columns import COLUMN_WORDS


def test_every_column_of_every_subject_has_a_head():
    columns = {name for names in COLUMNS.values() for name in names}
    assert columns
    assert columns <= set(COLUMN_WORDS)
