"""Tekton: pipelines with their tasks, triggers, and Pipelines-as-Code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_gitops.importers.documents import items_at, mappings_at, scalar_at, value_at
from sphinx_gitops.importers.manifests.kind import ManifestKind, NestedObject, PartEdge, collected
from sphinx_gitops.yamltree import Mapping, Scalar, Sequence, Tree

FAMILY = "tekton"
GROUP = "tekton.dev"
TRIGGERS = "triggers.tekton.dev"
PIPELINES_AS_CODE = "pipelinesascode.tekton.dev"
_RESULT = re.compile(r"\$\(tasks\.([\w-]+)\.")


def _entries(body: Mapping) -> Iterator[Mapping]:
    """Each task that a Pipeline, or the pipeline written into a PipelineRun, runs."""
    spec = value_at(body, "spec", "pipelineSpec")
    if not isinstance(spec, Mapping):
        spec = body.get("spec")
    yield from mappings_at(spec, "tasks")
    yield from mappings_at(spec, "finally")


def tasks_of(body: Mapping) -> Iterator[NestedObject]:
    """The tasks of a pipeline."""
    for entry in _entries(body):
        name = scalar_at(entry, "name")
        if name:
            fields = (*collected(entry, "taskRef.name"), *collected(entry, "taskRef.kind"))
            yield NestedObject(kind="PipelineTask", name=name.text, span=entry.span, fields=fields)


def _scalars(tree: Tree) -> Iterator[Scalar]:
    if isinstance(tree, Mapping):
        for _, value in tree.entries:
            yield from _scalars(value)
    elif isinstance(tree, Sequence):
        for item in tree.items:
            yield from _scalars(item)
    else:
        yield tree


def order_of(body: Mapping) -> Iterator[PartEdge]:
    """Which task runs after which: as written, then by whose results a task uses."""
    for entry in _entries(body):
        name = scalar_at(entry, "name")
        if not name:
            continue
        seen = {name.text}
        for item in items_at(entry, "runAfter"):
            if isinstance(item, Scalar):
                seen.add(item.text)
                yield PartEdge(edge="runAfter", source=name.text, target=item.text, span=item.span)
        for scalar in _scalars(entry):
            for target in _RESULT.findall(scalar.text) if "$(tasks." in scalar.text else ():
                if target not in seen:
                    seen.add(target)
                    yield PartEdge(edge="runAfter", source=name.text, target=target, span=scalar.span)


KINDS = (
    ManifestKind(family=FAMILY, group=GROUP, kind="Pipeline"),
    ManifestKind(family=FAMILY, group=GROUP, kind="PipelineRun", fields=("spec.pipelineRef.name",)),
    ManifestKind(family=FAMILY, group=GROUP, kind="Task"),
    ManifestKind(family=FAMILY, group=TRIGGERS, kind="EventListener"),
    ManifestKind(family=FAMILY, group=TRIGGERS, kind="TriggerTemplate"),
    ManifestKind(family=FAMILY, group=TRIGGERS, kind="TriggerBinding"),
    ManifestKind(family=FAMILY, group=PIPELINES_AS_CODE, kind="Repository", fields=("spec.url",)),
)
