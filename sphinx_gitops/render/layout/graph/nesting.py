"""The two ends of an edge in, the frames around each up to the innermost that holds both out.

Where rows lie is left to the arrangement; which frames are nested in which is the same for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item


@dataclass(slots=True, eq=False)
class Nesting:
    """The frames around the ends of an edge.

    ``common`` is the innermost frame that holds both, ``children`` what it holds of each: the end itself or a frame
    around it; ``around`` has the frames around each inside ``common``, innermost first.
    """

    ends: tuple[Item, Item]
    common: Frame
    children: tuple[Item, Item]
    around: tuple[list[Frame], list[Frame]]

    def within(self, item: Item) -> list[Frame]:
        """The frames around an end."""
        return self.around[item is not self.ends[0]]

    def child(self, item: Item) -> Item:
        """What the common frame holds of an end."""
        return self.children[item is not self.ends[0]]

    def frame_at(self, row: int, upper: Item) -> Frame:
        """The frame that an edge passes a row in between its ends, of which *upper* is the upper one.

        It is a frame around the upper end until that ends, then one around the lower end from its title on.
        """
        above, below = self.around if upper is self.ends[0] else self.around[::-1]
        for frame in above:
            if frame.last >= row:
                return frame
        for frame in below:
            if frame.first <= row:
                return frame
        return self.common


def frame_of(item: Item) -> Frame:
    """The frame that an item stands in."""
    if isinstance(item, Cell):
        return item.frame
    return item.parent or item


def nesting(one: Item, other: Item) -> Nesting:
    """The frames around two ends; where one of them is a frame around the other, that is what they have in common."""
    if one is other:
        return Nesting((one, other), frame_of(one), (one, other), ([], []))
    frames, others = _frames(one), _frames(other)
    known = set(frames)
    common = next(frame for frame in others if frame in known)
    if common is one or common is other:
        return Nesting((one, other), common, (one, other), ([], []))
    first, second = _below(frames, common), _below(others, common)
    around = ([frame for frame in first if frame is not one], [frame for frame in second if frame is not other])
    return Nesting((one, other), common, (first[-1] if first else one, second[-1] if second else other), around)


def _below(frames: list[Frame], common: Frame) -> list[Frame]:
    """Those of some frames, innermost first, that stand in another of them."""
    return frames[: frames.index(common)]


def _frames(item: Item) -> list[Frame]:
    """The frames around an item, innermost first; a frame itself before them."""
    return item.ancestors() if isinstance(item, Frame) else item.frame.ancestors()
