"""An arrow along a row with those that pass it in, the middle of its label out: clear of them if there is room."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from sphinx_gitops.render.layout.graph.hierarchy import Cell
from sphinx_gitops.render.layout.graph.rows import Entry
from sphinx_gitops.render.layout.graph.spacing import LABEL_GAP


def label_middle(across: list[int], row: Iterable[Entry], ends: tuple[int, int], wide: int) -> int:
    """The arrow's own middle, or that of its longest free piece, if another arrow would run through the label."""
    left, right = ends
    middle = (left + right) // 2
    passing = sorted(
        (across[entry.number] - entry.left, across[entry.number] + entry.right)
        for entry in row
        if isinstance(entry, Cell) and not entry.key and left < across[entry.number] < right
    )
    reach = wide // 2 + LABEL_GAP
    if not any(start < middle + reach and middle - reach < end for start, end in passing):
        return middle
    free = [(one[1], other[0]) for one, other in pairwise([(left, left), *passing, (right, right)])]
    start, end = max(free, key=lambda piece: (piece[1] - piece[0], -abs(sum(piece) - 2 * middle)))
    return (start + end) // 2
