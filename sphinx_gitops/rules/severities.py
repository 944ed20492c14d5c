"""The settings of a project in, the severity of each rule that counts for it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sphinx_gitops.problems import Code, Problem, Severity, Span
from sphinx_gitops.rules.rule import Profile
from sphinx_gitops.rules.rules import RULES, rule_of
from sphinx_gitops.settings.faults import CONF
from sphinx_gitops.settings.rules import RuleSettings
from sphinx_gitops.suggest import listed, near


def severities(settings: RuleSettings) -> dict[str, Severity]:
    """Code to severity of each rule of the project's profile, or that its own list turns on."""
    profiles = list(Profile)
    kept = profiles[: profiles.index(Profile(settings.profile)) + 1]
    found = {rule.code: rule.severity for rule in RULES if rule.profile in kept}
    for code, severity in settings.severities.items():
        if severity is None:
            found.pop(code, None)
        elif rule_of(code):
            found[code] = severity
    return found


def check_codes(settings: RuleSettings, lines: Mapping[str, Span] | None = None) -> Iterator[Problem]:
    """A complaint about each code of a project's own list that no rule has."""
    codes = [rule.code for rule in RULES]
    for code in settings.severities:
        if code not in codes:
            message = f"there is no rule {code!r}{near(code, codes) or '; known: ' + listed(codes)}"
            span = (lines or {}).get("gitops_rules", CONF)
            yield Problem(code=Code.OPTION, message=message, span=span, path=f"gitops_rules[{code!r}]")
