"""Variables on a line with differences that must hold in, the leftmost places that keep them out.

A system of difference constraints: longest paths by label correcting (Bellman, 1958; Ford, 1956). All places are whole
numbers, so that no rounding decides.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

_FAR = 1 << 40


@dataclass(slots=True)
class Constraints:
    """For each variable what must stand at least so far right of it, and what left of it."""

    after: list[dict[int, int]] = field(default_factory=list)
    before: list[dict[int, int]] = field(default_factory=list)

    def add(self) -> int:
        """A new variable."""
        self.after.append({})
        self.before.append({})
        return len(self.after) - 1

    def least(self, left: int, right: int, distance: int) -> None:
        """Keep *right* at least *distance* right of *left*; of two distances the larger holds."""
        if distance > self.after[left].get(right, -_FAR):
            self.after[left][right] = distance
            self.before[right][left] = distance

    def leftmost(self) -> list[int] | None:
        """The leftmost places from 0 on; None where constraints contradict each other."""
        return self._raised([0] * len(self.after), range(len(self.after)), _FAR)

    def rightmost(self, places: list[int], fixed: int) -> list[int]:
        """The rightmost places where the variable *fixed*, right of all, stays where it is."""
        mirror = Constraints(self.before, self.after)
        end = places[fixed]
        start = [-end] * len(places)
        found = mirror._raised(start, range(len(places)), _FAR)
        assert found is not None
        return [-place for place in found]

    def _raised(self, places: list[int], first: range | list[int], limit: int) -> list[int] | None:
        """The leftmost places at or right of *places*; None where one passes *limit* or pushes itself."""
        found = list(places)
        waiting = deque(first)
        queued = bytearray(len(found))
        for name in waiting:
            queued[name] = 1
        pushed: dict[int, int] = {}
        pushing = bytearray(len(found))
        after = self.after
        while waiting:
            left = waiting.popleft()
            queued[left] = 0
            here = found[left]
            for right, distance in after[left].items():
                if here + distance > found[right]:
                    found[right] = here + distance
                    # what has pushed nothing did not push *left*, and most has not
                    if found[right] > limit or (pushing[right] and _pushes(right, left, pushed)):
                        return None
                    pushed[right] = left
                    pushing[left] = 1
                    if not queued[right]:
                        queued[right] = 1
                        waiting.append(right)
        return found

    def tie(self, pairs: list[tuple[int, int, int]], leftmost: list[int], limit: int) -> list[int] | None:
        """Keep each second variable exactly so far right of the first if all stay left of *limit*: the new places.

        None, and nothing is changed, where that cannot be.
        """
        old = [(a, b, self.after[a].get(b), self.after[b].get(a)) for a, b, _ in pairs]
        for left, right, distance in pairs:
            self.least(left, right, distance)
            self.least(right, left, -distance)
        found = self._raised(leftmost, [name for a, b, _ in pairs for name in (a, b)], limit)
        if found is None:
            for left, right, forth, back in reversed(old):
                self._put_back(left, right, forth)
                self._put_back(right, left, back)
        return found

    def _put_back(self, left: int, right: int, distance: int | None) -> None:
        if distance is None:
            self.after[left].pop(right, None)
            self.before[right].pop(left, None)
        else:
            self.after[left][right] = distance
            self.before[right][left] = distance


def _pushes(name: int, other: int, pushed: dict[int, int]) -> bool:
    """Whether *other* stands where it stands because *name* pushed it: a circle of constraints."""
    here: int | None = other
    while here is not None and here != name:
        here = pushed.get(here)
    return here == name
