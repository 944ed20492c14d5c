"""The model of a workflow: stages, groups, components and flows, as frozen data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from sphinx_gitops.evidence import Declared, Observed
from sphinx_gitops.problems import Span


class WordChoice(Enum):
    """One of a few words; as a key it is as quick as any object, where an enum's own hash is a function of Python."""

    __hash__ = object.__hash__


class Direction(WordChoice):
    """Where a diagram flows to."""

    TB = "TB"
    BT = "BT"
    LR = "LR"
    RL = "RL"


class Mark(WordChoice):
    """What a component guards; shown by a sign."""

    SYNC = "sync"
    VERIFICATION = "verification"
    SECURITY = "security"


class FlowKind(WordChoice):
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

    @property
    def mark(self) -> Mark | None:
        """The sign before the label of such a flow."""
        return _FLOW_MARKS.get(self)


_FLOW_MARKS = {FlowKind.VERIFICATION: Mark.VERIFICATION, FlowKind.SECURITY: Mark.SECURITY}
_LABELLED = (FlowKind.VERIFICATION, FlowKind.SECURITY, FlowKind.FEEDBACK, FlowKind.ROLLBACK, FlowKind.MANUAL)


class Tier(WordChoice):
    """How much an environment matters."""

    DEVELOPMENT = "development"
    STAGING = "staging"
    PRODUCTION = "production"
    DISASTER_RECOVERY = "disaster-recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A value that the object of a binding is to have: the field's name as ``discover`` prints it, and its text."""

    field: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """An object, a file or a folder of the repository that a part documents, with the values it is to have."""

    object: str
    span: Span
    expected: tuple[Expected, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What is written at a place: ``span`` is the whole, ``spans`` the values of keys that a problem may point at."""

    span: Span
    spans: tuple[tuple[str, Span], ...] = ()

    def span_of(self, key: str) -> Span:
        """The place of the value under *key*; that of the whole where it is not known."""
        return dict(self.spans).get(key, self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Placed):
    """What stages, groups and components share; ``no_mark`` says that ``mark: none`` was written.

    ``subtitle`` is a short line under the title, ``note`` a sentence drawn beside the part as an annotation.
    """

    id: str
    title: str
    subtitle: str = ""
    note: str = ""
    kind: str = ""
    colour: str = ""
    mark: Mark | None = None
    no_mark: bool = False
    description: str = ""
    tags: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    bindings: tuple[Binding, ...] = ()
    waive: tuple[tuple[str, str], ...] = ()

    @property
    def manifest(self) -> str:
        """The objects of its bindings, separated by commas."""
        return ", ".join(binding.object for binding in self.bindings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Component(Part):
    """One part of the delivery: a repository, a scanner, an environment.

    ``declared`` is what its manifests say, ``observed`` how its objects are in a cluster.
    """

    tier: Tier | None = None
    url: str = ""
    links: tuple[tuple[str, str], ...] = ()
    doc: str = ""
    owner: str = ""
    declared: Declared | None = None
    observed: Observed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Part):
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

    def parts(self) -> Iterator[Part]:
        """The box itself, then every group and component inside it."""
        yield self
        yield from self.walk_groups()
        yield from self.walk_components()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Group):
    """A step of the delivery: source, CI, CD, platform, monitoring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Placed):
    """Arrows from every source to every target; an end that is no id of the workflow is a full name in another.

    ``url`` or ``doc`` is where its label leads: an address outside, or a document or label of the documentation.
    ``number`` is its place among the flows, from 1, where they are numbered.
    """

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    kind: FlowKind = FlowKind.AUTOMATION
    label: str = ""
    description: str = ""
    url: str = ""
    doc: str = ""
    waive: tuple[tuple[str, str], ...] = ()
    number: int = 0

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
class Workflow(Placed):
    """A whole delivery workflow; ``observed_at`` is when its components were as they are observed.

    ``discovered`` says that it began as what a repository declares.
    """

    id: str
    title: str
    description: str = ""
    direction: Direction | None = None
    stages: tuple[Stage, ...] = ()
    flows: tuple[Flow, ...] = ()
    styles: tuple[Style, ...] = ()
    manifests: tuple[str, ...] = ()
    waive: tuple[tuple[str, str], ...] = ()
    formerly: tuple[str, ...] = field(default=())
    observed_at: str = ""
    discovered: bool = False

    def parts(self) -> Iterator[Part]:
        """Every stage, group and component."""
        for stage in self.stages:
            yield from stage.parts()

    def foreign(self) -> tuple[str, ...]:
        """The full names of the flows' ends in other workflows, in the order of the flows."""
        own = {part.id for part in self.parts()}
        ends = (end for flow in self.flows for end in (*flow.sources, *flow.targets))
        return tuple(dict.fromkeys(end for end in ends if end not in own))

    def components(self) -> Iterator[Component]:
        """Every component, in drawing order."""
        for stage in self.stages:
            yield from stage.walk_components()
