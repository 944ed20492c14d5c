"""What reconcilers deploy in, every file and folder that they reach out, also those whose objects are not listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sphinx_gitops.importers.documents import is_true, shown_folder, value_at
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.kustomize.builder import Builder
from sphinx_gitops.importers.kustomize.settings import Kustomization
from sphinx_gitops.importers.repository.selection import is_manifest
from sphinx_gitops.importers.resolution.deploying import Deployment
from sphinx_gitops.importers.resolution.instance import Instance


@dataclass(slots=True)
class ReachedFiles:
    """Collects the files and folders of one repository."""

    builder: Builder
    paths: set[str] = field(default_factory=set)
    _whole: set[str] = field(default_factory=set)
    _flat: set[str] = field(default_factory=set)

    def add(self, deployment: Deployment, *, recurse: bool) -> None:
        """Take what one reconciler builds of one folder; *recurse* says that plain folders are taken with all below."""
        for item in deployment.items:
            self.paths.add(item.document.file)
            self.paths.update(map(shown_folder, item.folders))
        if deployment.place.target.state is EdgeState.RESOLVED:
            self._folder(deployment.place.target.folder, recurse=recurse)

    def _folder(self, start: str, *, recurse: bool) -> None:
        """The files of a folder: those that its kustomization names, else all."""
        waiting = [start]
        while waiting:
            folder = waiting.pop()
            if folder in self._whole or (not recurse and folder in self._flat):
                continue
            self._flat.add(folder)
            if recurse:
                self._whole.add(folder)
            self.paths.add(shown_folder(folder))
            settings = self.builder.settings_in(folder)
            if settings:
                waiting += self._included(settings)
                continue
            self.paths.update(filter(is_manifest, self.builder.repository.files_in(folder)))
            if recurse or f"{folder}Chart.yaml" in self.builder.repository.listing.files:
                waiting += self.builder.repository.folders_in(folder)

    def _included(self, settings: Kustomization) -> Iterator[str]:
        """Notes the files that a kustomization includes, and gives the folders."""
        self.paths.add(settings.file)
        texts = [one.text for one in (*settings.resources, *settings.components, *settings.generators)]
        texts += [patch.path for patch in settings.patches if patch.path]
        for text in texts:
            path = self.builder.located(settings.folder, text)
            if path is None:
                continue
            if path in self.builder.repository.listing.files:
                self.paths.update(filter(is_manifest, (path,)))
            else:
                yield f"{path}/" if path else ""


def reached_by(builder: Builder, deployed: Iterable[tuple[Instance, Deployment]]) -> frozenset[str]:
    """Everything that some reconciler reaches."""
    found = ReachedFiles(builder)
    for instance, deployment in deployed:
        source = deployment.place.source
        is_flux = instance.item.kind in {"Kustomization", "FluxInstance"}
        recurse = is_flux or (source is not None and is_true(value_at(source.body, "directory", "recurse")))
        found.add(deployment, recurse=recurse)
    return frozenset(found.paths)
