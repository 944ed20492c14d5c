"""A comparison in, the rollbacks out that a workflow promises of Applications that Argo CD synchronises by itself."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.drift.comparison import Comparison
from sphinx_gitops.drift.difference import Difference
from sphinx_gitops.drift.naming.inventory import Known
from sphinx_gitops.importers.discovery import Field
from sphinx_gitops.model import Flow, FlowKind, Part
from sphinx_gitops.runbook import Procedure

_FIELDS = ("spec.syncPolicy.automated", "spec.template.spec.syncPolicy.automated")


def _promises(comparison: Comparison) -> Iterator[tuple[Flow | Part, str]]:
    """What promises a rollback, and the component that it is of: a flow, a runbook, a component of that kind."""
    kinds = {name: component.kind for name, component in comparison.delivery.components.items()}
    for flow in comparison.workflow.flows:
        for pair in flow.pairs():
            ends = [name for end in pair for name in comparison.delivery.within(end)]
            if flow.kind is FlowKind.ROLLBACK or any(kinds.get(name) == "rollback" for name in ends):
                yield from ((flow, name) for name in ends)
    for name, procedures in comparison.documented.runbooks.items():
        if Procedure.ROLLBACK in procedures and name in comparison.delivery.components:
            yield comparison.delivery.components[name], name
    for name, kind in kinds.items():
        if kind == "rollback":
            yield comparison.delivery.components[name], name


def _automated(comparison: Comparison, name: str) -> Iterator[tuple[Known, Field]]:
    """The Applications of a component that are synchronised by themselves."""
    for match in comparison.by_part.get(name, ()):
        for known in match.objects:
            fields = comparison.inventory(known).fields[known.id]
            for field in filter(None, map(fields.get, _FIELDS)):
                if field.value is True:
                    yield known, field


def conflicts(comparison: Comparison) -> Iterator[Difference]:
    """Each such Application once, at what promises its rollback first."""
    seen: set[Known] = set()
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
