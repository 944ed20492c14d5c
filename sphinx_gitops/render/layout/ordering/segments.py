"""The edges between two rows in, which of them cross out."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_gitops.render.layout.ordering.crossings import crossed, tangled


@dataclass(slots=True, eq=False)
class Segments:
    """The pieces of edges below a row: their places in the row and in the next, sorted, and how often they cross.

    ``loops`` are the edges that turn there: where they begin and end, and whether that is in the row (0) or the next
    (1). An edge crosses a loop that has one end between those of the loop.
    """

    pairs: list[tuple[int, int]]
    loops: list[tuple[int, int, int]]
    crossings: int
    _tangled: frozenset[tuple[int, int]] | None = None

    def crossed(self, x: int, y: int) -> int:
        """How many of them an edge from *x* to *y* crosses."""
        return crossed(self.pairs, x, y) + self.looped(0, x) + self.looped(1, y)

    def looped(self, side: int, x: int) -> int:
        """How many loops round the row (0) or the next (1) a place lies in."""
        return sum(low < x < high for low, high, other in self.loops if other == side) if self.loops else 0

    @property
    def tangled(self) -> frozenset[tuple[int, int]]:
        """Those of the pieces that cross something."""
        if self._tangled is None:
            found = tangled(self.pairs) if self.crossings else set()
            if self.loops:
                found.update((x, y) for x, y in self.pairs if self.looped(0, x) or self.looped(1, y))
            self._tangled = frozenset(found)
        return self._tangled
