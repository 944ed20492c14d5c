"""A scene as a tree of frames: a frame has shelves below one another, a shelf has items side by side.

Everything is said for arrows that run down: ``across`` is the axis of a row, ``along`` that of the rows. A layout from
left to right is made by the same functions with the two swapped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeAlias


class RowContent(Enum):
    """What a row holds: the title of a box, components, or only arrows and their labels."""

    TITLE = auto()
    NODES = auto()
    BLANK = auto()


@dataclass(slots=True, eq=False, repr=False)
class Cell:
    """A vertex: a component, or a dummy (Sugiyama et al., 1981) through which an edge passes rows.

    ``left`` and ``right`` are its extents around its own axis; ``most`` is how high it may be in a row of higher ones;
    ``first`` and ``last`` are its rows; ``pin`` keeps it at the right (1) or the left (-1) end of its shelf.
    """

    frame: Frame
    left: int
    right: int
    height: int
    key: str = ""
    edge: int = -1
    first: int = 0
    last: int = 0
    x: int = 0
    number: int = -1
    pin: int = 0
    most: int = 0
    written: int = 0
    after: list[Cell] = field(default_factory=list)
    before: list[Cell] = field(default_factory=list)
    entering: int = 0
    leaving: int = 0

    @property
    def fixed(self) -> bool:
        """Whether it is a component of a box whose own direction runs along its rows: their order is that of flows."""
        return self.frame.column is False and bool(self.key)

    @property
    def width(self) -> int:
        """Its whole extent in its row."""
        return self.left + self.right


@dataclass(slots=True, eq=False, repr=False)
class Shelf:
    """Items beside each other in the rows from ``first`` on."""

    kind: RowContent
    items: list[Item] = field(default_factory=list)
    first: int = 0
    last: int = 0


@dataclass(slots=True, eq=False, repr=False)
class Frame:
    """A box, the whole picture (depth -1), or an unframed part of a box.

    ``caption`` and ``header`` are the width and height of its title; ``column`` says whether its
    chains run along, None leaves that to the layout; ``reverse`` says that they run against the way of the rest.
    """

    key: str
    depth: int
    framed: bool = True
    parent: Frame | None = None
    column: bool | None = None
    reverse: bool = False
    caption: int = 0
    header: int = 0
    frames: list[Frame] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    shelves: list[Shelf] = field(default_factory=list)
    shelf_of_row: list[Shelf] = field(default_factory=list)
    first: int = 0
    last: int = 0
    x: int = 0
    left: int = 0
    right: int = 0
    written: int = 0

    @property
    def pin(self) -> int:
        """A box stands where it is written."""
        return 0

    @property
    def fixed(self) -> bool:
        """A box stands where it is written."""
        return True

    def ancestors(self) -> list[Frame]:
        """Itself and what it stands in, innermost first."""
        found = [self]
        while (outer := found[-1].parent) is not None:
            found.append(outer)
        return found

    def walk(self) -> Iterator[Frame]:
        """Itself and all frames planted inside it, outermost first."""
        yield self
        for shelf in self.shelves:
            for item in shelf.items:
                if isinstance(item, Frame):
                    yield from item.walk()

    def all_cells(self) -> Iterator[Cell]:
        """Every cell planted inside it."""
        for shelf in self.shelves:
            for item in shelf.items:
                if isinstance(item, Cell):
                    yield item
                else:
                    yield from item.all_cells()


Item: TypeAlias = "Cell | Frame"
