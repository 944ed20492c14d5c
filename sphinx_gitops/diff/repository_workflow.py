"""The folder of a repository in, the workflow that ``init`` makes of it and the places of its components out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sphinx_gitops.diff.change import Change, ChangeSubject
from sphinx_gitops.importers.discovery import Discovery
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.importers.workflow.writing import workflow_text
from sphinx_gitops.model import Workflow
from sphinx_gitops.paths import is_folder
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text


@dataclass(frozen=True, slots=True)
class RepositoryWorkflow:
    """A workflow, None where nothing is found, and where the manifest of each component is."""

    workflow: Workflow | None = None
    places: Mapping[str, Span] = field(default_factory=dict)


def _places(workflow: Workflow, discovery: Discovery, shown: str) -> dict[str, Span]:
    """The place of the first object that each component documents."""
    objects = {one.id: Span(f"{shown}{one.location.file}", one.location.line) for one in discovery.objects}
    found = {
        component.id: next((objects[one.object] for one in component.bindings if one.object in objects), None)
        for component in workflow.components()
    }
    return {name: place for name, place in found.items() if place}


def repository_workflow(folder: Path, name: str, shown: str) -> RepositoryWorkflow:
    """What ``init`` makes of the repository called *name* in a folder; *shown* goes before its paths in messages."""
    discovery = discover(folder) if is_folder(folder) else None
    if discovery is None or not discovery.found:
        return RepositoryWorkflow()
    text = workflow_text(discovery, name, ".")
    reading = read_text(text, locate=lambda line, column: Span(shown, line + 1, column + 1), default="workflow")
    assert reading.workflow, reading.problems
    return RepositoryWorkflow(reading.workflow, _places(reading.workflow, discovery, shown))


def at_manifests(changes: Sequence[Change], old: RepositoryWorkflow, new: RepositoryWorkflow) -> Sequence[Change]:
    """The changes with the places of manifests, where lines of the workflow, which nobody has written, are none."""
    found = []
    for change in changes:
        is_component = change.what is ChangeSubject.COMPONENT
        former = change.before if change.field == "id" else change.id
        found.append(
            replace(
                change,
                old=old.places.get(former) if change.old and is_component else None,
                new=new.places.get(change.id) if change.new and is_component else None,
            )
        )
    return tuple(found)
