"""A workflow and its picture in, a warning out for each stage or group whose direction the picture does not keep."""

from __future__ import annotations

from sphinx_gitops.model import Group, Workflow
from sphinx_gitops.problems import Code, Problem, Severity
from sphinx_gitops.render.painting.picture import Picture

_REMEDY = "take it away, turn it, or give the picture more width"


def direction_warnings(workflow: Workflow, picture: Picture) -> list[Problem]:
    """What a writer is to know, at the line of the ``direction``."""
    return [
        Problem(
            code=Code.TURNED,
            message=f"the direction {part.direction.value} of {part.id!r} is not kept for want of room: {_REMEDY}",
            span=part.span_of("direction"),
            severity=Severity.WARNING,
        )
        for part in workflow.parts()
        if isinstance(part, Group) and part.direction and part.id in picture.unkept
    ]
