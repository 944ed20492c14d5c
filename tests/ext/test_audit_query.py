"""A query is compared by what it asks."""

from __future__ import annotations

from sphinx_gitops.audit.framework import built_in
from sphinx_gitops.ext.audit_query import AuditQuery


def test_equal_queries_are_one():
    first, second = (AuditQuery(workflow="w", framework=built_in("slsa")) for _ in range(2))
    assert len({first, second}) == 1
    assert len({first, AuditQuery(workflow="w", framework=built_in("practices"))}) == 2
