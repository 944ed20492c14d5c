"""Places on one line under constraints of the form "this stands at least so far right of that"."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from math import inf

Side = tuple[int, int, float]
"""One of a group that moves together, another one beside the group, and how far apart the two must stand."""
Around = tuple[list[Side], list[Side]]
"""What a group has left and right of it."""
_TINY = 1e-6


def _pushes(name: int, other: int, pushed: dict[int, int]) -> bool:
    """Whether *other* stands where it stands because *name* pushed it, by way of whatever stands between."""
    here: int | None = other
    while here is not None and here != name:
        here = pushed.get(here)
    return here == name


@dataclass(slots=True)
class Space:
    """Variables by number, where they stood, and what must hold between them."""

    start: list[float] = field(default_factory=list)
    after: list[dict[int, float]] = field(default_factory=list)
    before: list[dict[int, float]] = field(default_factory=list)

    def add(self, place: float) -> int:
        """A new variable that stood at *place*."""
        self.start.append(place)
        self.after.append({})
        self.before.append({})
        return len(self.start) - 1

    def least(self, left: int, right: int, distance: float) -> None:
        """Keep *right* at least *distance* right of *left*; of two distances the larger holds."""
        if left != right and distance > self.after[left].get(right, -inf):
            self.after[left][right] = distance
            self.before[right][left] = distance

    def tie(self, left: int, right: int, distance: float) -> None:
        """Keep *right* exactly *distance* right of *left*."""
        self.least(left, right, distance)
        self.least(right, left, -distance)

    def raised(self, places: list[float], from_: list[int] | None = None, limit: float = 1e9) -> list[float] | None:
        """The leftmost places at or right of *places* that keep all constraints.

        None where one passes *limit*, or where constraints push each other round in a circle.
        """
        found = list(places)
        waiting = deque(from_ or sorted(range(len(found)), key=self.start.__getitem__))
        queued, pushing = bytearray(len(found)), bytearray(len(found))
        pushed: dict[int, int] = {}
        while waiting:
            left = waiting.popleft()
            queued[left] = 0
            here = found[left] - _TINY
            for right, distance in self.after[left].items():
                if here + distance > found[right]:
                    found[right] = here + _TINY + distance
                    # what has pushed nothing did not push *left*, and most has not
                    if found[right] > limit or (pushing[right] and _pushes(right, left, pushed)):
                        return None
                    pushed[right] = left
                    pushing[left] = 1
                    if not queued[right]:
                        queued[right] = 1
                        waiting.append(right)
        return found

    def lowered(self, places: list[float]) -> list[float] | None:
        """The rightmost places at or left of *places* that keep all constraints."""
        mirror = Space([-place for place in self.start], self.before, self.after)
        found = mirror.raised([-place for place in places])
        return [-place for place in found] if found else None

    def wish(self, pairs: list[tuple[int, int, float]], leftmost: list[float], limit: float) -> list[float] | None:
        """Tie *pairs* if that fits left of *limit*: the new leftmost places, or None and nothing is tied."""
        old = [(a, b, self.after[a].get(b), self.after[b].get(a)) for a, b, _ in pairs]
        for left, right, distance in pairs:
            self.tie(left, right, distance)
        found = self.raised(leftmost, [name for a, b, _ in pairs for name in (a, b)], limit)
        if found is None:
            for left, right, forth, back in reversed(old):
                self._restore(left, right, forth)
                self._restore(right, left, back)
        return found

    def _restore(self, left: int, right: int, distance: float | None) -> None:
        if left == right:
            return
        if distance is None:
            self.after[left].pop(right, None)
            self.before[right].pop(left, None)
        else:
            self.after[left][right] = distance
            self.before[right][left] = distance

    def around(self, group: list[int]) -> Around:
        """What a group that moves together has on its two sides."""
        inside = set(group)

        def beside(others: list[dict[int, float]]) -> list[Side]:
            return [(name, *other) for name in group for other in others[name].items() if other[0] not in inside]

        return beside(self.before), beside(self.after)


def room(around: Around, places: list[float]) -> tuple[float, float]:
    """How far a group may move together to the left (not above 0) and to the right (not below 0)."""
    lefts, rights = around
    low = max([places[left] + distance - places[name] for name, left, distance in lefts], default=-inf)
    high = min([places[right] - distance - places[name] for name, right, distance in rights], default=inf)
    return min(low, 0.0), max(high, 0.0)
