"""Distances of a layout, in px: what stands how far from what."""

from __future__ import annotations

NODE_GAP = 20
"""Between neighbours in a row."""
ARROW_GAP = 34
"""Between neighbours in a row with an arrow from one to the other."""
SIDE_LABEL = 14
"""What a label over such an arrow leaves free of its length."""
PAD = 14
"""From a box's side to a component."""
NEST = 10
"""From a box's side to the side of a box inside it."""
SIBLING = 14
"""From a box's side to that of the box beside it."""
ONE_LINE = 26
"""The height up to which such a label stands over its arrow."""
ON_LINE = 44
"""What a label on such an arrow leaves free of its length."""
EMPTY = 40
"""The inner width of a box without components."""
LEG = 10
"""Between two arrows side by side."""
LEG_WALL = 12
"""From an arrow to a box's side."""
LEG_NODE = 12
"""From an arrow to a component that it passes."""
LABEL_GAP = 8
"""From a label to an arrow or another label beside it."""
PORT = 14
"""Between two arrows at one side of a component, where there is room."""
INSET = 14
"""From the corner of a component to an arrow that ends there."""
TITLE_INSET = 10
"""From the corner of a box to its title, both ways."""
TITLE_TOP = 7
"""From the upper side of a box to the row of its title."""
TITLE_LEG = 12
"""From a title to an arrow that enters its box."""
PAIR = 6
"""From the middle of two neighbours to each of two arrows between them."""
CLEAR = 2
"""From an arrow along a row to the label over it."""
TRACK = 9
"""Between two runs of arrows across the way of the rest."""
RUN_NODE = 11
"""From the lower side of a component to a run."""
RUN_HEAD = 18
"""From a run to the upper side of a component, where an arrow's head stands."""
RUN_WALL = 8
"""From a run to a box's side or a title."""
ROW_GAP = 26
"""Between rows with an arrow from one to the other."""
LOOSE_GAP = 16
"""Between rows without arrows between them."""
TITLE_GAP = 8
"""From the title's row to what stands below it."""
BOTTOM = 12
"""From a box's lower side to what it holds."""
STAGE_GAP = 16
"""Between stages."""
GROUP_GAP = 12
"""Between groups below one another."""
