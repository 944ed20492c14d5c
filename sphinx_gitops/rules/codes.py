"""The project's own list of rules in, a complaint about each code that no rule has out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sphinx_gitops.alerts.checks import CHECKS
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.rules.rules import RULES
from sphinx_gitops.settings.faults import CONF
from sphinx_gitops.settings.rules import RuleSettings
from sphinx_gitops.suggest import listed, near


def check_codes(settings: RuleSettings, lines: Mapping[str, Span] | None = None) -> Iterator[Problem]:
    """A complaint about each code of a project's own list that no rule has."""
    codes = [*(rule.code for rule in RULES), *CHECKS]
    for code in settings.severities:
        if code not in codes:
            message = f"there is no rule {code!r}{near(code, codes) or '; known: ' + listed(codes)}"
            span = (lines or {}).get("gitops_rules", CONF)
            yield Problem(code=Code.OPTION, message=message, span=span, path=f"gitops_rules[{code!r}]")
