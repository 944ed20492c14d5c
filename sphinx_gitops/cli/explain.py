"""``sphinx-gitops explain CODE``: what a rule says, why, and what breaks and keeps it."""

from __future__ import annotations

import argparse
import textwrap

from sphinx_gitops.alerts.checks import DESCRIBED, Check
from sphinx_gitops.cli.files.streams import put
from sphinx_gitops.cli.usage import UsageError
from sphinx_gitops.problems import Code
from sphinx_gitops.rule import Rule
from sphinx_gitops.rules import RULES, rule_of
from sphinx_gitops.suggest import listed, near

_WIDTH = 80
"""So many letters stand on a line."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The rule."""
    parser.add_argument("code", metavar="CODE", help=f"one of {listed(_codes())}")


def _codes() -> list[str]:
    return [*(rule.code for rule in RULES), *DESCRIBED]


def _checked(check: Check) -> str:
    """What is checked besides workflows, as plain text."""
    severity = check.severity.value if check.severity else "off"
    return f"{check.code} ({severity})\n\n{check.message}\n\n{textwrap.fill(check.explanation, _WIDTH)}\n"


def explained(rule: Rule) -> str:
    """A rule as plain text."""
    source = "\n\nSource: {} <{}>".format(*rule.source) if rule.source else ""
    return (
        f"{rule.code} ({rule.severity.value}, from the profile {rule.profile.value} on)\n\n"
        f"{rule.message}\n\n{textwrap.fill(rule.explanation, _WIDTH)}\n\n"
        f"Breaks it:\n\n{textwrap.indent(rule.breaks, '    ')}\n"
        f"Keeps it:\n\n{textwrap.indent(rule.keeps, '    ').rstrip()}{source}\n"
    )


def explain(options: argparse.Namespace) -> int:
    """Print the rule. Raises UsageError."""
    code = options.code.removeprefix("gitops.")
    rule = rule_of(code)
    if code in DESCRIBED:
        put(_checked(DESCRIBED[code]))
        return 0
    if code in set(Code):
        raise UsageError(f"{code!r} is no rule: the manual's page on errors has it")
    if rule is None:
        codes = _codes()
        raise UsageError(f"there is no rule {code!r}{near(code, codes) or '; known: ' + listed(codes)}")
    put(explained(rule))
    return 0
