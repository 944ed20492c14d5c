"""A diagram in, an id that a workflow may have for each node and box out; two never share one."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_gitops.format import ID
from sphinx_gitops.importers.diagrams.diagram import Diagram, DiagramBox
from sphinx_gitops.importers.workflow.naming import Ids

_LONGEST = 200


def is_legal(name: str) -> bool:
    """Whether a workflow may have an id."""
    return len(name) <= _LONGEST and ID.fullmatch(name)


class LegalIds:
    """The ids of a diagram: legal ones are kept, others are made legal."""

    def __init__(self, diagram: Diagram) -> None:
        parts = (*diagram.boxes, *diagram.nodes)
        kept = [one.id for one in parts if is_legal(one.id) and not (isinstance(one, DiagramBox) and not one.is_named)]
        self._taken = Ids(*kept)
        self._new: dict[str, str] = dict(zip(kept, kept, strict=True))
        for one in parts:
            if one.id not in self._new:
                is_unnamed = isinstance(one, DiagramBox) and not one.is_named
                self._new[one.id] = self._taken.new(one.lines[0] if is_unnamed and one.lines else one.id)

    @property
    def by_name(self) -> Mapping[str, str]:
        """The id of each node and box, by the id that the diagram has."""
        return self._new

    def further(self, word: str) -> str:
        """An id for something that the diagram has not."""
        return self._taken.new(word)
