"""What one directive asks of its diagram: every option that the transforms read, frozen when the directive has run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sphinx_gitops.model import Direction
from sphinx_gitops.view import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagramRequest:
    """The request of a diagram's placeholder.

    ``key`` is shared with the placeholder of its outline, and is unique in the project. ``view`` is the name of a
    workflow that is defined elsewhere, which is looked up once every document has been read, and ``neighbourhood`` the
    full name of the component whose neighbours a view shows. ``anchored`` is true where the outline's entries have the
    anchors of the workflow, ``indexed`` where the general index lists its parts, and ``registered`` where the domain
    has the workflow from this directive.
    """

    key: str
    view: str = ""
    neighbourhood: str = ""
    direction: Direction | None = None
    selection: Selection = field(default_factory=Selection)
    depth: int | None = None
    config: Mapping[str, object] = field(default_factory=dict)
    legend: str = "below"
    outline: str = "collapsed"
    show_source: bool = False
    width: str = ""
    alt: str = ""
    anchored: bool = False
    indexed: bool = False
    registered: bool = False

    @property
    def linked(self) -> bool:
        """Whether the parts of the picture are links."""
        return self.anchored or bool(self.view)
