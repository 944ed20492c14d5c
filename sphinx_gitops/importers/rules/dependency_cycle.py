"""Dependencies in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sphinx_gitops.importers.discovery import DiscoveredEdge, Judged, Verdict
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.rules.manifest_rule import ManifestRule, Manifests
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile


def _check(manifests: Manifests) -> Iterator[Judged]:
    """Each circle, once, at the edge that closes it; an edge to what the files do not say may close one."""
    following: dict[str, list[DiscoveredEdge]] = defaultdict(list)
    for edge in manifests.edges:
        if edge.kind == "dependsOn" and edge.state is EdgeState.RESOLVED:
            following[edge.source].append(edge)
        elif edge.kind == "dependsOn" and edge.state is EdgeState.UNVERIFIABLE:
            message = f"what {edge.source} waits for, {edge.target}, is not known from the files"
            yield Judged(Verdict.UNVERIFIABLE, edge.source, edge.location, message)
    done: set[str] = set()
    for start in sorted(following):
        yield from _walk(start, following, done)


def _walk(start: str, following: dict[str, list[DiscoveredEdge]], done: set[str]) -> Iterator[Judged]:
    """Every edge that a walk from *start* meets; what is done is not walked again."""
    if start in done:
        return
    way = {start: None}
    waiting = [iter(following.get(start, ()))]
    while waiting:
        edge = next(waiting[-1], None)
        if edge is None:
            waiting.pop()
            done.add(way.popitem()[0])
        elif edge.target in way:
            names = list(way)
            circle = " waits for ".join([*names[names.index(edge.target) :], edge.target])
            message = f"{circle}: none of them ever starts; remove one of these dependencies"
            yield Judged(Verdict.BROKEN, edge.source, edge.location, message)
        else:
            yield Judged(Verdict.KEPT, edge.source, edge.location, f"{edge.source} waits for {edge.target}")
            if edge.target not in done:
                way[edge.target] = None
                waiting.append(iter(following.get(edge.target, ())))


RULE = ManifestRule(
    code="dependency-cycle",
    severity=Severity.ERROR,
    profile=Profile.MINIMAL,
    message="Reconcilers wait for each other.",
    requirement="No reconcilers wait for each other in a circle.",
    explanation=(
        "Flux starts a Kustomization or a HelmRelease when all that its dependsOn names are ready. Where they lead in "
        "a circle, none of them ever starts. The finding is at the dependency that closes the circle."
    ),
    breaks="""\
# clusters/production/apps.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec:
  path: ./apps
  interval: 1h
  prune: true
  sourceRef: {kind: GitRepository, name: flux-system}
  dependsOn: [{name: monitoring}]
# clusters/production/monitoring.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: monitoring, namespace: flux-system}
spec:
  path: ./monitoring
  interval: 1h
  prune: true
  sourceRef: {kind: GitRepository, name: flux-system}
  dependsOn: [{name: apps}]
""",
    keeps="""\
# clusters/production/apps.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec:
  path: ./apps
  interval: 1h
  prune: true
  sourceRef: {kind: GitRepository, name: flux-system}
  dependsOn: [{name: monitoring}]
# clusters/production/monitoring.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: monitoring, namespace: flux-system}
spec:
  path: ./monitoring
  interval: 1h
  prune: true
  sourceRef: {kind: GitRepository, name: flux-system}
""",
    source=(
        "Flux, dependencies of Kustomizations",
        "https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies",
    ),
    check=_check,
)
