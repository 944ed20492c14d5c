"""GitHub Actions: the jobs of a workflow, what they wait for, and which workflows they call or follow."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.importers.documents import key_span, scalar_at, value_at
from sphinx_gitops.importers.manifests.kind import NestedObject, PartEdge
from sphinx_gitops.yamltree import Mapping, Scalar, Sequence

FAMILY = "github-actions"


def _jobs(body: Mapping) -> Iterator[tuple[Scalar, Mapping]]:
    jobs = body.get("jobs")
    for name, job in jobs.entries if isinstance(jobs, Mapping) else ():
        if isinstance(job, Mapping):
            yield name, job


def is_workflow_body(body: Mapping) -> bool:
    """Whether a document is a workflow: it has jobs."""
    return isinstance(body.get("jobs"), Mapping)


def jobs_of(body: Mapping) -> Iterator[NestedObject]:
    """The jobs of a workflow."""
    for name, job in _jobs(body):
        fields = []
        environment = scalar_at(job, "environment") or scalar_at(job, "environment", "name")
        if environment:
            fields.append(("environment", environment))
        uses = scalar_at(job, "uses")
        if uses:
            fields.append(("uses", uses))
        yield NestedObject(kind="Job", name=name.text, span=name.span, fields=tuple(fields))


def _listed(body: Mapping, key: str) -> Iterator[PartEdge]:
    """Each text under *key*, be it one or a list, with its place; the source is not known yet."""
    value, span = body.get(key), key_span(body, key)
    if isinstance(value, Scalar) and not value.is_null and span:
        yield PartEdge(edge=key, source="", target=value.text, span=span)
    elif isinstance(value, Sequence):
        for item in value.items:
            if isinstance(item, Scalar):
                yield PartEdge(edge=key, source="", target=item.text, span=item.span)


def needs_of(body: Mapping) -> Iterator[PartEdge]:
    """Which job waits for which."""
    for name, job in _jobs(body):
        for found in _listed(job, "needs"):
            yield PartEdge(edge="needs", source=name.text, target=found.target, span=found.span)


def uses_of(body: Mapping) -> Iterator[PartEdge]:
    """Which job calls which workflow of the same repository; the target is a path."""
    for name, job in _jobs(body):
        uses, span = scalar_at(job, "uses"), key_span(job, "uses")
        if uses and span and uses.text.startswith("./"):
            yield PartEdge(edge="uses", source=name.text, target=uses.text.removeprefix("./"), span=span)


def follows_of(body: Mapping) -> Iterator[PartEdge]:
    """The names of the workflows after which this one runs."""
    run = value_at(body, "on", "workflow_run")
    if isinstance(run, Mapping):
        for found in _listed(run, "workflows"):
            yield PartEdge(edge="workflow_run", source="", target=found.target, span=found.span)


def title_of(body: Mapping, file: str) -> str:
    """What other workflows call this one."""
    name = scalar_at(body, "name")
    return name.text if name else file
