"""A workflow in, the questions that rules ask of it answered: what is production, what leads there, on which path."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sphinx_gitops.graph.graph import Graph
from sphinx_gitops.model import Component, FlowKind, Group, Mark, Tier, Workflow
from sphinx_gitops.runbook import Procedure
from sphinx_gitops.vocabulary import DEFAULT, Vocabulary

CODE = ("repository", "application-repository")
"""Kinds in which a change of the software begins."""
LONGEST, GAP = 20, "…"
"""So many components of a path are named, and what stands for the others."""
_IN, _OUT = "\0in", "\0out"
"""What is added to the id of a box for the nodes by which flows enter and leave it: no id has it."""
WAYS = frozenset(FlowKind) - {FlowKind.FEEDBACK, FlowKind.ROLLBACK}
"""Kinds of flows by which a change travels."""
ORDER = WAYS - {FlowKind.SYNC}
"""The same, without those that a controller keeps in both directions, which order nothing."""


def _inside(group: Group, around: tuple[Group, ...] = ()) -> Iterator[tuple[Component, tuple[Group, ...]]]:
    chain = (*around, group)
    for component in group.components:
        yield component, chain
    for inner in group.groups:
        yield from _inside(inner, chain)


@dataclass(frozen=True)
class Reached:
    """What a search has reached: each id with the one before it, the nearest first; has no slots, as it keeps roots."""

    before: Mapping[str, str | None]

    def __contains__(self, name: object) -> bool:
        """Whether an id is reached."""
        return name in self.before

    @cached_property
    def _roots(self) -> dict[str, str]:
        """Where the path to each id starts; the one before it comes first."""
        roots: dict[str, str] = {}
        for name, before in self.before.items():
            roots[name] = name if before is None else roots[before]
        return roots

    def path(self, goal: str) -> tuple[str, ...]:
        """The components of a shortest path, of a long one its start and its end; nothing to what is not reached."""
        found: list[str] = []
        name = goal if goal in self.before else None
        while name is not None and len(found) < LONGEST:
            found.append(name)
            name = self.before[name]
        if name is not None:
            found += [GAP, self._roots[name]]
        return tuple(name for name in reversed(found) if not name.endswith((_IN, _OUT)))


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """One workflow with what is known beside it; has no slots, since each answer is kept.

    ``runbooks`` has the procedures of the runbooks of each component by its id, and is None where runbooks are not
    known; ``foreign`` has the kinds of components of other workflows by their full names.
    """

    workflow: Workflow
    vocabulary: Vocabulary = DEFAULT
    runbooks: Mapping[str, Collection[Procedure | None]] | None = None
    foreign: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def chains(self) -> dict[str, tuple[Group, ...]]:
        """The boxes around each component, outermost first."""
        return {component.id: chain for component, chain in self._placed}

    @cached_property
    def components(self) -> dict[str, Component]:
        """Each component by its id."""
        return {component.id: component for component, _ in self._placed}

    @cached_property
    def _placed(self) -> tuple[tuple[Component, tuple[Group, ...]], ...]:
        return tuple(found for stage in self.workflow.stages for found in _inside(stage))

    @cached_property
    def _members(self) -> dict[str, list[str]]:
        """The components in each box."""
        found: dict[str, list[str]] = {}
        for name, chain in self.chains.items():
            for box in chain:
                found.setdefault(box.id, []).append(name)
        return found

    @cached_property
    def _graphs(self) -> dict[frozenset[FlowKind], Graph[str]]:
        return {}

    def of_kind(self, *kinds: str) -> tuple[str, ...]:
        """The components of these kinds; those of other workflows too, by their full names."""
        own = (name for name, component in self.components.items() if component.kind in kinds)
        others = (name for name in self.workflow.foreign() if self.foreign.get(name) in kinds)
        return (*own, *others)

    def kind(self, name: str) -> str:
        """The kind of a component of the workflow; empty for anything else."""
        component = self.components.get(name)
        return component.kind if component else ""

    def of_tier(self, *tiers: Tier) -> tuple[str, ...]:
        """The components of these tiers."""
        return tuple(name for name, component in self.components.items() if component.tier in tiers)

    def stage_kind(self, name: str) -> str:
        """The kind of the stage in which a component is."""
        return self.chains[name][0].kind

    @cached_property
    def production(self) -> tuple[str, ...]:
        """The components of the tier ``production``."""
        return self.of_tier(Tier.PRODUCTION)

    @cached_property
    def code(self) -> tuple[str, ...]:
        """Where a change of the software begins: repositories of code, and what has no kind in a source stage."""
        return tuple(
            name
            for name, component in self.components.items()
            if component.kind in CODE or (not component.kind and self.stage_kind(name) == "source")
        )

    @cached_property
    def security(self) -> frozenset[str]:
        """The components that check security: by their class, or by the sign that is set by hand."""
        return frozenset(name for name in self.components if self._secures(name))

    def _secures(self, name: str) -> bool:
        component, kind = self.components[name], self.vocabulary.kinds.get(self.components[name].kind)
        if component.mark is Mark.SECURITY:
            return True
        own = component.colour or (kind.colour if kind else "")
        inherited = next((box.colour for box in reversed(self.chains[name]) if box.colour), "")
        return (own or inherited) == "security"

    @cached_property
    def unknown(self) -> bool:
        """Whether flows lead to components of other workflows of which nothing is known."""
        return any(name not in self.foreign for name in self.workflow.foreign())

    @cached_property
    def whole(self) -> bool:
        """Whether the way from code to production is shown and known; else nothing is missing on it."""
        return not self.gap

    @cached_property
    def gap(self) -> str:
        """Why nothing is missing on the way from code to production: it is not known, or not shown; empty if it is."""
        if self.unknown:
            return "flows lead to components of other workflows that are not known here"
        if not any(name in self.from_code for name in self.production):
            return "no way from code to production is shown"
        return ""

    def graph(self, kinds: frozenset[FlowKind] = WAYS) -> Graph[str]:
        """The flows of these kinds; one that ends at a box ends at everything in it, and a sync goes both ways."""
        if kinds not in self._graphs:
            self._graphs[kinds] = Graph.of(self._edges(kinds), self.components)
        return self._graphs[kinds]

    def _edges(self, kinds: frozenset[FlowKind]) -> Iterator[tuple[str, str]]:
        for flow in self.workflow.flows:
            if flow.kind not in kinds:
                continue
            for source, target in flow.pairs():
                yield from self._edge(source, target)
                if flow.kind is FlowKind.SYNC:
                    yield from self._edge(target, source)
        for box, inside in self._members.items():
            for name in inside:
                yield name, box + _OUT
                yield box + _IN, name

    def _edge(self, source: str, target: str) -> Iterator[tuple[str, str]]:
        yield self.exit_of(source), target + _IN if target in self._members else target

    def search(self, starts: Iterable[str], graph: Graph[str], avoiding: Collection[str] = ()) -> Reached:
        """What is reached from *starts* without *avoiding*.

        A box with a component to avoid is avoided as a whole: what leaves it has passed all of it.
        """
        boxes = {box.id for name in avoiding for box in self.chains.get(name, ())}
        shut = {*avoiding, *(box + port for box in boxes for port in (_IN, _OUT))}
        return Reached(graph.tree(starts, avoiding=shut))

    def within(self, end: str) -> Collection[str]:
        """The components that an end of a flow stands for: itself, or all in the box."""
        return self._members.get(end, (end,))

    def exit_of(self, end: str) -> str:
        """The end of a flow as it stands in the graph, as a source."""
        return end + _OUT if end in self._members else end

    def entrances(self, ends: Iterable[str]) -> set[str]:
        """The ends of flows as they stand in the graph, as targets."""
        return {end + _IN if end in self._members else end for end in ends}

    @cached_property
    def from_code(self) -> Reached:
        """What a change of the code reaches."""
        return self.search(self.code, self.graph())

    def procedures(self, name: str) -> Collection[Procedure | None]:
        """The procedures of a component's runbooks, as far as they are known."""
        return (self.runbooks or {}).get(name, ())
