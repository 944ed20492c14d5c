"""A repository that has been resolved in, what is wrong with its manifests out, rule by rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sphinx_gitops.importers.assembly import Assembly
from sphinx_gitops.importers.discovery import (
    DiscoveredEdge,
    DiscoveredObject,
    Finding,
    Location,
)
from sphinx_gitops.importers.repository.repository import Repository
from sphinx_gitops.importers.rules import dependencies, path_overlap, remote_base_unpinned, secret_plaintext, suspended
from sphinx_gitops.problems import Severity


def _file_problems(repository: Repository) -> Iterator[Finding]:
    for path, message in repository.listing.problems:
        yield Finding("file-skipped", Severity.INFO, f"{path}: {message}", Location(path, 1))
    for path, facts in repository.facts.items():
        for problem in facts.problems:
            code = "file-skipped" if problem.message.endswith("left out") else "manifest-unreadable"
            yield Finding(code, Severity.INFO, problem.message, Location(path, problem.line))


def findings_of(
    assembly: Assembly,
    objects: Iterable[DiscoveredObject],
    edges: Sequence[DiscoveredEdge],
    ids: dict[tuple[str, int, str], str],
) -> Iterator[Finding]:
    """Everything that is wrong with a repository, in no order."""
    yield from _file_problems(assembly.repository)
    yield from secret_plaintext.check(assembly.documents())
    yield from dependencies.check_dangling(edges)
    yield from dependencies.check_cycles(edges)
    yield from path_overlap.check(assembly.contexts.deployed, ids)
    yield from remote_base_unpinned.check(assembly.settings())
    yield from suspended.check(objects)
