"""A comparison in, the rollbacks out that a workflow promises of Applications that Argo CD synchronises by itself."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.drift.comparison import Comparison
from sphinx_gitops.drift.difference import Difference
from sphinx_gitops.drift.naming.inventory import InventoryEntry
from sphinx_gitops.importers.discovery import Field
from sphinx_gitops.model import Flow, FlowKind, Part

_REPOSITORIES = frozenset(
    {"application-repository", "environment-config", "infrastructure-repository", "manifests", "repository"}
)
_FIELDS = ("spec.syncPolicy.automated", "spec.template.spec.syncPolicy.automated")


def _is_source(comparison: Comparison, name: str) -> bool:
    """Whether a component is a repository: what leads back there is a revert in Git."""
    component = comparison.delivery.components.get(name)
    if component is None:
        return False
    return component.kind in _REPOSITORIES or comparison.delivery.stage_kind(name) == "source"


def _promises(comparison: Comparison) -> Iterator[tuple[Flow | Part, str]]:
    """What promises a rollback, and the component that it is of: a flow, a runbook, a component of that kind."""
    components = comparison.delivery.components
    for flow in comparison.workflow.flows:
        for pair in flow.pairs():
            ends = [name for end in pair for name in comparison.delivery.within(end)]
            is_step = any(name in components and components[name].kind == "rollback" for name in ends)
            if (flow.kind is FlowKind.ROLLBACK or is_step) and not any(_is_source(comparison, name) for name in ends):
                yield from ((flow, name) for name in ends)
    for name, component in components.items():
        if component.kind == "rollback" or name in comparison.documented.rolled_back:
            yield component, name


def _automated(comparison: Comparison, name: str) -> Iterator[tuple[InventoryEntry, Field]]:
    """The Applications of a component that are synchronised by themselves."""
    for match in comparison.by_part.get(name, ()):
        for known in match.objects:
            fields = comparison.inventory(known).fields[known.id]
            for field in filter(None, map(fields.get, _FIELDS)):
                if field.value is True:
                    yield known, field


def conflicts(comparison: Comparison) -> Iterator[Difference]:
    """Each such Application once, at what promises its rollback first."""
    seen: set[InventoryEntry] = set()
    for subject, name in _promises(comparison):
        for known, field in _automated(comparison, name):
            if known in seen:
                continue
            seen.add(known)
            place = comparison.inventory(known).place(field.location)
            yield Difference(
                subject=subject,
                documented=subject.span,
                found=place,
                object=known.id,
                message=f"a rollback of {known.id} is documented, and automated sync is on ({place}): "
                "Argo CD refuses to roll back then; describe a revert in Git, or how sync is switched off first",
                field=field.name,
                expected="false",
                actual="true",
            )
