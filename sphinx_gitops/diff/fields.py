"""A part, a flow or a workflow in, its fields with their values as text out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sphinx_gitops.model import Component, Flow, Group, Part, Stage, Workflow


def _listed(values: Iterable[str]) -> str:
    return ", ".join(values)


def _pairs(values: Iterable[tuple[str, str]]) -> str:
    return _listed(f"{name}: {value}" for name, value in values)


def _manifest(part: Part) -> dict[str, str]:
    """What it documents, and each value that is held."""
    held = {
        f"{value.field} of {binding.object}": value.value for binding in part.bindings for value in binding.expected
    }
    return {"manifest": part.manifest, **held}


def _box(part: Part) -> dict[str, str]:
    direction = part.direction if isinstance(part, Group) else None
    return {"direction": direction.value if direction else ""}


def _component(part: Component) -> dict[str, str]:
    return {
        "tier": part.tier.value if part.tier else "",
        "url": part.url,
        "links": _pairs(part.links),
        "doc": part.doc,
        "owner": part.owner,
    }


def part_fields(part: Part) -> Mapping[str, str]:
    """The fields of a part but its id, its place and what is in it; empty texts for what it has not."""
    mark = "none" if part.no_mark else part.mark.value if part.mark else ""
    own = _component(part) if isinstance(part, Component) else _box(part)
    return {
        "title": part.title,
        "subtitle": part.subtitle,
        "note": part.note,
        "kind": part.kind if isinstance(part, (Component, Stage)) else "",
        "class": part.colour,
        "mark": mark,
        "description": part.description,
        **own,
        "tags": _listed(part.tags),
        "waive": _pairs(part.waive),
        **_manifest(part),
    }


def flow_fields(flow: Flow) -> Mapping[str, str]:
    """The fields of a flow but its ends."""
    return {
        "kind": flow.kind.value,
        "label": flow.label,
        "description": flow.description,
        "url": flow.url,
        "doc": flow.doc,
        "waive": _pairs(flow.waive),
    }


def workflow_fields(workflow: Workflow) -> Mapping[str, str]:
    """The fields of a workflow but its parts and flows."""
    styles = {
        f"style of {style.name}": _listed(
            f"{side[0]} {side[1]} {side[2]}".strip() for side in (style.light, style.dark)
        )
        for style in workflow.styles
    }
    return {
        "id": workflow.id,
        "title": workflow.title,
        "description": workflow.description,
        "direction": workflow.direction.value if workflow.direction else "",
        "manifests": _listed(workflow.manifests),
        "waive": _pairs(workflow.waive),
        **styles,
    }
