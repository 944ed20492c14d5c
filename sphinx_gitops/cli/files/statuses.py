"""A workflow and the names of snapshots of clusters in, the same with the states of its objects out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Problem, Span
from sphinx_gitops.status import NamedSnapshot, marked, named_files, read_source, remarks


def with_status(workflow: Workflow, names: Iterable[str]) -> tuple[Workflow, tuple[Problem, ...]]:
    """The workflow with the states that its objects have in the files, and what is to be said of those."""
    read_all = [read_source(file, Path(file.name), Span(file.name, 1)) for name in names for file in named_files(name)]
    sources = [one for one in read_all if isinstance(one, NamedSnapshot)]
    problems = tuple(one for one in read_all if isinstance(one, Problem))
    if not sources:
        return workflow, problems
    found = marked(workflow, sources)
    said = remarks(found, sources, Span(sources[0].name, 1), "--status production=FILE")
    return found.workflow, (*problems, *said)
