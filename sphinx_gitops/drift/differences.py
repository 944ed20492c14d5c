"""A comparison in, all that differs out, each kind found once: what rules report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sphinx_gitops.drift.comparison import Comparison
from sphinx_gitops.drift.difference import Difference
from sphinx_gitops.drift.flows.flow_differences import flow_differences
from sphinx_gitops.drift.missing import MissingObjects
from sphinx_gitops.drift.naming.inventory import InventoryEntry
from sphinx_gitops.drift.rollbacks import conflicts
from sphinx_gitops.drift.suspension import suspensions
from sphinx_gitops.drift.undocumented import undocumented
from sphinx_gitops.drift.values.attributes import attribute_differences
from sphinx_gitops.drift.values.counts import count_differences


@dataclass(frozen=True, kw_only=True)
class Differences:
    """What differs between one workflow and its repositories; has no slots, since each answer is kept."""

    missing: MissingObjects
    "What is not there."
    taken: frozenset[InventoryEntry]
    "What stands where something was, by any workflow."

    @property
    def comparison(self) -> Comparison:
        """What is compared."""
        return self.missing.comparison

    def undocumented(self) -> Iterator[Difference]:
        """What no workflow names."""
        return undocumented(self.comparison, self.taken)

    def suspensions(self) -> Iterator[Difference]:
        """What Git switches off."""
        return suspensions(self.comparison)

    def rollbacks(self) -> Iterator[Difference]:
        """The rollbacks that cannot be made."""
        return conflicts(self.comparison)

    @cached_property
    def attributes(self) -> tuple[Difference, ...]:
        """The values, namespaces and environments that differ, and how many there are."""
        values = attribute_differences(self.comparison)
        explained = {one.object for one in (*values, *self.flows)}
        return (*values, *count_differences(self.comparison, explained))

    @cached_property
    def flows(self) -> tuple[Difference, ...]:
        """The flows that are not there, or run the other way round."""
        return flow_differences(self.comparison, attribute_differences(self.comparison))
