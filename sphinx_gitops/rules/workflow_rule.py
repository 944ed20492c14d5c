"""What a rule about workflows is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.rule import Domain, Rule
from sphinx_gitops.waivers import Subject


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
class WorkflowRule(Rule):
    """A rule that is asked of one workflow."""

    domain: Domain = Domain.WORKFLOW
    check: Callable[[Delivery], Iterator[Finding]]
