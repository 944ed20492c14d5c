"""Two ends of a flow in, what the repository says of it out: that it is so, the other way round, nothing, unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from sphinx_gitops.drift.flows.members import Members
from sphinx_gitops.drift.naming.inventory import InventoryEntry
from sphinx_gitops.importers.discovery import DiscoveredEdge
from sphinx_gitops.importers.edge_state import EdgeState

FORWARD = frozenset({"promotes", "uses"})
"""Edges that run as a flow does."""
BACKWARD = frozenset({"dependsOn", "needs", "runAfter", "workflow_run"})
"""Edges from what waits to what it waits for."""
_FLUX = frozenset({"Kustomization", "HelmRelease", "ResourceSet"})
_FLEETS = frozenset({"Kustomization", "HelmRelease"})
_SOURCES = frozenset({"GitRepository", "OCIRepository", "HelmRepository", "HelmChart", "Bucket", "ArtifactGenerator"})
_APPLICATIONS = frozenset({"Application", "ApplicationSet"})
RECONCILERS = _FLUX | _APPLICATIONS | {"FluxInstance"}
_ORDERED: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = (
    ("dependsOn", frozenset({"Kustomization"}), frozenset({"Kustomization"})),
    ("dependsOn", frozenset({"HelmRelease"}), frozenset({"HelmRelease"})),
    ("dependsOn", frozenset({"ResourceSet"}), _FLUX),
    ("workflow_run", frozenset({"Workflow"}), frozenset({"Workflow"})),
    ("runAfter", frozenset({"PipelineTask"}), frozenset({"PipelineTask"})),
    ("promotes", frozenset({"Warehouse", "Stage"}), frozenset({"Stage"})),
    ("promotes", frozenset({"Branch"}), frozenset({"Branch"})),
)
"""An edge, and the kinds between which a flow means it: from the one, and to the other."""
_REFERRED: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "sourceRef": (_SOURCES, frozenset({"Kustomization", "HelmRelease", "HelmChart", "ImageUpdateAutomation"})),
    "chartRef": (_SOURCES, frozenset({"HelmRelease"})),
    "secretStoreRef": (frozenset({"SecretStore", "ClusterSecretStore"}), frozenset({"ExternalSecret"})),
    "imageRepositoryRef": (frozenset({"ImageRepository"}), frozenset({"ImagePolicy"})),
    "providerRef": (frozenset({"Provider"}), frozenset({"Alert"})),
}
"""References of which an object has one: a flow from the one kind to the other means it, in either direction."""


class FlowVerdict(Enum):
    """What a repository says of a flow."""

    GIVEN = "given"
    TURNED = "turned"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a repository says of a flow: of what edge it would be, which object would say it, of what."""

    verdict: FlowVerdict
    edge: str = ""
    holder: InventoryEntry | None = None
    other: InventoryEntry | None = None
    actual: str = ""
    place: DiscoveredEdge | None = None


UNKNOWN = Evidence(verdict=FlowVerdict.UNKNOWN)
GIVEN = Evidence(verdict=FlowVerdict.GIVEN)


def _edges(source: Members, target: Members) -> Iterator[tuple[InventoryEntry, DiscoveredEdge]]:
    """The edges that are said by something of the one and lead to something of the other."""
    for known in sorted({*source.objects, *source.folders}):
        for edge in source.comparison.inventory(known).leaving.get(known.id, ()):
            if edge.state is not EdgeState.RESOLVED:
                continue
            if InventoryEntry(known.tree, edge.target) in target.objects or _leads_into(edge, known.tree, target):
                yield known, edge


def _leads_into(edge: DiscoveredEdge, tree: int, target: Members) -> bool:
    return edge.kind in {"path", "overlay"} and target.covers(tree, edge.target)


def _is_open(members: Members, *kinds: str) -> bool:
    """Whether an edge of these kinds leads to what only a renderer knows."""
    return any(
        edge.kind in kinds and edge.state is EdgeState.UNVERIFIABLE
        for known in members.objects
        for edge in members.comparison.inventory(known).leaving.get(known.id, ())
    )


def _ordered(source: Members, target: Members) -> Evidence:
    """What is missing of an edge that orders the two; unknown where none could."""
    for edge, sources, targets in _ORDERED:
        if not (source.kinds <= sources and target.kinds <= targets):
            continue
        holder, other = target, source
        if _is_open(holder, edge, "uses") or _is_open(source, "uses"):
            return UNKNOWN
        return Evidence(verdict=FlowVerdict.NONE, edge=edge, holder=holder.named[0], other=other.named[0])
    return _of_fleets(source, target)


def _of_fleets(source: Members, target: Members) -> Evidence:
    """Fleets of Kustomizations and HelmReleases that both have some of one kind depend on each other, or give."""
    shared = source.kinds & target.kinds
    is_open = _is_open(target, "dependsOn") or _is_open(source, "path")
    if not shared or not source.kinds | target.kinds <= _FLEETS or is_open:
        return UNKNOWN
    holder = next(known for known, one in target.each() if one.kind in shared)
    return Evidence(verdict=FlowVerdict.NONE, edge="dependsOn", holder=holder, other=source.named[0])


def _of_jobs(source: Members, target: Members) -> Evidence:
    """Jobs of one file wait for each other by ``needs``; those of GitLab by their stages, too."""
    if source.kinds != {"Job"} or target.kinds != {"Job"} or _is_open(target, "needs"):
        return UNKNOWN
    (before, first), (after, second) = next(source.each()), next(target.each())
    stages = {_stage(source, known) for known in (before, after)}
    edges = target.comparison.inventory(after).leaving.get(after.id, ())
    is_ordered = first.family == "gitlab-ci" and len(stages) > 1 and not any(edge.kind == "needs" for edge in edges)
    if first.location.file != second.location.file or is_ordered:
        return UNKNOWN
    return Evidence(verdict=FlowVerdict.NONE, edge="needs", holder=after, other=before)


def _stage(members: Members, known: InventoryEntry) -> str:
    field = members.comparison.inventory(known).fields[known.id].get("stage")
    return str(field.value) if field else "test"


def _of_reference(one: Members, other: Members) -> Evidence:
    """A reference that leads elsewhere, or nowhere; unknown where the object has none."""
    for edge, (referred, referring) in _REFERRED.items():
        for there, holder in ((one, other), (other, one)):
            if not (there.named and holder.named and there.kinds <= referred and holder.kinds <= referring):
                continue
            first = holder.named[0]
            said = [
                found
                for found in holder.comparison.inventory(first).leaving.get(first.id, ())
                if found.kind == edge and found.state in {EdgeState.RESOLVED, EdgeState.MISSING}
            ]
            if said:
                actual = said[0].target
                return Evidence(verdict=FlowVerdict.NONE, edge=edge, holder=first, other=there.named[0], actual=actual)
    return UNKNOWN


def _of_children(source: Members, target: Members) -> Evidence:
    """An Application that gives Applications, and not this one."""
    if not (source.kinds <= _APPLICATIONS and target.kinds <= _APPLICATIONS and len(source.named) == 1):
        return UNKNOWN
    parent = source.named[0]
    edges = source.comparison.inventory(parent).leaving.get(parent.id, ())
    inventory = source.comparison.inventory(parent)
    children = [edge for edge in edges if edge.kind == "contains" and edge.target in inventory.objects]
    if any(inventory.objects[edge.target].kind in _APPLICATIONS for edge in children):
        return Evidence(verdict=FlowVerdict.NONE, edge="contains", holder=parent, other=target.named[0])
    return UNKNOWN


def _waits_through_others(source: Members, target: Members) -> bool:
    """Whether the target waits for the source through objects alone that no workflow shows: a picture may leave out."""
    comparison = source.comparison
    waiting, seen = list(target.objects), set(target.objects)
    while waiting:
        known = waiting.pop()
        for edge in comparison.inventory(known).leaving.get(known.id, ()):
            other = InventoryEntry(known.tree, edge.target)
            if edge.kind not in BACKWARD or edge.state is not EdgeState.RESOLVED or other in seen:
                continue
            if other in source.objects:
                return True
            seen.add(other)
            if other not in comparison.bound:
                waiting.append(other)
    return False


def between(source: Members, target: Members) -> Evidence:
    """What the repository says of a flow between objects."""
    there, back = list(_edges(source, target)), list(_edges(target, source))
    strict = FORWARD | BACKWARD
    ordered = [*(one for one in there if one[1].kind in FORWARD), *(one for one in back if one[1].kind in BACKWARD)]
    if ordered or any(edge.kind not in strict for _, edge in (*there, *back)):
        return GIVEN
    turned = [*(one for one in there if one[1].kind in BACKWARD), *(one for one in back if one[1].kind in FORWARD)]
    if turned:
        known, edge = turned[0]
        ends = (known, InventoryEntry(known.tree, edge.target))
        holder, other = ends if edge.kind == "promotes" else ends[::-1]
        return Evidence(verdict=FlowVerdict.TURNED, edge=edge.kind, holder=holder, other=other, place=edge)
    if not source.named or not target.named:
        return UNKNOWN
    if _waits_through_others(source, target):
        return GIVEN
    for ask in (_of_jobs, _ordered, _of_reference, _of_children):
        found = ask(source, target)
        if found.verdict is not FlowVerdict.UNKNOWN:
            return found
    return UNKNOWN
