"""``gitops_rules`` and ``gitops_rules_profile`` in, which rules count and how much out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile, Rule
from sphinx_gitops.settings.faults import Faults

PROFILES = tuple(profile.value for profile in Profile)
"""The sets of rules that a project may choose from; the first counts unless another is chosen."""
OFF = "off"
_SEVERITIES: Mapping[str, Severity | None] = {OFF: None, **{one.value: one for one in reversed(Severity)}}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettings:
    """The profile, and the severity of single rules by their codes; None is off."""

    profile: str = PROFILES[0]
    severities: Mapping[str, Severity | None] = field(default_factory=dict)

    def in_force(self, rules: Iterable[Rule]) -> dict[str, Severity]:
        """Code to severity of each of *rules* that is of the profile, or that the project's own list turns on."""
        profiles = list(Profile)
        kept = profiles[: profiles.index(Profile(self.profile)) + 1]
        chosen = {rule.code: rule.severity if rule.profile in kept else None for rule in rules}
        chosen |= {code: severity for code, severity in self.severities.items() if code in chosen}
        return {code: severity for code, severity in chosen.items() if severity}


def read_rules(value: object, profile: object, faults: Faults) -> RuleSettings:
    """The rules of a project; whether a code is that of a rule is not known here."""
    found: dict[str, Severity | None] = {}
    for code, item in faults.entries("gitops_rules", value):
        word = faults.word(item, "severity", tuple(_SEVERITIES), f"gitops_rules[{code!r}]")
        if word:
            found[code] = _SEVERITIES[word]
    chosen = faults.word(profile, "profile", PROFILES, "gitops_rules_profile")
    return RuleSettings(profile=chosen or PROFILES[0], severities=found)
