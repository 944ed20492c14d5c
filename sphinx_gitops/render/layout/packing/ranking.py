"""Components and the edges between them in, orders and layers out.

Layers are those of longest-path ranking (Sugiyama, Tagawa and Toda, 1981; Gansner et al., 1993); a chain order follows
from each component its longest way on, so that a way can be written along a row.
"""

from __future__ import annotations

from sphinx_gitops.render.layout.graph.hierarchy import Cell


def topological(cells: list[Cell]) -> list[Cell]:
    """The cells so that every edge between them leads on, else as written."""
    inside = set(cells)
    fed = {cell: sum(other in inside for other in cell.before) for cell in cells}
    ready = [cell for cell in cells if not fed[cell]]
    for cell in ready:
        for other in cell.after:
            if other in inside:
                fed[other] -= 1
                if not fed[other]:
                    ready.append(other)
    return ready


def chain_order(cells: list[Cell]) -> list[Cell]:
    """The cells in an order that follows the edges from each to its longest way on."""
    inside = set(cells)
    length: dict[Cell, int] = {}
    for cell in reversed(topological(cells)):
        length[cell] = 1 + max((length[other] for other in cell.after if other in inside), default=0)
    fed = {cell: sum(other in inside for other in cell.before) for cell in cells}
    placed: dict[Cell, None] = {}

    def follow(cell: Cell) -> None:
        here: Cell | None = cell
        while here is not None:
            placed[here] = None
            ready = []
            for other in here.after:
                if other in inside:
                    fed[other] -= 1
                    if not fed[other]:
                        ready.append(other)
            here = max(ready, key=length.__getitem__, default=None)

    again = True
    while again:
        again = False
        for cell in cells:
            if cell not in placed and not fed[cell]:
                follow(cell)
                again = True
    return list(placed)


def layers(cells: list[Cell]) -> list[list[Cell]]:
    """The cells by their longest path from a source; those without edges stand where they are fewest."""
    inside = set(cells)
    rank: dict[Cell, int] = {}
    for cell in topological(cells):
        rank[cell] = max((rank[other] + 1 for other in cell.before if other in inside), default=0)
    rows: list[list[Cell]] = [[] for _ in range(max(rank.values(), default=0) + 1)]
    single = []
    for cell in cells:
        if any(other in inside for other in (*cell.after, *cell.before)):
            rows[rank[cell]].append(cell)
        else:
            single.append(cell)
    for cell in single:
        min(rows, key=lambda row: sum(other.width for other in row)).append(cell)
    return [row for row in rows if row]
