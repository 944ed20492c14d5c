"""What a workflow means: stages, groups, components and flows, as frozen data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from sphinx_gitops.problems import Span


class Direction(Enum):
    """Where a diagram flows to."""

    TB = "TB"
    BT = "BT"
    LR = "LR"
    RL = "RL"


class Mark(Enum):
    """What a component guards; shown by a sign."""

    SYNC = "sync"
    VERIFICATION = "verification"
    SECURITY = "security"


class FlowKind(Enum):
    """What moves along a flow."""

    AUTOMATION = "automation"
    SYNC = "sync"
    VERIFICATION = "verification"
    SECURITY = "security"
    PROMOTION = "promotion"
    FEEDBACK = "feedback"
    ROLLBACK = "rollback"
    MANUAL = "manual"

    @property
    def wants_label(self) -> bool:
        """Whether a flow of this kind without a label shows its kind's name."""
        return self in _LABELLED


_LABELLED = (FlowKind.VERIFICATION, FlowKind.SECURITY, FlowKind.FEEDBACK, FlowKind.ROLLBACK, FlowKind.MANUAL)


class Tier(Enum):
    """How much an environment matters."""

    DEVELOPMENT = "development"
    STAGING = "staging"
    PRODUCTION = "production"
    DISASTER_RECOVERY = "disaster-recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """An object or a folder of the repository that a thing stands for, and values that it must have there."""

    object: str
    span: Span
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What stages, groups and components share; ``no_mark`` says that ``mark: none`` was written."""

    id: str
    title: str
    span: Span
    kind: str = ""
    colour: str = ""
    mark: Mark | None = None
    no_mark: bool = False
    description: str = ""
    tags: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    manifest: str = ""
    "What it stands for, as text."
    bindings: tuple[Binding, ...] = ()
    "The same, one by one."
    waive: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Component(Thing):
    """One part of the delivery: a repository, a scanner, an environment."""

    tier: Tier | None = None
    url: str = ""
    links: tuple[tuple[str, str], ...] = ()
    doc: str = ""
    doc_span: Span | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Thing):
    """A box of components and further groups."""

    direction: Direction | None = None
    groups: tuple[Group, ...] = ()
    components: tuple[Component, ...] = ()

    def walk_groups(self) -> Iterator[Group]:
        """Every group inside this one, outermost first."""
        for group in self.groups:
            yield group
            yield from group.walk_groups()

    def walk_components(self) -> Iterator[Component]:
        """Every component inside this box, in drawing order."""
        yield from self.components
        for group in self.groups:
            yield from group.walk_components()

    def things(self) -> Iterator[Thing]:
        """The box itself, then every group and component inside it."""
        yield self
        yield from self.walk_groups()
        yield from self.walk_components()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Group):
    """A step of the delivery: source, CI, CD, platform, monitoring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Arrows from every source to every target; an end that is no id of the workflow is a full name in another."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    span: Span
    kind: FlowKind = FlowKind.AUTOMATION
    label: str = ""
    description: str = ""
    waive: tuple[tuple[str, str], ...] = ()

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each single arrow, sources first."""
        for source in self.sources:
            for target in self.targets:
                yield source, target


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A writer's own colours for one class; an empty string keeps the palette's."""

    name: str
    light: tuple[str, str, str]
    dark: tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    """A whole delivery workflow."""

    id: str
    title: str
    span: Span
    description: str = ""
    direction: Direction | None = None
    stages: tuple[Stage, ...] = ()
    flows: tuple[Flow, ...] = ()
    styles: tuple[Style, ...] = ()
    manifests: tuple[str, ...] = ()
    waive: tuple[tuple[str, str], ...] = ()
    formerly: tuple[str, ...] = field(default=())

    def things(self) -> Iterator[Thing]:
        """Every stage, group and component."""
        for stage in self.stages:
            yield from stage.things()

    def foreign(self) -> tuple[str, ...]:
        """The full names of the flows' ends in other workflows, in the order of the flows."""
        own = {thing.id for thing in self.things()}
        ends = (end for flow in self.flows for end in (*flow.sources, *flow.targets))
        return tuple(dict.fromkeys(end for end in ends if end not in own))

    def components(self) -> Iterator[Component]:
        """Every component, in drawing order."""
        for stage in self.stages:
            yield from stage.walk_components()
