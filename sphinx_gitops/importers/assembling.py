"""A repository that has been read in, what it declares out: contexts, ids, edges and problems, all sorted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sphinx_gitops.importers.applicationsets.generators import Generators
from sphinx_gitops.importers.discovery import (
    DiscoveredEdge,
    DiscoveredEnvironment,
    DiscoveredFolder,
    DiscoveredObject,
    Discovery,
    Field,
    Finding,
    GeneratedApplication,
    Location,
    Unverifiable,
)
from sphinx_gitops.importers.documents import Document, key_span, scalar_at, text_at
from sphinx_gitops.importers.kustomize.builder import Builder
from sphinx_gitops.importers.kustomize.settings import Settings
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.repository.repository import Repository
from sphinx_gitops.importers.repository.selection import GITLAB_FILE, is_kustomization
from sphinx_gitops.importers.resolution.contexts import Contexts
from sphinx_gitops.importers.resolution.deploying import Deployer
from sphinx_gitops.importers.resolution.edges import Edges, add_deployments, add_promotions, add_references
from sphinx_gitops.importers.resolution.environments import Environments, environments_of
from sphinx_gitops.importers.resolution.finding_targets import Targets
from sphinx_gitops.importers.resolution.identity import ids_of
from sphinx_gitops.importers.resolution.listed import Listed, Named, listed_objects
from sphinx_gitops.importers.resolution.ownership import own_urls, uses_of
from sphinx_gitops.importers.resolution.part_edges import add_gitlab, add_pipelines, add_workflows
from sphinx_gitops.importers.resolution.paths import Paths, State, shown_folder
from sphinx_gitops.importers.resolution.sources import Sources
from sphinx_gitops.importers.rules import dependencies, path_overlap, remote_base_unpinned, secret_plaintext, suspended
from sphinx_gitops.problems import Severity, Span


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

    def settings(self) -> list[Settings]:
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

    def included(self, one: Settings, text: str) -> tuple[State, str]:
        """The folder that a kustomization includes, and what is known of it; empty for a file."""
        if remote_base_unpinned.is_remote(text):
            return State.UNVERIFIABLE, text if remote_base_unpinned.is_remote_folder(text) else ""
        if is_templated(text):
            return State.UNVERIFIABLE, "" if text.endswith((".yaml", ".yml", ".json")) else text
        path = self.builder.located(one.folder, text)
        if path is None:
            return State.UNVERIFIABLE, text
        if path in self.repository.listing.files or text.endswith((".yaml", ".yml", ".json")):
            return State.RESOLVED, ""
        folder = f"{path}/" if path else ""
        state = State.RESOLVED if folder in self.repository.listing.folders else State.MISSING
        return state, shown_folder(folder)


def _assembly(repository: Repository) -> Assembly:
    builder = Builder(repository=repository)
    environments = environments_of(repository.listing.folders)
    documents = [document for path in sorted(repository.facts) for document in repository.facts[path].documents]
    urls = {
        (one.kind, text_at(one.body, "metadata", "name")): text_at(one.body, "spec", "url")
        for one in documents
        if one.kind in {"GitRepository", "OCIRepository", "Bucket"}
    }
    own = own_urls(repository, [use for document in documents for use in uses_of(document, urls)])
    sources = Sources(paths=Paths(repository=repository), environments=environments, own=own)
    sources.add(documents)
    generators = Generators(repository=repository, is_own=sources.is_own, is_current=sources.is_current)
    deployer = Deployer(builder=builder, sources=sources, generators=generators)
    contexts = Contexts(builder=builder, deployer=deployer, environments=environments)
    return Assembly(repository=repository, builder=builder, environments=environments, contexts=contexts)


def _unverifiable(one: Listed, identity: str, assembly: Assembly) -> Iterator[Unverifiable]:
    """The fields of an object that the tree does not say."""
    document = one.document
    if not document.readable:
        location = Location(document.file, document.line)
        yield Unverifiable(identity, "", one.name, "unreadable", location)
    fleet = None
    if one.kind == "ApplicationSet" and one.instances:
        fleet = assembly.contexts.deployer.fleet(one.instances[0].item.body)
        if fleet.applications is None and fleet.span:
            yield Unverifiable(identity, fleet.field, fleet.text, fleet.why, _location(fleet.span))
    if not one.part:
        for name in ("name", "namespace"):
            scalar = scalar_at(document.body, "metadata", name)
            if scalar and is_templated(scalar.text):
                span = key_span(document.body, "metadata", name) or scalar.span
                yield Unverifiable(identity, f"metadata.{name}", scalar.text, "templated", _location(span))
    if fleet is None or fleet.applications is None:
        for name, value, span in one.values:
            if isinstance(value, str) and is_templated(value) and (fleet is None or name != fleet.field):
                yield Unverifiable(identity, name, value, "templated", _location(span))


def _generates(one: Listed, assembly: Assembly) -> tuple[GeneratedApplication, ...] | None:
    """The Applications that an ApplicationSet gives, None where the tree does not say them."""
    if one.kind != "ApplicationSet" or not one.instances:
        return None
    deployer, environments = assembly.contexts.deployer, assembly.environments
    fleet = deployer.fleet(one.instances[0].item.body)
    if fleet.applications is None:
        return None
    found = set()
    for application in fleet.applications:
        places = list(deployer.sources.argo(application.spec, one.document.file))
        resolved = [place.target.folder for place in places if place.target.state is State.RESOLVED]
        written = next((text_at(place.source.body, "path") for place in places if place.source), "")
        path = shown_folder(resolved[0]) if resolved else written
        environment = environments.of_folder(resolved[0] if resolved else written)
        environment = environment or environments.of_file(one.document.file)
        environment = environment or min(application.words & environments.names, default="")
        found.add(GeneratedApplication(application.name, path, environment))
    return tuple(sorted(found))


def _object(one: Listed, identity: str, assembly: Assembly, unverifiable: Sequence[Unverifiable]) -> DiscoveredObject:
    return DiscoveredObject(
        id=identity,
        family=one.family,
        group=one.group,
        kind=one.kind,
        name=one.name,
        namespaces=one.namespaces,
        environments=one.environments,
        location=Location(one.document.file, one.line),
        fields=tuple(Field(name, value, _location(span)) for name, value, span in one.values),
        generates=_generates(one, assembly),
        unverifiable=tuple(sorted({each.field for each in unverifiable})),
    )


def _file_problems(repository: Repository) -> Iterator[Finding]:
    for path, message in repository.listing.problems:
        yield Finding("file-skipped", Severity.INFO, f"{path}: {message}", Location(path, 1))
    for path, facts in repository.facts.items():
        for problem in facts.problems:
            code = "file-skipped" if problem.message.endswith("left out") else "manifest-unreadable"
            yield Finding(code, Severity.INFO, problem.message, Location(path, problem.line))


def _findings(
    assembly: Assembly,
    objects: Iterable[DiscoveredObject],
    edges: Sequence[DiscoveredEdge],
    ids: dict[tuple[str, int, str], str],
) -> Iterator[Finding]:
    yield from _file_problems(assembly.repository)
    yield from secret_plaintext.check(assembly.documents())
    yield from dependencies.check_dangling(edges)
    yield from dependencies.check_cycles(edges)
    yield from path_overlap.check(assembly.contexts.deployed, ids)
    yield from remote_base_unpinned.check(assembly.settings())
    yield from suspended.check(objects)


def _all_edges(assembly: Assembly, objects: Sequence[Listed], ids: dict[tuple[str, int, str], str]) -> Iterator[DiscoveredEdge]:
    targets = Targets()
    for one in objects:
        if one.format and not one.part:
            targets.add(one.document, one.instances)
    edges = Edges(ids=ids)
    add_references(edges, objects, targets)
    add_deployments(edges, assembly.contexts)
    add_promotions(edges, objects, targets)
    add_workflows(edges, objects)
    add_pipelines(edges, objects)
    add_gitlab(edges, assembly.repository.documents(GITLAB_FILE))
    yield from edges.all()
    yield from assembly.overlays()


def _folders(assembly: Assembly) -> Iterator[DiscoveredFolder]:
    for one in assembly.settings():
        environment = assembly.environments.of_folder(one.folder)
        location = Location(one.file, one.line)
        environments = (environment,) if environment else ()
        yield DiscoveredFolder(shown_folder(one.folder), location, environments, one.namespace)


def _is_found(objects: Iterable[Listed], folders: Iterable[DiscoveredFolder]) -> bool:
    if any(one.format and one.format.reconciles and not one.part for one in objects):
        return True
    return len({environment for folder in folders for environment in folder.environments}) > 1


def assembled(repository: Repository) -> Discovery:
    """What a repository declares, from the files that have been read of it."""
    assembly = _assembly(repository)
    contexts = assembly.contexts
    contexts.gather_alone(assembly.documents(), assembly.roots())
    contexts.follow(assembly.documents())
    listed = list(listed_objects(assembly.documents(), contexts, assembly.named()))
    ids = ids_of(listed)
    unknown = {one.key: list(_unverifiable(one, ids[one.key], assembly)) for one in listed}
    objects = [_object(one, ids[one.key], assembly, unknown[one.key]) for one in listed]
    edges = sorted(
        set(_all_edges(assembly, listed, ids)), key=lambda edge: (*edge[:3], edge.location, edge.state.value)
    )
    folders = sorted(_folders(assembly))
    return Discovery(
        found=_is_found(listed, folders),
        environments=tuple(
            DiscoveredEnvironment(one.name, one.tier, one.folders) for one in assembly.environments.all
        ),
        objects=tuple(sorted(objects, key=lambda one: (one.location, one.id))),
        folders=tuple(folders),
        edges=tuple(edges),
        unverifiable=tuple(sorted({each for some in unknown.values() for each in some})),
        problems=tuple(
            sorted(set(_findings(assembly, objects, edges, ids)), key=lambda one: (one.location, one.code, one.message))
        ),
    )
