"""Workflows and settings that tests of rules share."""

from __future__ import annotations

from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Problem, Severity, Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.rules import check_rules
from sphinx_gitops.settings import Settings
from sphinx_gitops.settings.rules import RuleSettings

SECURITY = "prod-without-security"
PATHS = """\
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}, SCAN: {kind: security-scan}, LINT: {kind: lint}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}}}
flows: [FLOWS]
"""


def read(text: str) -> Workflow:
    reading = read_text(text, locate=lambda line, column: Span("w.yaml", line + 1, column + 1), default="w")
    assert reading.problems == ()
    return reading.workflow


def settings(profile: str = "strict", **severities: Severity | None) -> Settings:
    codes = {code.replace("_", "-"): severity for code, severity in severities.items()}
    return Settings(rules=RuleSettings(profile=profile, severities=codes))


def findings(code: str, text: str, **known: object) -> list[Problem]:
    """What one rule says of a workflow."""
    return [problem for problem in check_rules(read(text), settings(), **known).problems if problem.code == code]


def delivery(flows: str, *, run: str = "", ci: str = "", more: str = "") -> str:
    """A workflow from code to production, with more components in its stages, and more stages."""
    return f"""\
stages:
  source: {{kind: source, components: {{APP: {{kind: application-repository}}}}}}
  ci: {{kind: ci, components: {{BUILD: {{kind: build}}{ci}}}}}
  run: {{kind: platform, components: {{PROD: {{kind: environment, tier: production}}{run}}}}}
{more}flows: [{flows}]
"""
