"""Workflows with their repositories, as audits take them."""

from __future__ import annotations

from pathlib import Path

from sphinx_gitops.audit.framework import Framework, read_framework
from sphinx_gitops.audit.subject import Audited
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.rules.judging import WorkflowRepository
from support.repositories import write
from support.rules import read, settings

WORKFLOW = """\
id: w
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}, SCAN: {kind: security-scan, title: Image Scan MANIFEST}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}}}
flows: [APP --> BUILD --> SCAN --> PROD]
"""


def audited(folder: Path | None = None, files: dict[str, str] | None = None, text: str = WORKFLOW, **known) -> Audited:
    """A workflow, with a repository of *files* in *folder*."""
    sources = ()
    if files is not None:
        write(folder, files)
        sources = (WorkflowRepository(shown="deploy", discovery=discover(folder)),)
    workflow = read(text.replace(" MANIFEST", known.pop("manifest", "")))
    return Audited(workflow=workflow, settings=known.pop("settings", settings()), sources=sources, **known)


def framework(text: str) -> Framework:
    found, problems = read_framework(text, "f.yaml", "f")
    assert problems == ()
    return found
