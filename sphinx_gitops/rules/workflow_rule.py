"""What a rule about workflows is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.model import Flow
from sphinx_gitops.rule import Domain, Rule
from sphinx_gitops.waivers import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
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


EvidenceStep: TypeAlias = str | Flow
"""What keeps a rule: a component by its name, that of another workflow by its full one, or a flow."""


def nothing(_delivery: Delivery) -> Iterator[EvidenceStep]:
    """A rule that nothing in particular keeps."""
    return iter(())


def kinds(*names: str) -> Callable[[Delivery], Iterator[EvidenceStep]]:
    """A rule that components of these kinds keep."""
    return lambda delivery: iter(delivery.of_kind(*names))


def whole(delivery: Delivery) -> str:
    """Why a rule cannot be judged that asks about the way from code to production; empty where it can."""
    return delivery.gap


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkflowRule(Rule):
    """A rule that is asked of one workflow: what breaks it, what keeps it, and why it may not be known."""

    domain: Domain = Domain.WORKFLOW
    check: Callable[[Delivery], Iterator[Violation]]
    evidence: Callable[[Delivery], Iterator[EvidenceStep]] = nothing
    gap: Callable[[Delivery], str] = whole
