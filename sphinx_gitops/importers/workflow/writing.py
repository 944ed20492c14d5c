"""Components and flows in, the text of a workflow out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import yaml

from sphinx_gitops.importers.discovery import Discovery
from sphinx_gitops.importers.workflow.composing import composed
from sphinx_gitops.importers.workflow.draft import Bound, Draft
from sphinx_gitops.importers.workflow.flows import Flow
from sphinx_gitops.importers.workflow.naming import Ids, id_of, one_line

_STAGES = {"source": "Source", "ci": "Continuous Integration", "cd": "Continuous Delivery", "platform": "Platform"}


def _bound(one: Bound) -> str | dict[str, Any]:
    return {"object": one.object, **dict(one.values)} if one.values else one.object


def _manifest(bound: Sequence[Bound]) -> Any:
    found = [_bound(one) for one in bound]
    return found[0] if len(found) == 1 else found


def _titles(drafts: Sequence[Draft]) -> list[str]:
    """What each component is called; two of one title in one box also say what tells them apart."""
    counted = Counter((one.stage, one.group, one.title) for one in drafts)
    return [
        one_line(
            f"{one.title} ({one.more})" if counted[one.stage, one.group, one.title] > 1 and one.more else one.title
        )
        for one in drafts
    ]


def _component(one: Draft, title: str) -> dict[str, Any]:
    found: dict[str, Any] = {"title": title, "kind": one.kind}
    if one.tier:
        found["tier"] = one.tier
    if one.bound:
        found["manifest"] = _manifest(one.bound)
    return found


def _stages(drafts: Sequence[Draft], ids: Sequence[str], taken: Ids) -> dict[str, Any]:
    """The stages with their groups; a group of one component is none."""
    titles = _titles(drafts)
    sizes = Counter((one.stage, one.group) for one in drafts)
    groups: dict[tuple[str, str], dict[str, Any]] = {}
    stages: dict[str, Any] = {}
    for at, one in enumerate(drafts):
        stage = stages.setdefault(one.stage, {"title": _STAGES[one.stage], "kind": one.stage})
        box = stage
        if one.group and sizes[one.stage, one.group] > 1 and sizes[one.stage, one.group] < _size(drafts, one.stage):
            key = (one.stage, one.group)
            if key not in groups:
                name = taken.new(one.group, one.stage)
                groups[key] = stage.setdefault("groups", {}).setdefault(name, {"title": one_line(one.group)})
            box = groups[key]
        box.setdefault("components", {})[ids[at]] = _component(one, titles[at])
    return {name: stages[name] for name in _STAGES if name in stages}


def _size(drafts: Sequence[Draft], stage: str) -> int:
    return sum(one.stage == stage for one in drafts)


def _flow(flow: Flow, ids: Sequence[str]) -> str:
    return f"{ids[flow.source]} {'==>' if flow.is_promotion else '-->'} {ids[flow.target]}"


def workflow_text(discovery: Discovery, name: str, path: str) -> str:
    """The workflow of a repository called *name*, whose manifests are at *path*."""
    drafts, flows = composed(discovery, name)
    taken = Ids(*_STAGES)
    ids = [taken.new(one.word or one.title, one.group if one.group != one.title else "", one.more) for one in drafts]
    title = one_line(f"{name} delivery")
    document: dict[str, Any] = {
        "id": id_of(title.replace(".", "-").lower()).replace(".", "-"),
        "title": title,
        "manifests": [path],
        "stages": _stages(drafts, ids, taken),
    }
    if flows:
        document["flows"] = [_flow(flow, ids) for flow in flows]
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=1_000_000, default_flow_style=False)
