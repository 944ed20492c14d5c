"""What a runbook says about itself, and what a description adds to a component: frozen data, as the model is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from sphinx_gitops.model import Binding, Component
from sphinx_gitops.problems import Span


class Procedure(Enum):
    """What a runbook is for; the most urgent first."""

    INCIDENT_RESPONSE = "incident-response"
    ROLLBACK = "rollback"
    DISASTER_RECOVERY = "disaster-recovery"
    DEPLOYMENT = "deployment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Runbook:
    """One runbook; ``components`` are targets as they were written, ``alerts`` names and globs of names."""

    id: str
    title: str
    procedure: Procedure | None = None
    severity: str = ""
    owner: str = ""
    symptoms: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()

    @property
    def urgency(self) -> tuple[int, str]:
        """Where it stands in a list of runbooks."""
        order = list(Procedure)
        return (order.index(self.procedure) if self.procedure else len(order), self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A place where a component is described: what it says that the workflow may leave out."""

    name: str
    owner: str = ""
    url: str = ""
    manifest: str = ""
    tags: tuple[str, ...] = ()

    def _bindings(self, span: Span) -> tuple[Binding, ...]:
        return (Binding(object=self.manifest, span=span),) if self.manifest else ()

    def refined(self, component: Component) -> Component:
        """The component with what it lacks; what it says itself stands."""
        return replace(
            component,
            owner=component.owner or self.owner,
            url=component.url or self.url,
            bindings=component.bindings or self._bindings(component.span),
            tags=tuple(dict.fromkeys((*component.tags, *self.tags))),
        )

    def contradictions(self, component: Component) -> Iterator[tuple[str, str, str]]:
        """Each field that both give, and differently: its name, what is said here and what the workflow says."""
        for field in ("owner", "url", "manifest"):
            here, there = getattr(self, field), getattr(component, field)
            if here and there and here != there:
                yield field, here, there
