"""What one workflow changes of another, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sphinx_gitops.problems import Span


class Action(Enum):
    """What happens to a part, a flow, or one field of it."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    CHANGED = "changed"
    TURNED = "turned"


class ChangeSubject(Enum):
    """What something happens to."""

    WORKFLOW = "workflow"
    STAGE = "stage"
    GROUP = "group"
    COMPONENT = "component"
    FLOW = "flow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: of a whole part or flow, or of its ``field`` from ``before`` to ``after``.

    ``id`` is that of the new workflow, of a removed part that of the old; a flow's is ``SOURCE --> TARGET``. ``title``
    is what readers know it by. ``old`` and ``new`` are its places, None where it is not there.
    """

    action: Action
    what: ChangeSubject
    id: str
    title: str = ""
    field: str = ""
    before: str = ""
    after: str = ""
    old: Span | None = None
    new: Span | None = None
