"""The orders of tables."""

from __future__ import annotations

import pytest

from sphinx_gitops.query import QueryError, SortKey, parse_names, parse_order

FIELDS = ("kind", "stage", "owner", "tag")


def test_orders_and_columns():
    assert parse_order("stage, -kind", FIELDS) == (SortKey("stage"), SortKey("kind", descending=True))
    assert parse_names("kind, owner kind", FIELDS) == ("kind", "owner")
    with pytest.raises(QueryError, match="character 7: there is no field 'stag'; did you mean 'stage'"):
        parse_order("kind, stag", FIELDS)
    rows = [({"kind": (text,) if text else ()}, text) for text in ("v10", "", "v9", "V1")]
    assert [text for _, text in SortKey("kind").sort(rows)] == ["V1", "v9", "v10", ""]
    assert [text for _, text in SortKey("kind", descending=True).sort(rows)] == ["v10", "v9", "V1", ""]
    numbers = ["v" + "9" * 5000, "v" + "1" * 5001, "v007", "v7", "v٨"]
    found = [text for _, text in SortKey("kind").sort([({"kind": (text,)}, text) for text in numbers])]
    assert found == ["v007", "v7", "v٨", *numbers[:2]]
