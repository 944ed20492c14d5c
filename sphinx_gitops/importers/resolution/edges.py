"""Objects in their contexts in, the edges between them out, each with the place that says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, field

from sphinx_gitops.importers.discovery import DiscoveredEdge, Location
from sphinx_gitops.importers.documents import shown_folder
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.manifests import kargo
from sphinx_gitops.importers.manifests.kind import Reference
from sphinx_gitops.importers.resolution.contexts import Contexts
from sphinx_gitops.importers.resolution.finding_targets import ReferenceEnd, Targets
from sphinx_gitops.importers.resolution.instance import Instance
from sphinx_gitops.importers.resolution.listed import Listed
from sphinx_gitops.problems import Span

Key = tuple[str, int]
_ORDER = (EdgeState.RESOLVED, EdgeState.IMPLICIT, EdgeState.UNVERIFIABLE, EdgeState.MISSING)


@dataclass(frozen=True, slots=True)
class _Said:
    """What one place says, in one context or more."""

    kind: str
    source: str
    file: str
    line: int
    name: str


@dataclass(slots=True, kw_only=True)
class Edges:
    """Collects edges; what one place says in several contexts counts as the best known of them."""

    ids: Table[tuple[str, int, str], str]
    said: dict[_Said, set[tuple[EdgeState, str]]] = field(default_factory=lambda: defaultdict(set))

    def id_of(self, key: Key, part: str = "") -> str:
        """The id of an object, empty where the document is none."""
        return self.ids.get((*key, part), "")

    def add(self, kind: str, source: str, target: str, span: Span, state: EdgeState, name: str = "") -> None:
        """Take one edge; *name* tells apart what one line says twice."""
        if source:
            self.said[_Said(kind, source, span.source, span.line, name)].add((state, target))

    def add_end(self, kind: str, source: str, end: ReferenceEnd, span: Span, name: str) -> None:
        """Take an edge to what a reference means."""
        self.add(kind, source, self.id_of(end.key) if end.key else end.text, span, end.state, name)

    def all(self) -> Iterator[DiscoveredEdge]:
        """Every edge; a context that knows less than another of the same place says nothing."""
        for said, found in self.said.items():
            best = min((_ORDER.index(state) for state, _ in found), default=0)
            for state, target in found:
                if _ORDER.index(state) == best:
                    location = Location(said.file, said.line)
                    yield DiscoveredEdge(said.kind, said.source, target, location, state)


def add_references(edges: Edges, objects: Iterable[Listed], targets: Targets) -> None:
    """What objects say of others by name."""
    for one in objects:
        source = edges.ids[one.key]
        for instance in one.instances if one.format and not one.part else ():
            for reference in one.format.references(instance.item.body) if one.format else ():
                end = targets.end(instance, reference)
                if end.key == one.document.key and reference.edge != "dependsOn":
                    continue
                edges.add_end(reference.edge, source, end, reference.span, reference.name)


def add_deployments(edges: Edges, contexts: Contexts) -> None:
    """The folders that reconcilers take, and the objects that these give."""
    for instance, deployment in contexts.deployed:
        source = edges.id_of(instance.document.key)
        place = deployment.place
        resolved = place.target.state is EdgeState.RESOLVED
        folder = shown_folder(place.target.folder) if resolved else place.target.text
        name = folder if resolved and instance.item.kind == "ApplicationSet" else ""
        edges.add("path", source, folder, place.span, place.target.state, name)
        for item in deployment.items:
            target = edges.id_of(item.document.key)
            if target and target != source:
                edges.add("contains", source, target, place.span, EdgeState.RESOLVED)


def add_promotions(edges: Edges, objects: Iterable[Listed], targets: Targets) -> None:
    """The way of freight through Kargo, from what a stage takes it from to the stage."""
    for one in objects:
        if (one.group, one.kind) != (kargo.GROUP, "Stage"):
            continue
        target = edges.ids[one.key]
        for instance in one.instances:
            for promotion in kargo.promotions_of(instance.item.body):
                _add_promotion(edges, instance, promotion, target, targets)


def _add_promotion(edges: Edges, instance: Instance, promotion: kargo.Promotion, target: str, targets: Targets) -> None:
    reference = Reference(
        edge="promotes",
        group=kargo.GROUP,
        kind=promotion.kind,
        name=promotion.name,
        namespace="",
        span=promotion.span,
    )
    end = targets.end(instance, reference)
    source = edges.id_of(end.key) if end.key else end.text
    edges.add("promotes", source, target, promotion.span, end.state, promotion.name)
