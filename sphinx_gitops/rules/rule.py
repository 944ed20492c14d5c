"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from sphinx_gitops.model import Flow, Part, Workflow
from sphinx_gitops.problems import Severity
from sphinx_gitops.rules.delivery import Delivery

Subject: TypeAlias = Workflow | Part | Flow
"""What a finding is about: its line is where something is to be changed, or waived."""


class Profile(Enum):
    """A set of rules; each has all those of the ones before it."""

    MINIMAL = "minimal"
    "What contradicts itself."
    RECOMMENDED = "recommended"
    "What a practitioner expects of the way to production."
    STRICT = "strict"
    "What an auditor asks for besides."


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One place where a rule is broken: what is wrong, the shortest path that shows it, and what would mend it."""

    subject: Subject
    message: str
    remedy: str
    path: tuple[str, ...] = ()
    absent: bool = False
    "Whether the workflow shows nothing at all of what is missing: for that the profile minimal judges nobody."

    @property
    def text(self) -> str:
        """The finding in one sentence."""
        way = f": {' → '.join(self.path)}" if self.path else ""
        return f"{self.message}{way}; {self.remedy}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: its code, what it says and why, an example that breaks it and one that keeps it, and its source."""

    code: str
    severity: Severity
    profile: Profile
    message: str
    explanation: str
    breaks: str
    keeps: str
    source: tuple[str, str] | None
    "The title of what the rule follows, and its address."
    check: Callable[[Delivery], Iterator[Finding]]
