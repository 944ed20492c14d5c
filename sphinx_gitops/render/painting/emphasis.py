"""A scene in, which parts of its picture belong to each component and box out: a style sheet fades the others.

Every component and box has a number. A part that stays when a pointer rests on number 3 has 3 among its numbers, so one
rule for each number serves all pictures, without a script or a style of the picture's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sphinx_gitops.scene import Box, Edge, Scene

MOST = 100
"""The style sheet has rules for so many numbers; pictures with more components and boxes do not fade."""
_DIGITS = [str(number) for number in range(MOST)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis:
    """The number of each component and box by its key, and the numbers that each component and arrow stays for."""

    numbers: Mapping[str, int]
    nodes: Mapping[str, frozenset[int]]
    edges: tuple[frozenset[int], ...]

    def number(self, key: str) -> str:
        """The attribute that says which number a component or box has."""
        return f' data-n="{self.numbers[key]}"' if key in self.numbers else ""

    def node(self, key: str) -> str:
        """The attributes of a component: its number, and those that it stays for."""
        return self.number(key) + _near(self.nodes.get(key, frozenset()))

    def edge(self, index: int) -> str:
        """The attribute of an arrow and its label: the numbers that they stay for."""
        return _near(self.edges[index]) if self.edges else ""


NONE = Emphasis(numbers={}, nodes={}, edges=())


def _near(numbers: frozenset[int]) -> str:
    return f' data-near="{" ".join([_DIGITS[number] for number in sorted(numbers)])}"' if numbers else ""


def _contents(boxes: tuple[Box, ...]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each box with the keys of the components in it."""
    for box in boxes:
        for inner in box.walk():
            yield inner.key, frozenset(node.key for deep in inner.walk() for node in deep.nodes)


def _joined(edges: tuple[Edge, ...], inside: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Each component with the key at the other end of each of its arrows, or of those of a box around it."""
    for edge in edges:
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            for key in inside.get(one, (one,)):
                yield key, other
                for deep in inside.get(other, ()):
                    yield key, deep


def numbers(scene: Scene) -> dict[str, int]:
    """The number of each component and box by its key; none where there are too many."""
    keys = [*(node.key for node in scene.all_nodes()), *(box.key for box in scene.all_boxes())]
    return {key: number for number, key in enumerate(keys)} if len(keys) <= MOST else {}


def emphasis(scene: Scene) -> Emphasis:
    """What stays when a pointer rests on a component or a title, or the keyboard is on it."""
    known = numbers(scene)
    if not known:
        return NONE
    inside = dict(_contents(scene.boxes))
    near = {node.key: {known[node.key]} for node in scene.all_nodes()}
    for box, nodes in inside.items():
        for key in nodes:
            near[key].add(known[box])
    around = {key: frozenset(own) for key, own in near.items()}
    around |= {box: frozenset([known[box], *(known[key] for key in nodes)]) for box, nodes in inside.items()}
    for key, other in _joined(scene.edges, inside):
        near[key].add(known[other])
    return Emphasis(
        numbers=known,
        nodes={key: frozenset(own) for key, own in near.items()},
        edges=tuple([around[edge.source] | around[edge.target] for edge in scene.edges]),
    )
