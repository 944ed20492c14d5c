"""Comments of rule files accept findings: those of a rule, of the rule below, or of the whole file."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.waivers import Comments

TEXT = """\
# gitops: waive alert-duplicate: of the file
groups:
  # gitops: waive alert-unverifiable: above a rule

  # and its words
  - alert: A
    expr: up  # gitops: waive alert-runbook-none: behind a value
  - alert: B
"""


@pytest.mark.parametrize(
    ("start", "reasons"),
    [(6, ["above a rule", "behind a value", "of the file"]), (8, ["of the file"])],
)
def test_a_comment_counts_where_it_is(start, reasons):
    assert [one.reason for one in Comments(TEXT, "rules.yaml", [6, 8]).of(start)] == reasons


def test_a_file_without_one_has_none():
    assert not Comments("groups: []  # gitops-runbook\n", "rules.yaml", [])
