"""The planted tree in, rows across the whole picture out: boxes side by side share their rows.

Rows are of three kinds; where boxes stand beside each other, rows of titles are aligned with rows of titles and rows of
components with rows of components, so that neighbours have one baseline.
"""

from __future__ import annotations

from typing import TypeAlias

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, RowContent, Shelf

Entry: TypeAlias = "Cell | tuple[Frame, bool]"
"""What a row holds from left to right: cells, and where a frame opens (True) and closes."""


def align(frame: Frame) -> list[RowContent]:
    """Give all frames beside each other inside *frame* the same rows; the kinds of the rows of *frame* itself."""
    found: list[RowContent] = []
    for shelf in frame.shelves:
        inner = [item for item in shelf.items if isinstance(item, Frame)]
        found += _aligned(inner) if inner else [shelf.kind]
    return found


def _aligned(frames: list[Frame]) -> list[RowContent]:
    patterns = [align(frame) for frame in frames]
    if len(frames) == 1:
        return patterns[0]
    at = [0] * len(frames)
    found: list[RowContent] = []
    while any(place < len(pattern) for place, pattern in zip(at, patterns, strict=True)):
        titles = [
            place < len(pattern) and pattern[place] is RowContent.TITLE
            for place, pattern in zip(at, patterns, strict=True)
        ]
        for number, frame in enumerate(frames):
            if (any(titles) and not titles[number]) or at[number] >= len(patterns[number]):
                insert_row(frame, at[number])
                patterns[number].insert(at[number], RowContent.BLANK)
            at[number] += 1
        found.append(RowContent.TITLE if any(titles) else RowContent.NODES)
    return found


def height_of(shelf: Shelf) -> int:
    """How many rows a shelf takes."""
    inner = [item for item in shelf.items if isinstance(item, Frame)]
    return sum(height_of(one) for one in inner[0].shelves) if inner else 1


def insert_row(frame: Frame, at: int, inside: Frame | None = None) -> Shelf:
    """Put a row without components before the row *at* of a frame, counted from its own first; one of its shelves.

    Where boxes end or begin there, the row stands between them, unless it is to stand *inside* one of them.
    """
    start = 0
    around = set(inside.ancestors()) if inside is not None and inside is not frame else None
    for number, shelf in enumerate(frame.shelves):
        tall = height_of(shelf)
        inner = [item for item in shelf.items if isinstance(item, Frame)]
        holds = around is not None and any(item in around for item in inner)
        if holds if around is not None else start < at < start + tall:
            made = [insert_row(item, at - start, inside if around and item in around else None) for item in inner]
            return next((one for one, item in zip(made, inner, strict=True) if around and item in around), made[0])
        if around is None and at == start:
            row = Shelf(RowContent.BLANK)
            frame.shelves.insert(number, row)
            return row
        start += tall
    row = Shelf(RowContent.BLANK)
    frame.shelves.append(row)
    return row


def number_rows(frame: Frame, first: int = 0) -> int:
    """Tell every frame, shelf and cell its rows; the row after the last."""
    row = frame.first = first
    frame.shelf_of_row = []
    for shelf in frame.shelves:
        shelf.first = row
        after = row + 1
        for item in shelf.items:
            if isinstance(item, Frame):
                after = number_rows(item, row)
            else:
                item.first = item.last = row
        shelf.last = after - 1
        frame.shelf_of_row += [shelf] * (after - row)
        row = after
    frame.last = row - 1
    return row


def flatten(frame: Frame) -> list[list[Entry]]:
    """Each row of a frame from left to right."""
    rows: list[list[Entry]] = [[] for _ in range(frame.last - frame.first + 1)]
    _flatten(frame, rows, frame.first)
    return rows


def _flatten(frame: Frame, rows: list[list[Entry]], base: int) -> None:
    for shelf in frame.shelves:
        for item in shelf.items:
            if isinstance(item, Cell):
                for row in range(item.first, item.last + 1):
                    rows[row - base].append(item)
                continue
            if item.framed:
                for row in range(item.first, item.last + 1):
                    rows[row - base].append((item, True))
            _flatten(item, rows, base)
            if item.framed:
                for row in range(item.first, item.last + 1):
                    rows[row - base].append((item, False))
