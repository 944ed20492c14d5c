"""A resolved diagram in, what of its picture shows each part of its workflow out: links lead from one to the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sphinx_gitops.ext.drawing.resolved_diagram import ResolvedDiagram
from sphinx_gitops.model import Group
from sphinx_gitops.render.painting.emphasis import numbers
from sphinx_gitops.render.text_fitting.notes import annotated


@dataclass(frozen=True, slots=True)
class InPicture:
    """The anchor of a part in a picture, and the class by which the style sheet rings it there; empty for none."""

    anchor: str
    name: str


def _shown(group: Group, drawn: Mapping[str, InPicture], around: InPicture | None) -> Iterator[tuple[str, InPicture]]:
    """The parts of a group with what shows them: themselves, or the box around them that is drawn as one."""
    own = drawn.get(group.id, around)
    for part in (group, *group.components):
        found = drawn.get(part.id, own)
        if found:
            yield part.id, found
    for inner in group.groups:
        yield from _shown(inner, drawn, own)


def in_picture(diagram: ResolvedDiagram) -> dict[str, InPicture]:
    """What shows each part of a workflow, by its id; of a view nothing, for its parts have their anchors elsewhere."""
    if not diagram.request.anchored:
        return {}
    scene = diagram.scene
    known = numbers(annotated(scene))
    led = [(node.key, node.id) for node in scene.all_nodes() if node.leads]
    led += [(box.key, box.id) for box in scene.all_boxes()]
    drawn = {
        name: InPicture(diagram.picture_anchor(name), f"gitops-n-{known[key]}" if key in known else "")
        for key, name in led
    }
    return {name: found for stage in diagram.workflow.stages for name, found in _shown(stage, drawn, None)}
