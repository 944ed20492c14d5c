"""A reconciler in, the folders that it takes from this tree and the objects that they give out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sphinx_gitops.importers.applicationsets.generators import Generators
from sphinx_gitops.importers.applicationsets.resolution import Fleet, fleet_of
from sphinx_gitops.importers.documents import is_true, items_at, scalar_at, span_at, text_at, value_at
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.kustomize.builder import Builder
from sphinx_gitops.importers.kustomize.item import Resource
from sphinx_gitops.importers.kustomize.settings import Kustomization, patches_of
from sphinx_gitops.importers.manifests.flux_reconcilers import KUSTOMIZE
from sphinx_gitops.importers.repository.globs import matches
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.repository.selection import is_manifest
from sphinx_gitops.importers.resolution.sources import Origin, ReconciledFolder, RepositorySources
from sphinx_gitops.yamltree import Mapping, Scalar

KINDS = frozenset(
    {
        ("argoproj.io", "Application"),
        ("argoproj.io", "ApplicationSet"),
        (KUSTOMIZE, "Kustomization"),
        ("fluxcd.controlplane.io", "FluxInstance"),
    }
)
"""The kinds that deploy folders."""


_STARS = re.compile(r"\*+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """One folder, or what stands for it, and the objects that it gives."""

    place: ReconciledFolder
    items: tuple[Resource, ...]


@dataclass(slots=True, kw_only=True)
class Deployer:
    """What the reconcilers of one repository deploy."""

    builder: Builder
    sources: RepositorySources
    generators: Generators
    raw: dict[tuple[str, bool], tuple[Resource, ...]] = field(default_factory=dict)
    fleets: dict[int, Fleet] = field(default_factory=dict)
    kept: list[Mapping] = field(default_factory=list)
    "The bodies that *fleets* knows by their identity: they must live as long."

    def deployments(self, item: Resource, environment: str) -> Iterator[Deployment]:
        """What a reconciler of an environment deploys; a Kustomization without a path gives nothing: it is a base."""
        body, origin = item.body, Origin(item.document.file, environment)
        if item.kind == "Kustomization":
            is_whole = scalar_at(body, "spec", "path") is not None
            for place in self.sources.flux(body, origin):
                yield self.with_flux(place, body) if is_whole else Deployment(place=place, items=())
        elif item.kind == "FluxInstance":
            for place in self.sources.instance(body, origin):
                yield self.with_flux(place, Mapping((), body.span, 1))
        elif item.kind == "Application":
            yield from self.application(value_at(body, "spec"), origin)
        else:
            fleet = self.fleet(body)
            template = value_at(body, "spec", "template", "spec")
            for spec in [template] if fleet.applications is None else [one.spec for one in fleet.applications]:
                yield from self.application(spec, origin)

    def fleet(self, body: Mapping) -> Fleet:
        """What an ApplicationSet gives, found once."""
        if id(body) not in self.fleets:
            self.kept.append(body)
            self.fleets[id(body)] = fleet_of(body, self.generators)
        return self.fleets[id(body)]

    def with_flux(self, place: ReconciledFolder, body: Mapping) -> Deployment:
        """A folder as Flux builds it, with what the Kustomization adds."""
        if place.target.state is not EdgeState.RESOLVED:
            return Deployment(place=place, items=())
        folder = place.target.folder
        built = self.builder.build(folder) if self.builder.settings_in(folder) else self.flux_files(folder)
        spec = body.get("spec")
        namespace = text_at(spec, "targetNamespace")
        settings = Kustomization(
            file="",
            folder=folder,
            line=0,
            components=tuple(item for item in items_at(spec, "components") if isinstance(item, Scalar)),
            patches=tuple(patches_of(spec, "patches")),
            namespace=namespace,
            namespace_span=span_at(spec, "targetNamespace"),
            prefix=text_at(spec, "namePrefix"),
            suffix=text_at(spec, "nameSuffix"),
        )
        return Deployment(place=place, items=self.builder.transformed(settings, built))

    def flux_files(self, folder: str) -> tuple[Resource, ...]:
        """All files below a folder; a folder with a kustomization gives what that builds."""
        if (folder, True) not in self.raw:
            self.raw[folder, True] = tuple(self.below(folder, folder))
        return self.raw[folder, True]

    def files(self, folder: str, start: str) -> Iterator[str]:
        """The manifests directly in a folder; those that are skipped only where *start* itself is."""
        repository = self.builder.repository
        return (
            file
            for file in repository.files_in(folder)
            if is_manifest(file) and repository.listing.is_within(file, start)
        )

    def below(self, folder: str, start: str) -> Iterator[Resource]:
        """The objects of the files below a folder, those of each kustomization as it builds them."""
        builder = self.builder
        for file in self.files(folder, start):
            yield from builder.file_items(file)
        for child in builder.repository.folders_in(folder):
            kustomization = builder.repository.kustomization_file(child)
            if not kustomization or not builder.repository.listing.is_within(kustomization, start):
                yield from self.below(child, start)
            elif builder.settings_in(child):
                yield from builder.build(child)
            else:
                yield from self.below(child, start)

    def application(self, spec: object, origin: Origin) -> Iterator[Deployment]:
        """What each source of an Application gives."""
        if not isinstance(spec, Mapping):
            return
        default = text_at(spec, "destination", "namespace")
        for place in self.sources.argo(spec, origin):
            source = place.source
            if place.target.state is not EdgeState.RESOLVED or source is None:
                yield Deployment(place=place, items=())
                continue
            items = self.argo_items(place.target.folder, source.body)
            if default and not is_templated(default):
                span = span_at(spec, "destination", "namespace")
                items = tuple(item if item.namespace else item.renamed(namespace=default, span=span) for item in items)
            yield Deployment(place=place, items=items)

    def argo_items(self, folder: str, source: Mapping) -> tuple[Resource, ...]:
        """The objects of a folder as Argo CD finds them: a chart, a kustomization, else its files."""
        repository = self.builder.repository
        if f"{folder}Chart.yaml" in repository.listing.files:
            return tuple(self.files_below(f"{folder}templates/", folder))
        if not self.builder.settings_in(folder):
            return tuple(self.directory(folder, value_at(source, "directory")))
        options = source.get("kustomize")
        settings = Kustomization(
            file="",
            folder=folder,
            line=0,
            components=tuple(item for item in items_at(options, "components") if isinstance(item, Scalar)),
            patches=tuple(patches_of(options, "patches")),
            namespace=text_at(options, "namespace"),
            namespace_span=span_at(options, "namespace"),
            prefix=text_at(options, "namePrefix"),
            suffix=text_at(options, "nameSuffix"),
        )
        return self.builder.transformed(settings, self.builder.build(folder))

    def files_below(self, folder: str, start: str) -> Iterator[Resource]:
        """The objects of every file below a folder."""
        yield from self.of_files(folder, start)
        for child in self.builder.repository.folders_in(folder):
            yield from self.files_below(child, start)

    def directory(self, folder: str, options: object) -> Iterator[Resource]:
        """The objects of a folder's files, of those below where the source says so."""
        directory = options if isinstance(options, Mapping) else None
        include, exclude = text_at(directory, "include"), text_at(directory, "exclude")
        recurse = is_true(value_at(directory, "recurse"))
        items = self.files_below(folder, folder) if recurse else self.of_files(folder, folder)
        for item in items:
            path = item.document.file[len(folder) :]
            if (include and not _fits(path, include)) or (exclude and _fits(path, exclude)):
                continue
            yield item

    def of_files(self, folder: str, start: str) -> Iterator[Resource]:
        """The objects of the files directly in a folder."""
        for file in self.files(folder, start):
            yield from self.builder.file_items(file)


def _fits(path: str, glob: str) -> bool:
    """Whether a path below the folder fits a pattern of Argo CD, in which every star crosses slashes."""
    return matches(path, _STARS.sub("**", glob))
