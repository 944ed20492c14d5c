"""A reconciler in, the folders of this tree that it reconciles out, through the sources and artifacts that it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sphinx_gitops.importers.documents import Document, key_span, mappings_at, scalar_at, text_at, value_at
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.manifests.argocd import ApplicationSource, sources_of
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.resolution.artifacts import artifacts_of
from sphinx_gitops.importers.resolution.environments import Environments
from sphinx_gitops.importers.resolution.paths import Paths, PathTarget, normalized_path, shared_folders
from sphinx_gitops.importers.resolution.urls import canonical_url
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Tree

FLUX_SYSTEM = "flux-system"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconciledFolder:
    """One folder that a reconciler reconciles: what it means, where it is said, and of which source."""

    target: PathTarget
    span: Span
    source: ApplicationSource | None = None


class Origin(NamedTuple):
    """Who asks for a source: the file of the reconciler, and the environment that it serves."""

    file: str
    environment: str


@dataclass(slots=True, kw_only=True)
class RepositorySources:
    """What the sources of one repository are."""

    paths: Paths
    environments: Environments
    own: frozenset[str]
    "The URLs of this repository."
    current: frozenset[str]
    "The revisions that this tree is taken to be."
    by_name: dict[tuple[str, str], list[Document]] = field(default_factory=lambda: defaultdict(list))
    generators: dict[str, list[tuple[Document, Mapping]]] = field(default_factory=lambda: defaultdict(list))
    "The artifacts of ArtifactGenerators, by name."

    def add(self, documents: Iterable[Document]) -> None:
        """Take the sources among *documents*."""
        for document in documents:
            name = text_at(document.body, "metadata", "name")
            if document.group == "source.toolkit.fluxcd.io":
                self.by_name[document.kind, name].append(document)
            elif document.kind == "ArtifactGenerator":
                for made, artifact in artifacts_of(document.body, self.paths.repository.listing.folders):
                    self.generators[made].append((document, artifact))

    def is_own(self, url: str) -> bool:
        """Whether a URL means this repository."""
        return canonical_url(url) in self.own

    def is_current(self, revision: str) -> bool:
        """Whether a revision is the one that this tree is taken to be."""
        return revision in self.current

    def nearest(self, found: list[Document], origin: Origin) -> Document | None:
        """The one of several sources of a name that serves *origin*: of its environment, then the nearest."""
        same = [one for one in found if self.environments.of_file(one.file) == origin.environment] or found
        return max(same, key=lambda one: (shared_folders(one.file, origin.file), one.file == origin.file), default=None)

    def flux(self, body: Tree, origin: Origin) -> Iterator[ReconciledFolder]:
        """The folders of a Flux Kustomization."""
        path = scalar_at(body, "spec", "path")
        span = key_span(body, "spec", "path") or key_span(body, "spec", "sourceRef") or body.span
        reference = value_at(body, "spec", "sourceRef")
        kind, name = text_at(reference, "kind") or "GitRepository", text_at(reference, "name")
        for target in self.from_source(kind, name, path.text if path else "./", origin):
            yield ReconciledFolder(target=target, span=span)

    def from_source(self, kind: str, name: str, path: str, origin: Origin) -> Iterator[PathTarget]:
        """What a path of a named source means."""
        if is_templated(path) or is_templated(name):
            yield PathTarget(state=EdgeState.UNVERIFIABLE, text=path, why="templated")
        elif kind == "ExternalArtifact":
            yield from self.from_artifact(name, path, origin)
        elif kind == "GitRepository":
            yield self.from_git(name, path, origin)
        else:
            yield self.paths.own(path, origin.file, other_branch=False, packed=True)

    def from_git(self, name: str, path: str, origin: Origin) -> PathTarget:
        """A path of a GitRepository; one that is not in Git is taken to be this repository."""
        source = self.nearest(self.by_name.get(("GitRepository", name), []), origin)
        url = text_at(source.body, "spec", "url") if source else ""
        if source is None:
            implicit = name == FLUX_SYSTEM
            return self.paths.own(path, origin.file, other_branch=False, packed=not implicit)
        if is_templated(url):
            return self.paths.own(path, origin.file, other_branch=True)
        if not self.is_own(url) and (self.own or name != FLUX_SYSTEM):
            return PathTarget(state=EdgeState.UNVERIFIABLE, text=url, why="another repository")
        reference = value_at(source.body, "spec", "ref")
        revision = text_at(reference, "branch") or text_at(reference, "tag") or text_at(reference, "semver")
        revision = revision or text_at(reference, "commit")
        other = not is_templated(revision) and not self.is_current(revision)
        return self.paths.own(path, origin.file, other_branch=other)

    def from_artifact(self, name: str, path: str, origin: Origin) -> Iterator[PathTarget]:
        """A path of an artifact, through what an ArtifactGenerator copies into it."""
        found = self.generators.get(name, [])
        document = self.nearest([one for one, _ in found], origin)
        artifact = next((artifact for one, artifact in found if one is document), None)
        wanted = normalized_path(path)
        if document is None or artifact is None or wanted is None:
            yield PathTarget(state=EdgeState.UNVERIFIABLE, text=path, why="an artifact that nothing here makes")
            return
        targets = list(self.copied(document, artifact, wanted))
        exact = [target for target in targets if target.state is EdgeState.RESOLVED]
        yield from (
            exact or targets or [PathTarget(state=EdgeState.UNVERIFIABLE, text=path, why="not in what is copied")]
        )

    def copied(self, document: Document, artifact: Mapping, wanted: str) -> Iterator[PathTarget]:
        """The folders that the copies of an artifact put at, above or below *wanted*."""
        inner = Origin(document.file, self.environments.of_file(document.file))
        aliases = {text_at(one, "alias"): one for one in mappings_at(document.body, "spec", "sources")}
        for copy in mappings_at(artifact, "copy"):
            alias, _, origin = text_at(copy, "from").removeprefix("@").partition("/")
            destination = text_at(copy, "to").removeprefix("@artifact").strip("/")
            source = aliases.get(alias)
            if source is None:
                continue
            base = origin.partition("*")[0].rstrip("/")
            if base in self.paths.repository.listing.files:
                continue
            if "*" not in origin and base and not origin.endswith("/"):
                destination = f"{destination}/{base.rpartition('/')[2]}".lstrip("/")
            kind, name = text_at(source, "kind"), text_at(source, "name")
            if wanted == destination or not destination or wanted.startswith(f"{destination}/"):
                rest = wanted[len(destination) :].strip("/")
                yield from self.from_source(kind, name, f"{base}/{rest}".strip("/") or "./", inner)
            elif not wanted or destination.startswith(f"{wanted}/"):
                yield from self.from_source(kind, name, base or "./", inner)

    def instance(self, body: Tree, origin: Origin) -> Iterator[ReconciledFolder]:
        """The folder that a FluxInstance synchronises."""
        sync = value_at(body, "spec", "sync")
        if not isinstance(sync, Mapping):
            return
        written = scalar_at(sync, "path")
        url = text_at(sync, "url")
        span = key_span(sync, "path") or sync.span
        path = written.text if written else "./"
        if text_at(sync, "kind") != "GitRepository":
            target = self.paths.own(path, origin.file, other_branch=False, packed=True)
        elif is_templated(url) or self.is_own(url) or not self.own:
            revision = text_at(sync, "ref").removeprefix("refs/heads/")
            target = self.paths.own(path, origin.file, other_branch=not self.is_current(revision))
        else:
            target = PathTarget(state=EdgeState.UNVERIFIABLE, text=url, why="another repository")
        yield ReconciledFolder(target=target, span=span)

    def argo(self, spec: Mapping, origin: Origin) -> Iterator[ReconciledFolder]:
        """The folders of an Application's sources; charts of Helm repositories have none."""
        for source in sources_of(spec):
            path = scalar_at(source.body, "path")
            if text_at(source.body, "chart") or (path is None and source.keys[-1] != "drySource"):
                continue
            span = key_span(source.body, "path") or source.body.span
            yield ReconciledFolder(
                target=self.argo_target(source, path.text if path else ".", origin), span=span, source=source
            )

    def argo_target(self, source: ApplicationSource, path: str, origin: Origin) -> PathTarget:
        """What the path of one source means."""
        url, revision = text_at(source.body, "repoURL"), text_at(source.body, "targetRevision")
        if is_templated(url) or is_templated(path):
            return PathTarget(state=EdgeState.UNVERIFIABLE, text=path if is_templated(path) else url, why="templated")
        if not url:
            return PathTarget(state=EdgeState.UNVERIFIABLE, text=path, why="no repository is named")
        if not self.is_own(url):
            return PathTarget(state=EdgeState.UNVERIFIABLE, text=url, why="another repository")
        other = not is_templated(revision) and not self.is_current(revision)
        return self.paths.own(path, origin.file, other_branch=other)
