"""The components of a frame in, ways to write them in rows out, the cheapest first.

A chain is broken into lines as Knuth and Plass break a paragraph (1981): by dynamic programming over all breaks, for
few rows first, then few broken edges, then even rows.
"""

from __future__ import annotations

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame
from sphinx_gitops.render.layout.graph.spacing import NODE_GAP, PAD
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.packing.arrangement import Arrangement, leaf, row_width
from sphinx_gitops.render.layout.packing.ranking import chain_order, layers

_SHARES = (1.0, 0.62, 0.4)
_KEPT = 6
_CUT = 8.0
_MANY = 400
"""From so many components on, only the order as written is split."""


def pack(graph: CompoundGraph, frame: Frame, limit: int) -> list[Arrangement]:
    """Ways to arrange a frame of components no wider than *limit* where that can be, the cheapest first."""
    cells = frame.cells
    if not cells:
        return [leaf(graph, frame, [])]
    inner = limit - (2 * PAD if frame.framed else 0) - (0 if graph.down else frame.header)
    seen: set[tuple[tuple[int, ...], ...]] = set()
    found: list[Arrangement] = []
    for tried in _candidates(graph, frame, inner):
        rows = _reversed(graph, frame, tried)
        names = tuple(tuple(cell.written for cell in row) for row in rows)
        if names not in seen:
            seen.add(names)
            found.append(leaf(graph, frame, rows))
    found.sort(key=lambda made: (max(0, made.width - limit), made.cost))
    return found[:_KEPT]


def _candidates(graph: CompoundGraph, frame: Frame, inner: int) -> list[list[list[Cell]]]:
    cells = frame.cells
    if not any(cell.after for cell in cells):
        if frame.column:
            return [[[cell] for cell in cells]]
        return [
            grid(cells, inner),
            *([] if len(cells) > 40 else [grid(cells, int(inner * share)) for share in _SHARES[1:]]),
        ]
    order = chain_order(cells) if len(cells) < _MANY else cells
    widest = max(cell.width for cell in cells)
    tries: list[list[list[Cell]]] = []
    if frame.column is not True:
        shares = _SHARES[:1] if frame.column is False else _SHARES
        tries += [split(graph, order, max(int(inner * share), widest)) for share in shares]
    if frame.column is not False:
        ranked = layers(cells)
        tries.append([row for layer in ranked for row in split(graph, layer, inner)])
        if len(cells) < 9 or frame.column:
            tries.append([[cell] for cell in order])
        if frame.column is None:
            tries.append(_merged(graph, ranked, inner))
    return tries


def _reversed(graph: CompoundGraph, frame: Frame, rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows against their way where the box asks for that."""
    if not frame.reverse:
        return rows
    return rows[::-1] if frame.column else [row[::-1] for row in rows]


def grid(cells: list[Cell], limit: int) -> list[list[Cell]]:
    """Rows and columns for cells without edges, as written, as many columns as fit and as even as may be."""
    many = max(1, (limit + NODE_GAP) // (min(cell.width for cell in cells) + NODE_GAP))
    for columns in range(min(many, len(cells)), 1, -1):
        rows = -(-len(cells) // columns)
        even = -(-len(cells) // rows)
        wide = sum(max(cell.width for cell in cells[k::even]) for k in range(even)) + NODE_GAP * (even - 1)
        if wide <= limit:
            return [cells[start : start + even] for start in range(0, len(cells), even)]
    return [[cell] for cell in cells]


def split(graph: CompoundGraph, order: list[Cell], limit: int) -> list[list[Cell]]:
    """Rows no wider than *limit* in the given order: few, breaking few edges, even.

    Deep inside groups nothing of the width may be left (*limit* 0 or less): each cell has a row then.
    """
    limit = max(limit, 1)
    count = len(order)
    if row_width(graph, order) <= limit:
        return [order]
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, count + 1):
        wide = -NODE_GAP
        found: tuple[int, float, int] | None = None
        for start in range(end - 1, -1, -1):
            gap = (graph.gap(order[start], order[start + 1]) or NODE_GAP) if start + 1 < end else NODE_GAP
            wide += order[start].width + gap
            if wide > limit and end - start > 1:
                break
            rows, cost, _ = best[start]
            cut = _CUT if start and graph.gap(order[start - 1], order[start]) else 0.0
            made = (rows + 1, cost + cut + ((limit - wide) / limit) ** 2, start)
            if found is None or made < found:
                found = made
        assert found is not None
        best.append(found)
    rows_: list[list[Cell]] = []
    end = count
    while end:
        start = best[end][2]
        rows_.append(order[start:end])
        end = start
    return rows_[::-1]


def _merged(graph: CompoundGraph, ranked: list[list[Cell]], inner: int) -> list[list[Cell]]:
    """Layers of which one that goes on alone from the last of the layer before stands beside that."""
    rows: list[list[Cell]] = []
    for layer in ranked:
        alone = len(layer) == 1 and rows and layer[0] in rows[-1][-1].after
        if alone and row_width(graph, [*rows[-1], *layer]) <= inner:
            rows[-1] = [*rows[-1], *layer]
        else:
            rows += split(graph, layer, inner)
    return rows
