"""Down the page or across it, where a writer says nothing: across for a short chain that fits a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sphinx_gitops.model import Direction
from sphinx_gitops.scene import Box, Edge

_PAGE = 760.0
"""How wide a picture may be, in px: common themes give a page that much, or shrink it a little."""
_LETTER, _LINE = 7.6, 140.0
"""How wide a letter is on average, and how wide a line becomes before it breaks, in px."""
_NODE, _BOX, _LABEL = 36.0, 36.0, 20.0
"""What an outline and its arrow, a stage's two rims, and a label's blanks add, in px."""


def _text(words: str) -> float:
    """How wide words are, about."""
    longest = max((len(word) for word in words.split()), default=0)
    return max(min(len(words) * _LETTER, _LINE), longest * _LETTER)


def _chain(keys: Sequence[str], edges: Sequence[Edge]) -> bool:
    """Whether the arrows lead from one thing to the next, through all of *keys* and nothing else, in their order."""
    return [(edge.source, edge.target) for edge in edges] == list(pairwise(keys))


def natural(boxes: Sequence[Box], edges: Sequence[Edge]) -> Direction:
    """LR for a chain without groups whose width, as estimated from its words, fits a page; else TB."""
    nodes = [node for box in boxes for node in box.nodes]
    if len(nodes) < 2 or any(box.boxes for box in boxes) or not _chain([node.key for node in nodes], edges):
        return Direction.TB
    wide = sum(_text(node.title) + (15 if node.mark else 0) + _NODE for node in nodes)
    wide += sum(_text(edge.words) + _LABEL for edge in edges if edge.words) + len(boxes) * _BOX
    return Direction.LR if wide <= _PAGE else Direction.TB
