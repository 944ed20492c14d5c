"""A comparison in, the documented flows that the repository does not have, or has the other way round, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from sphinx_gitops.drift.comparison import Comparison
from sphinx_gitops.drift.difference import Difference, RepositoryLine
from sphinx_gitops.drift.flows.environment_evidence import of_environment, of_repository
from sphinx_gitops.drift.flows.evidence import UNKNOWN, Evidence, FlowVerdict, between
from sphinx_gitops.drift.flows.members import Members, members_of
from sphinx_gitops.drift.values.attributes import is_of_path
from sphinx_gitops.model import Flow, FlowKind

_ASKED = frozenset(FlowKind) - {FlowKind.FEEDBACK, FlowKind.ROLLBACK, FlowKind.MANUAL}
"""The kinds of flows that manifests can declare."""
_GIVING = ("Kustomization", "ResourceSet")
"""The kinds that give others of Flux, by which ids begin."""
_SAID = {
    "contains": "does not give",
    "dependsOn": "does not depend on",
    "needs": "does not need",
    "promotes": "does not take freight of",
    "runAfter": "does not run after",
    "uses": "does not use",
    "workflow_run": "does not run after",
}


@dataclass(kw_only=True)
class FlowDifferences:
    """Asks of every flow; ``repathed`` are the parts whose folder or revision differs already.

    Has no slots, since an answer is kept.
    """

    comparison: Comparison
    repathed: Collection[str]
    known: dict[str, Members] = field(default_factory=dict)

    def members(self, end: str) -> Members:
        """What an end stands for, found once."""
        if end not in self.known:
            self.known[end] = members_of(self.comparison, end)
        return self.known[end]

    def parts(self, end: str) -> set[str]:
        """The ids that an end stands for."""
        return {end, *self.comparison.delivery.within(end)}

    def disturbed(self) -> set[str]:
        """The ends of flows from parts that are gone or deploy something else: what they gave there is gone with it."""
        shaken = {*self.comparison.unsettled, *self.repathed}
        pairs = (pair for flow in self.comparison.workflow.flows for pair in flow.pairs())
        return {other for pair in pairs for one, other in (pair, pair[::-1]) if self.parts(one) & shaken}

    @cached_property
    def below(self) -> frozenset[str]:
        """All that flows lead to from parts that are gone or deploy something else.

        What an overlay of theirs says of it, such as what it depends on, may be gone with them.
        """
        leading: dict[str, set[str]] = defaultdict(set)
        for flow in self.comparison.workflow.flows:
            for source, target in flow.pairs() if flow.kind in _ASKED else ():
                leading[source].add(target)
        found: set[str] = set()
        waiting = [end for end in leading if self.parts(end) & {*self.comparison.unsettled, *self.repathed}]
        while waiting:
            more = leading[waiting.pop()] - found
            found |= more
            waiting += more
        return frozenset(found)

    def gave(self, source: str, target: Members) -> bool:
        """Whether the folder that a part is documented with, and no longer has, holds all that an arrow leads to."""
        if source not in self.repathed:
            return False
        bindings = (match.binding for match in self.comparison.matches if match.part.id == source)
        paths = [one.value for binding in bindings for one in binding.expected if one.field.endswith("path")]
        folders = [f"{path.removeprefix('./').strip('/')}/".lstrip("/") for path in paths]
        held = [
            any(one.location.file.startswith(below) for below in self.comparison.inventory(known).built_from(folders))
            for known, one in target.each()
        ]
        return bool(held) and all(held)

    def evidence(self, source: str, target: str, disturbed: Collection[str]) -> Evidence:
        """What the repository says of one arrow, as far as nothing else explains it."""
        ends = self.parts(source) | self.parts(target)
        if ends & self.comparison.unsettled:
            return UNKNOWN
        one, other = self.members(source), self.members(target)
        found = between(one, other)
        if found.verdict is not FlowVerdict.UNKNOWN:
            is_explained = len(ends) > 2 or self.gave(source, other) or {source, target} <= self.below
            return UNKNOWN if is_explained and found.verdict is FlowVerdict.NONE else found
        if ends & set(self.repathed) or len(ends) > 2 or {source, target} & set(disturbed):
            return UNKNOWN
        for ask, near, far in ((of_environment, one, other), (of_environment, other, one), (of_repository, one, other)):
            found = ask(near, far)
            if found.verdict is not FlowVerdict.UNKNOWN:
                return found
        return UNKNOWN

    def all(self) -> Iterator[Difference]:
        """Every flow without evidence, or with evidence the other way round."""
        if not self.comparison.matches:
            return
        disturbed = self.disturbed()
        for flow in self.comparison.workflow.flows:
            if flow.kind not in _ASKED:
                continue
            for source, target in flow.pairs():
                found = self.evidence(source, target, disturbed)
                is_turned = found.verdict is FlowVerdict.TURNED and flow.kind is not FlowKind.SYNC
                if is_turned or found.verdict is FlowVerdict.NONE:
                    yield self.difference(flow, source, target, found)

    def difference(self, flow: Flow, source: str, target: str, found: Evidence) -> Difference:
        """The finding on one arrow; the other place is that of the object whose reference is gone."""
        holder = found.holder
        assert holder is not None
        inventory = self.comparison.inventory(holder)
        place = inventory.place(inventory.objects[holder.id].location)
        expected = found.other.id if found.other else self._expected(target, found)
        said = _sentence(found, expected, place)
        if found.verdict is FlowVerdict.TURNED and found.place:
            said += f", but the other way round ({inventory.place(found.place.location)})"
        return Difference(
            subject=flow,
            documented=flow.span,
            found=place,
            object=holder.id,
            message=f"the flow {source} to {target} is not in the repository: {said}",
            field=found.edge,
            expected=expected,
            actual=found.actual,
        )

    def _expected(self, target: str, found: Evidence) -> str:
        """What the flow says of the holder, where that is no object."""
        members = self.members(target)
        return ", ".join(sorted(members.environments)) if found.edge == "environment" else "a folder that is there"


def _sentence(found: Evidence, expected: str, place: RepositoryLine) -> str:
    """What is so instead."""
    holder = found.holder.id if found.holder else ""
    if found.edge == "environment":
        return f"{holder} ({place}) is of the environment {found.actual}, not of {expected}"
    if found.edge == "path":
        return f"{holder} ({place}) takes {found.actual}, which is not there"
    if found.edge == "dependsOn" and expected.startswith(_GIVING):
        return f"{holder} neither depends on {expected} nor is given by it ({place})"
    if found.edge in _SAID:
        return f"{holder} {_SAID[found.edge]} {expected} ({place})"
    return f"{holder} ({place}) has the {found.edge} {found.actual}, not {expected}"


def flow_differences(comparison: Comparison, attributes: Collection[Difference]) -> tuple[Difference, ...]:
    """What differs of the flows, where the *attributes* do not explain it."""
    objects = {one.object for one in attributes if is_of_path(one)}
    repathed = {match.part.id for match in comparison.matches if match.binding.object in objects}
    return tuple(FlowDifferences(comparison=comparison, repathed=repathed).all())
