"""What a rule about drift is: what every rule says of itself, and what it reports of all that differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_gitops.rule import Domain, Rule

if TYPE_CHECKING:  # a rule is explained without what compares
    from sphinx_gitops.drift.difference import Difference
    from sphinx_gitops.drift.differences import Differences


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftRule(Rule):
    """A rule that is asked of a workflow and its repositories together."""

    domain: Domain = Domain.DRIFT
    check: Callable[[Differences], Iterator[Difference]]
