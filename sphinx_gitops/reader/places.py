"""What is in a workflow, by id: which names its flows may end at, and what a name that is no id may mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sphinx_gitops.format import ID, is_foreign
from sphinx_gitops.problems import Span
from sphinx_gitops.reader.diagnostics import Diagnostics
from sphinx_gitops.suggest import FEW, there_are, titled
from sphinx_gitops.yamltree.errors import shortened


@dataclass(frozen=True, slots=True)
class KnownIds:
    """The ids of the workflow: each with the ids of the boxes around it, and those that a template's user removed.

    ``titles`` has what each id is called; ``incomplete`` says that a file of the workflow could not be read, so that
    nothing can be said of an id that is not there; ``generated`` are the files of the flows that the body starts from.
    """

    around: Mapping[str, tuple[str, ...]]
    removed: frozenset[str]
    titles: Mapping[str, str] = field(default_factory=dict)
    incomplete: bool = False
    generated: frozenset[str] = frozenset()
    workflow: str = ""

    def own(self, name: str) -> str:
        """The id in a full name of this very workflow; any other name as it is."""
        if name in self.around:
            return name
        workflow, _, inside = name.partition(".")
        return inside if workflow == self.workflow and inside in self.around else name

    def foreign(self, name: str) -> bool:
        """Whether a name can be a full one in another workflow: known only when all workflows are read.

        A box and something of this workflow with a dot between is rather a slip.
        """
        first, _, inside = name.partition(".")
        slip = first == self.workflow or (first in self.around and inside in self.around)
        return is_foreign(name) and not slip

    def inside(self, name: str) -> str:
        """What a name means without this workflow's id, or without the box that is named before it."""
        first, _, inside = name.partition(".")
        return inside if first == self.workflow or inside in self.around else name

    def quiet(self, name: str, span: Span) -> bool:
        """Whether a missing end is the template's, removed on purpose, or of a file that could not be read."""
        return self.incomplete or (name in self.removed and span.source in self.generated)

    def remedy(self, name: str, diagnostics: Diagnostics) -> str:
        """What to write instead of a name that is no id: what may be meant, which ids there are, or what to add."""
        meant = self.inside(name)
        hint = diagnostics.near(meant, self.around) or self.titled(meant, diagnostics)
        if not hint and ":" in name:
            return "; what is in another project is written PROJECT:WORKFLOW.ID"
        if not hint and len(self.around) > FEW and ID.fullmatch(meant):
            return f"; add a component {shortened(meant)}, or write one of the {len(self.around):,} ids that there are"
        return hint or there_are(self.around)

    def titled(self, name: str, diagnostics: Diagnostics) -> str:
        """A hint for a title that is written where an id is meant; the empty string where *name* is none."""
        if not diagnostics.compares(len(self.titles)):
            return ""
        return titled(name, self.titles)

    def title_in(self, text: str, diagnostics: Diagnostics) -> str:
        """A hint for a flow in which a title is written where an id is meant."""
        if not diagnostics.compares(len(self.titles)):
            return ""
        words = text.lower()
        found = [own for own, title in self.titles.items() if " " in title and title.lower() in words]
        if not found:
            return ""
        own = max(found, key=lambda name: len(self.titles[name]))
        return f"; a flow names ids: write {own!r} for {self.titles[own]!r}"
