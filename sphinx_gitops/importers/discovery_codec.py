"""What a repository declares in, the text of a JSON value out, and back, with every line: how a cache keeps it."""

from __future__ import annotations

import json
from typing import Any

from sphinx_gitops.importers.discovery import (
    DiscoveredEdge,
    DiscoveredEnvironment,
    DiscoveredFolder,
    DiscoveredObject,
    Discovery,
    Field,
    Finding,
    GeneratedApplication,
    Judged,
    Location,
    Unverifiable,
    Verdict,
)
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.problems import Severity


def _object(one: DiscoveredObject) -> list[Any]:
    head = [one.id, one.family, one.group, one.kind, one.name, one.namespaces, one.environments, one.location]
    return [*head, one.fields, one.generates, one.unverifiable, one.namespace_location, one.written]


def encode(discovery: Discovery) -> str:
    """The text of everything that has been found."""
    return json.dumps(
        [
            discovery.found,
            discovery.environments,
            [_object(one) for one in discovery.objects],
            discovery.folders,
            [(*one[:4], one.state.value) for one in discovery.edges],
            discovery.unverifiable,
            [(one.code, one.severity.value, one.message, one.location) for one in discovery.problems],
            {code: [(one.verdict.value, *one[1:]) for one in found] for code, found in discovery.judged.items()},
            sorted(discovery.paths),
            sorted(discovery.deployed),
        ],
        separators=(",", ":"),
    )


def _decoded_object(value: list[Any]) -> DiscoveredObject:
    identity, family, group, kind, name, namespaces, environments, location, fields, generates, *rest = value
    unverifiable, namespace_location, written = rest
    return DiscoveredObject(
        id=identity,
        family=family,
        group=group,
        kind=kind,
        name=name,
        namespaces=tuple(namespaces),
        environments=tuple(environments),
        location=Location(*location),
        namespace_location=Location(*namespace_location) if namespace_location else None,
        fields=tuple([Field(field, text, Location(*at)) for field, text, at in fields]),
        generates=None if generates is None else tuple(GeneratedApplication(*one) for one in generates),
        unverifiable=tuple(unverifiable),
        written=written,
    )


def decode(text: str) -> Discovery:
    """What the text says. Raises ValueError or TypeError where it is none that :func:`encode` has made."""
    found, environments, objects, folders, edges, unverifiable, problems, judged, every, deployed = json.loads(text)
    states, severities = {one.value: one for one in EdgeState}, {one.value: one for one in Severity}
    verdicts = {one.value: one for one in Verdict}
    return Discovery(
        found=found,
        environments=tuple(DiscoveredEnvironment(name, tier, tuple(paths)) for name, tier, paths in environments),
        objects=tuple([_decoded_object(one) for one in objects]),
        folders=tuple(DiscoveredFolder(path, Location(*at), tuple(own), space) for path, at, own, space in folders),
        edges=tuple(
            [DiscoveredEdge(kind, near, far, Location(*at), states[state]) for kind, near, far, at, state in edges]
        ),
        unverifiable=tuple(
            Unverifiable(name, field, said, why, Location(*at)) for name, field, said, why, at in unverifiable
        ),
        problems=tuple(Finding(code, severities[level], said, Location(*at)) for code, level, said, at in problems),
        judged={
            code: tuple([Judged(verdicts[said], name, Location(*at), message) for said, name, at, message in places])
            for code, places in judged.items()
        },
        paths=frozenset(every),
        deployed=frozenset(deployed),
    )
