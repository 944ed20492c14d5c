"""What one directive asks of its diagram: every option that the transforms read, frozen when the directive has run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_gitops.ext.config_values import WIDTH
from sphinx_gitops.model import Direction
from sphinx_gitops.problems import Span
from sphinx_gitops.scene import Swatch
from sphinx_gitops.view import Selection

if TYPE_CHECKING:
    from sphinx_gitops.status import NamedSnapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineModes:
    """The forms of a text version: ``html`` is open, collapsed or none, ``paper`` is open, short or none."""

    html: str = "collapsed"
    paper: str = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagramRequest:
    """The request of a diagram's placeholder.

    ``key`` is shared with the placeholder of its outline, and is unique in the project. ``view`` is the name of a
    workflow that is defined elsewhere, which is looked up once every document has been read, and ``neighbourhood`` the
    full name of the component whose neighbours a view shows. ``fit`` is the width in px to lay the picture out for.
    ``anchored`` is true where the outline's entries have the anchors of the workflow, ``entries`` where the general
    index is to list its parts, and ``registered`` where the domain is to have the workflow from this directive, at
    ``span``; ``styles`` is its CSS class with the colours of that. ``statuses`` are the snapshots of a view.
    ``highlight`` says that broken rules are shown, ``numbered`` that flows have numbers.
    """

    key: str
    view: str = ""
    neighbourhood: str = ""
    direction: Direction | None = None
    selection: Selection = field(default_factory=Selection)
    depth: int | None = None
    config: Mapping[str, object] = field(default_factory=dict)
    legend: str = "below"
    outline: OutlineModes = field(default_factory=OutlineModes)
    show_source: bool = False
    width: str = ""
    fit: int = WIDTH
    alt: str = ""
    anchored: bool = False
    entries: bool = False
    registered: bool = False
    span: Span
    styles: tuple[str, Mapping[str, Swatch]] | None = None
    statuses: tuple[NamedSnapshot, ...] = ()
    highlight: bool = False
    numbered: bool = False

    @property
    def indexed(self) -> bool:
        """Whether the general index lists the parts here."""
        return self.anchored and self.entries

    @property
    def linked(self) -> bool:
        """Whether the parts of the picture are links."""
        return self.anchored or bool(self.view)
