"""A manifest that is cited as evidence in, whether a reconciler of its repository deploys it out, with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sphinx_gitops.bindings.bound_objects import read_binding
from sphinx_gitops.importers.discovery import DiscoveredObject, Location, Verdict
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.manifests.registry import kinds_listed
from sphinx_gitops.importers.repository.selection import is_manifest
from sphinx_gitops.model import Binding
from sphinx_gitops.problems import Span
from sphinx_gitops.rules.judging import WorkflowRepository

_REVISIONS = ("targetRevision", "ref.commit", "ref.tag", "ref.semver", "ref.digest", "ref.branch", "spec.version")
"""The ends of the fields that say which revision an object takes."""
_ELSEWHERE = ("://", "git@")
_ROOTS = frozenset({"Application", "ApplicationSet", "Kustomization", "FluxInstance", "Workflow", "Job"})
"""What is applied by hand, by the bootstrap, or run by the host of the repository, and deploys all else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A cited manifest: whether it is deployed, where it is, the revision that it takes, and what is wrong."""

    name: str
    verdict: Verdict
    place: Span | None = None
    revision: str = ""
    message: str = ""


def revision_of(one: DiscoveredObject) -> str:
    """The revision that an object takes, as it is written; empty where it names none."""
    fields = [field for end in _REVISIONS for field in one.fields if field.name.endswith(end)]
    return str(fields[0].value) if fields else ""


def _is_blind(source: WorkflowRepository) -> bool:
    """Whether what some reconciler takes of this repository is not known from its files."""
    paths = [edge for edge in source.discovery.edges if edge.kind == "path"]
    return not paths or any(
        edge.state is EdgeState.UNVERIFIABLE and not any(sign in edge.target for sign in _ELSEWHERE) for edge in paths
    )


def _is_beside(name: str) -> bool:
    """Whether a path is for something else than a reconciler: the host's CI, or no manifest at all."""
    return name.startswith((".github/", ".gitlab-ci")) or not (name.endswith("/") or is_manifest(name))


def _reached(source: WorkflowRepository, name: str, place: Location, *, is_root: bool = False) -> Citation:
    """What is known of an object in a file, of a file, or of a folder that ends in a slash."""
    deployed, span = source.discovery.deployed, source.span(place)
    is_inside = name.endswith("/") and any(name == "./" or path.startswith(name) for path in deployed)
    if is_root or is_inside or place.file in deployed:
        return Citation(name=name, verdict=Verdict.KEPT, place=span)
    if _is_blind(source):
        message = "what the reconcilers of the repository deploy is not known from its files"
        return Citation(name=name, verdict=Verdict.UNVERIFIABLE, place=span, message=message)
    return Citation(name=name, verdict=Verdict.BROKEN, place=span, message="no reconciler of the repository deploys it")


def _found(source: WorkflowRepository, binding: Binding) -> Iterator[Citation]:
    """What a binding cites in one repository."""
    text, discovery, bound = binding.object, source.discovery, read_binding("", binding.object)
    for one in discovery.objects:
        if bound.names(one.id):
            known = _reached(source, one.id, one.location, is_root=one.kind in _ROOTS)
            yield Citation(
                name=known.name,
                verdict=known.verdict,
                place=known.place,
                revision=revision_of(one),
                message=known.message,
            )
    for judged in discovery.judged.get("secret-plaintext", ()):
        if bound.names(judged.object):
            yield _reached(source, judged.object, judged.location)
    path = text.partition("#")[0].removeprefix("./") or "./"
    if path in discovery.paths:
        yield _reached(source, path, Location(path, 1), is_root=_is_beside(path))


def cited(binding: Binding, sources: Sequence[WorkflowRepository]) -> Iterator[Citation]:
    """Every manifest that a binding cites; where none of the repositories has it, that."""
    found = [citation for source in sources for citation in _found(source, binding)]
    if found:
        yield from _distinct(found)
    elif not sources:
        message = "the workflow names no repository under manifests"
        yield Citation(name=binding.object, verdict=Verdict.UNVERIFIABLE, message=message)
    elif any(mark in binding.object for mark in ("{{", "${")):
        yield Citation(name=binding.object, verdict=Verdict.UNVERIFIABLE, message="its name is a template")
    elif _is_of_another_kind(binding.object, sources):
        message = "objects of this kind are not looked for: cite the file that it is in"
        yield Citation(name=binding.object, verdict=Verdict.UNVERIFIABLE, message=message)
    else:
        shown = ", ".join(source.shown for source in sources)
        yield Citation(name=binding.object, verdict=Verdict.BROKEN, message=f"it is not in {shown}")


def _is_of_another_kind(text: str, sources: Sequence[WorkflowRepository]) -> bool:
    """Whether a text names an object of a kind that no repository is searched for."""
    kind = read_binding("", text).kind
    known = {*kinds_listed(), *(one.kind for source in sources for one in source.discovery.objects)}
    return bool(kind) and kind not in known


def _distinct(found: Iterable[Citation]) -> list[Citation]:
    return list({(one.name, one.place): one for one in found}.values())
