"""A repository that has been read in, what it declares out: contexts, ids, edges and problems, all sorted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sphinx_gitops.importers.applicationsets.resolution import Fleet, patched_keys
from sphinx_gitops.importers.assembly import Assembly, assembly_of
from sphinx_gitops.importers.discovery import (
    DiscoveredEdge,
    DiscoveredEnvironment,
    DiscoveredFolder,
    DiscoveredObject,
    Discovery,
    Field,
    GeneratedApplication,
    Location,
    Unverifiable,
)
from sphinx_gitops.importers.documents import Document, key_span, scalar_at, shown_folder, text_at
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.findings import broken, file_problems, judgements
from sphinx_gitops.importers.kustomize.item import name_of
from sphinx_gitops.importers.manifests.kind import collected
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.repository.repository import Repository
from sphinx_gitops.importers.repository.selection import GITLAB_FILE
from sphinx_gitops.importers.resolution.edges import Edges, add_deployments, add_promotions, add_references
from sphinx_gitops.importers.resolution.finding_targets import Targets
from sphinx_gitops.importers.resolution.identity import ids_of
from sphinx_gitops.importers.resolution.listed import Listed, listed_objects, templated_policy
from sphinx_gitops.importers.resolution.part_edges import add_gitlab, add_pipelines, add_workflows
from sphinx_gitops.importers.resolution.reached import reached_by
from sphinx_gitops.importers.resolution.sources import Origin
from sphinx_gitops.importers.rules import Manifests
from sphinx_gitops.problems import Span

_INDEX = re.compile(r"\[\d+\]")


def _location(span: Span) -> Location:
    return Location(span.source, span.line)


def _templated(document: Document, identity: str) -> Iterator[Unverifiable]:
    """The names of an object, and its policy of synchronisation, that only a template says."""
    for name in ("name", "namespace"):
        scalar = scalar_at(document.body, "metadata", name)
        if scalar and is_templated(scalar.text):
            span = key_span(document.body, "metadata", name) or scalar.span
            yield Unverifiable(identity, f"metadata.{name}", scalar.text, "templated", _location(span))
    policy = templated_policy(document, document.mapping)
    if policy:
        name, text, span = policy
        yield Unverifiable(identity, name, str(text), "templated", _location(span))


def _unverifiable(one: Listed, identity: str, assembly: Assembly) -> Iterator[Unverifiable]:
    """The fields of an object that the tree does not say."""
    document = one.document
    if not document.readable:
        location = Location(document.file, document.line)
        yield Unverifiable(identity, "spec", "", "unreadable", location)
    fleet = None
    if one.kind == "ApplicationSet" and one.instances:
        fleet = assembly.contexts.deployer.fleet(one.instances[0].item.body)
        if fleet.applications is None and fleet.span:
            yield Unverifiable(identity, fleet.field, fleet.text, fleet.why, _location(fleet.span))
    if not one.part:
        yield from _templated(document, identity)
    patched = patched_keys(text_at(document.body, "spec", "templatePatch")) if fleet else frozenset()
    for name, value, span in one.values:
        if isinstance(value, str) and is_templated(value) and (fleet is None or not _is_said(fleet, name)):
            yield Unverifiable(identity, name, value, "templated", _location(span))
        elif patched.issuperset(_INDEX.sub("", name).split(".")[-2:]):
            text = value if isinstance(value, str) else str(value).lower()
            yield Unverifiable(identity, name, text, "templatePatch may change it", _location(span))


def _is_said(fleet: Fleet, name: str) -> bool:
    """Whether all that is unknown of a field of an ApplicationSet is already said: by its reason, or as generated."""
    if fleet.applications is None:
        return name == fleet.field
    pattern = _INDEX.sub("[]", name.removeprefix("spec.template.spec."))
    texts = (scalar.text for one in fleet.applications for _, scalar in collected(one.spec, pattern))
    return not any(map(is_templated, texts))


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
        places = list(deployer.sources.argo(application.spec, Origin(one.document.file, "")))
        resolved = [place.target.folder for place in places if place.target.state is EdgeState.RESOLVED]
        written = next((text_at(place.source.body, "path") for place in places if place.source), "")
        path = shown_folder(resolved[0]) if resolved else written
        environment = environments.of_folder(resolved[0] if resolved else written)
        environment = environment or environments.of_file(one.document.file)
        environment = environment or min(application.words & environments.names, default="")
        found.add(GeneratedApplication(application.name, path, environment))
    return tuple(sorted(found))


def _namespace_location(one: Listed) -> Location | None:
    """Where the one namespace of an object is written."""
    spans = [instance.item.namespace_span for instance in one.instances]
    return _location(spans[0]) if len(one.namespaces) == 1 and spans and spans[0] else None


def _object(one: Listed, identity: str, assembly: Assembly, unverifiable: Sequence[Unverifiable]) -> DiscoveredObject:
    written = "" if one.part else name_of(one.document.mapping)
    return DiscoveredObject(
        id=identity,
        family=one.family,
        group=one.group,
        kind=one.kind,
        name=one.name,
        namespaces=one.namespaces,
        environments=one.environments,
        location=Location(one.document.file, one.line),
        namespace_location=_namespace_location(one),
        fields=tuple(Field(name, value, _location(span)) for name, value, span in one.values),
        generates=_generates(one, assembly),
        unverifiable=tuple(sorted({each.field for each in unverifiable})),
        written=written if written != one.name else "",
    )


def _all_edges(
    assembly: Assembly, objects: Sequence[Listed], ids: dict[tuple[str, int, str], str]
) -> Iterator[DiscoveredEdge]:
    targets = Targets(folders=assembly.repository.listing.folders)
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


def _paths(repository: Repository) -> frozenset[str]:
    """Every file and folder, also by the symbolic links that lead to one."""
    listing = repository.listing
    folders = (shown_folder(folder) for folder in listing.folders)
    links = (f"{link}/" if f"{target}/" in listing.folders else link for link, target in listing.links.items())
    return frozenset((*listing.files, *folders, *links))


def _is_found(objects: Iterable[Listed], folders: Iterable[DiscoveredFolder]) -> bool:
    if any(one.format and one.format.reconciles and not one.part for one in objects):
        return True
    return len({environment for folder in folders for environment in folder.environments}) > 1


def assembled(repository: Repository) -> Discovery:
    """What a repository declares, from the files that have been read of it."""
    assembly = assembly_of(repository)
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
    judged = judgements(
        Manifests(
            documents=assembly.documents(),
            listed=listed,
            ids=ids,
            edges=edges,
            deployed=contexts.deployed,
            settings=assembly.settings(),
            production=frozenset(one.name for one in assembly.environments.all if one.tier == "production"),
        )
    )
    findings = {*file_problems(repository), *broken(judged)}
    return Discovery(
        found=_is_found(listed, folders),
        environments=tuple(DiscoveredEnvironment(one.name, one.tier, one.folders) for one in assembly.environments.all),
        objects=tuple(sorted(objects, key=lambda one: (one.location, one.id))),
        folders=tuple(folders),
        edges=tuple(edges),
        unverifiable=tuple(sorted({each for some in unknown.values() for each in some})),
        problems=tuple(sorted(findings, key=lambda one: (one.location, one.code, one.message))),
        judged=judged,
        paths=_paths(repository),
        deployed=reached_by(assembly.builder, contexts.deployed),
    )
