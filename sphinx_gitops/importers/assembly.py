"""A repository that has been read in, the parts that resolve it out, and what its kustomizations include."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.importers.applicationsets.generators import Generators
from sphinx_gitops.importers.discovery import (
    DiscoveredEdge,
    Location,
)
from sphinx_gitops.importers.documents import Document, shown_folder, text_at
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.kustomize.builder import Builder
from sphinx_gitops.importers.kustomize.settings import Kustomization
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.repository.repository import Repository
from sphinx_gitops.importers.repository.selection import is_kustomization
from sphinx_gitops.importers.resolution.contexts import Contexts
from sphinx_gitops.importers.resolution.deploying import Deployer
from sphinx_gitops.importers.resolution.environments import Environments, environments_of
from sphinx_gitops.importers.resolution.listed import Named
from sphinx_gitops.importers.resolution.ownership import current_branches, folders_above, own_urls, uses_of
from sphinx_gitops.importers.resolution.paths import Paths
from sphinx_gitops.importers.resolution.sources import RepositorySources
from sphinx_gitops.importers.rules import remote_base_unpinned
from sphinx_gitops.problems import Span


def _location(span: Span) -> Location:
    return Location(span.source, span.line)


@dataclass(slots=True, kw_only=True)
class Assembly:
    """The parts of one run, made one after the other."""

    repository: Repository
    builder: Builder
    environments: Environments
    contexts: Contexts

    def documents(self) -> list[Document]:
        """Every document that has been read so far, in order."""
        facts = self.repository.facts
        return [document for path in sorted(facts) for document in facts[path].documents]

    def settings(self) -> list[Kustomization]:
        """Every kustomization that has been read so far, in order."""
        paths = sorted(self.repository.facts)
        found = (self.builder.settings_in(path[: path.rfind("/") + 1]) for path in paths if is_kustomization(path))
        return [one for one in found if one is not None]

    def named(self) -> Named:
        """The files that kustomizations name as resources, and as patches."""
        resources: set[str] = set()
        patches: set[str] = set()
        for one in self.settings():
            for resource in one.resources:
                resources.add(self.builder.located(one.folder, resource.text) or "")
            for patch in one.patches:
                if patch.path:
                    patches.add(self.builder.located(one.folder, patch.path) or "")
        return Named(resources=frozenset(resources), patches=frozenset(patches))

    def roots(self) -> list[str]:
        """The folders whose kustomization no other includes."""
        settings = self.settings()
        inner: set[str] = set()
        for one in settings:
            for text in (*one.resources, *one.components):
                path = self.builder.located(one.folder, text.text)
                if path is not None and f"{path}/" != one.folder:
                    inner.add(f"{path}/" if path else "")
        return [one.folder for one in settings if one.folder not in inner and not one.is_component]

    def overlays(self) -> Iterator[DiscoveredEdge]:
        """What each kustomize folder includes of others."""
        for one in self.settings():
            for text in (*one.resources, *one.components):
                state, target = self.included(one, text.text)
                if target:
                    yield DiscoveredEdge("overlay", shown_folder(one.folder), target, _location(text.span), state)

    def included(self, one: Kustomization, text: str) -> tuple[EdgeState, str]:
        """The folder that a kustomization includes, and what is known of it; empty for a file."""
        if remote_base_unpinned.is_remote(text):
            return EdgeState.UNVERIFIABLE, text if remote_base_unpinned.is_remote_folder(text) else ""
        if is_templated(text):
            return EdgeState.UNVERIFIABLE, "" if text.endswith((".yaml", ".yml", ".json")) else text
        path = self.builder.located(one.folder, text)
        if path is None:
            return EdgeState.UNVERIFIABLE, text
        if path in self.repository.listing.files or text.endswith((".yaml", ".yml", ".json")):
            return EdgeState.RESOLVED, ""
        folder = f"{path}/" if path else ""
        state = EdgeState.RESOLVED if folder in self.repository.listing.folders else EdgeState.MISSING
        return state, shown_folder(folder)


def assembly_of(repository: Repository) -> Assembly:
    """Prepare what the parts need of a repository whose manifests have been read."""
    builder = Builder(repository=repository)
    environments = environments_of(repository.listing.folders)
    documents = [document for path in sorted(repository.facts) for document in repository.facts[path].documents]
    urls = {
        (one.kind, text_at(one.body, "metadata", "name")): text_at(one.body, "spec", "url")
        for one in documents
        if one.kind in {"GitRepository", "OCIRepository", "Bucket"}
    }
    uses = [use for document in documents for use in uses_of(document, urls)]
    own = own_urls(repository, uses)
    current = current_branches(repository, uses, own)
    top = folders_above(repository, own)
    paths = Paths(repository=repository, top=top)
    sources = RepositorySources(paths=paths, environments=environments, own=own, current=current)
    sources.add(documents)
    generators = Generators(repository=repository, is_own=sources.is_own, is_current=sources.is_current, top=top or "")
    deployer = Deployer(builder=builder, sources=sources, generators=generators)
    contexts = Contexts(builder=builder, deployer=deployer, environments=environments)
    return Assembly(repository=repository, builder=builder, environments=environments, contexts=contexts)
