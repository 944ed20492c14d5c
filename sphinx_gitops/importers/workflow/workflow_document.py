"""What a repository declares in, its workflow as one document out, with the manifest that each part of it is from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sphinx_gitops.importers.discovery import Discovery, Location
from sphinx_gitops.importers.workflow.composing import composed
from sphinx_gitops.importers.workflow.draft import Draft, ManifestEntry, uncounted
from sphinx_gitops.importers.workflow.flows import DraftFlow
from sphinx_gitops.importers.workflow.naming import Ids, id_of, one_line

KeyPath: TypeAlias = "tuple[str | int, ...]"
"""The keys and numbers that lead to a value."""

_STAGES = {"source": "Source", "ci": "Continuous Integration", "cd": "Continuous Delivery", "platform": "Platform"}


def _bound(one: ManifestEntry) -> str | dict[str, Any]:
    return {"object": one.object, **dict(one.values)} if one.values else one.object


def _manifest(bound: Sequence[ManifestEntry]) -> Any:
    found = [_bound(one) for one in bound]
    return found[0] if len(found) == 1 else found


def _told_apart(places: Sequence[str]) -> list[str]:
    """What tells folders apart: their parts without those that all begin or end with."""
    parts = [place.split("/") for place in places]
    shortest = min(map(len, parts))
    first = next((at for at in range(shortest) if len({one[at] for one in parts}) > 1), shortest)
    room = shortest - first
    last = next((at for at in range(room) if len({one[-1 - at] for one in parts}) > 1), room)
    return ["/".join(one[first : len(one) - last]) for one in parts]


def _drawn_groups(drafts: Sequence[Draft]) -> list[str]:
    """The group that each component is drawn in: none where it would be alone in it, or all of its stage with it."""
    groups = Counter((one.stage, one.group) for one in drafts)
    stages = Counter(one.stage for one in drafts)
    sizes = [groups[one.stage, one.group] for one in drafts]
    return [
        one.group if (size > 1 or one.is_tiered) and size < stages[one.stage] else ""
        for one, size in zip(drafts, sizes, strict=True)
    ]


def _marked(title: str, word: str) -> str:
    """A title with what tells it from another, before its number."""
    name = uncounted(title)
    return f"{name} ({word}){title[len(name) :]}" if word else title


def _titles(drafts: Sequence[Draft]) -> list[str]:
    """What each component is called; several of one title in one box also say what tells them apart."""
    titles, groups = [one.title for one in drafts], _drawn_groups(drafts)
    for is_told in (False, True):
        boxes: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for at, one in enumerate(drafts):
            boxes[one.stage, groups[at], titles[at] if is_told else uncounted(titles[at])].append(at)
        for same in (some for some in boxes.values() if len(some) > 1):
            words = _told_apart([drafts[at].place for at in same]) if is_told else [drafts[at].more for at in same]
            for at, word in zip(same, words, strict=True):
                titles[at] = _marked(drafts[at].title, word) if word else titles[at]
    return [one_line(title) for title in titles]


def _component(one: Draft, title: str) -> dict[str, Any]:
    found: dict[str, Any] = {"title": title, "kind": one.kind}
    if one.tier:
        found["tier"] = one.tier
    found["manifest"] = _manifest(one.bound)
    return found


def _stages(drafts: Sequence[Draft], ids: Sequence[str], taken: Ids) -> tuple[dict[str, Any], list[KeyPath]]:
    """The stages with their groups, and where each component is in them; a group of one component is none."""
    titles, paths = _titles(drafts), []
    drawn = _drawn_groups(drafts)
    groups: dict[tuple[str, str], tuple[str, dict[str, Any]]] = {}
    stages: dict[str, Any] = {}
    for at, one in enumerate(drafts):
        stage = stages.setdefault(one.stage, {"title": _STAGES[one.stage], "kind": one.stage})
        box: dict[str, Any] = stage
        path: KeyPath = ("stages", one.stage)
        if drawn[at]:
            key = (one.stage, one.group)
            if key not in groups:
                name = taken.new(one.group, one.stage)
                groups[key] = name, stage.setdefault("groups", {}).setdefault(name, {"title": one_line(one.group)})
            name, box = groups[key]
            path = (*path, "groups", name)
        box.setdefault("components", {})[ids[at]] = _component(one, titles[at])
        paths.append((*path, "components", ids[at]))
    return {name: stages[name] for name in _STAGES if name in stages}, paths


def _flow(flow: DraftFlow, ids: Sequence[str]) -> str:
    return f"{ids[flow.source]} {'==>' if flow.is_promotion else '-->'} {ids[flow.target]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkflowDocument:
    """A workflow as YAML has it, and for its components and flows, by their paths, where they are from."""

    content: dict[str, Any]
    locations: dict[KeyPath, Location]


def _locations(
    paths: Sequence[KeyPath], drafts: Sequence[Draft], flows: Sequence[DraftFlow], discovery: Discovery
) -> Iterator[tuple[KeyPath, Location]]:
    """The first manifest that a component stands for; of a flow the reference, else the reconciler at its start."""
    known = {one.id: one.location for one in discovery.objects}
    own = [min((known[member] for member in one.members if member in known), default=None) for one in drafts]
    holders = {member: at for at, one in enumerate(drafts) for member in one.members}
    said: dict[frozenset[int], Location] = {}
    for edge in discovery.edges:
        if edge.source in holders and edge.target in holders:
            said.setdefault(frozenset((holders[edge.source], holders[edge.target])), edge.location)
    found = [*zip(paths, own, strict=True)]
    for number, flow in enumerate(flows):
        location = said.get(frozenset(flow[:2])) or own[flow.source] or own[flow.target]
        found.append((("flows", number), location))
    return ((path, location) for path, location in found if location is not None)


def _ids(drafts: Sequence[Draft], taken: Ids) -> list[str]:
    """The id of each component; which of two gets the short one does not hang on where they are drawn."""
    reconcilers = [at for at, one in enumerate(drafts) if one.kind == "reconciler"]
    first = reconcilers[0] if reconcilers else len(drafts)
    reconcilers.sort(key=lambda at: drafts[at].members)
    found: dict[int, str] = {}
    for at in (*range(first), *reconcilers, *range(first, len(drafts))):
        if at not in found:
            one = drafts[at]
            found[at] = taken.new(one.word or one.title, one.group if one.group != one.title else "", one.more)
    return [found[at] for at in range(len(drafts))]


def workflow_document(discovery: Discovery, name: str, path: str) -> WorkflowDocument:
    """The workflow of a repository called *name*, whose manifests are at *path*."""
    drafts, flows = composed(discovery, name)
    taken = Ids(*_STAGES)
    ids = _ids(drafts, taken)
    title = one_line(f"{name} delivery")
    stages, paths = _stages(drafts, ids, taken)
    content: dict[str, Any] = {
        "id": id_of(title.replace(".", "-").lower()).replace(".", "-"),
        "title": title,
        "manifests": [path],
        "stages": stages,
    }
    if flows:
        content["flows"] = [_flow(flow, ids) for flow in flows]
    return WorkflowDocument(content=content, locations=dict(_locations(paths, drafts, flows, discovery)))
