"""Small workflows in two versions, and what changes between them."""

from __future__ import annotations

from sphinx_gitops.diff import compared
from sphinx_gitops.diff.sentences import signed
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text

OLD = """\
title: Delivery
stages:
  ci:
    title: CI
    groups:
      build: {components: {BUILD: Build, TEST: Test}}
    components: {SCAN: {title: Scanner, kind: security-scan}}
  cd:
    components: {ARGO: Argo CD}
flows:
  - BUILD --> TEST --> SCAN
  - SCAN --> ARGO
"""


def workflow(text: str, source: str = "w") -> Workflow:
    """A workflow of a text without an error."""
    reading = read_text(text, locate=lambda line, column: Span(source, line + 1, column + 1), default="w")
    assert reading.workflow
    assert reading.problems == ()
    return reading.workflow


def said(new: str, old: str = OLD, *, by_manifest: bool = False) -> list[str]:
    """What is said of a change."""
    return [signed(change) for change in compared(workflow(old), workflow(new), by_manifest=by_manifest)]


def edited(*edits: tuple[str, str]) -> str:
    """OLD with texts in the place of others, which are there."""
    text = OLD
    for before, after in edits:
        assert before in text
        text = text.replace(before, after, 1)
    return text
