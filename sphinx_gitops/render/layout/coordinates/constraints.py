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
    """For each variable what must stand at least so far right of it, and what left of it.

    ``work`` is how many variables may still be moved for ties; then no tie is made, so that no input takes for ever.
    """

    after: list[dict[int, int]] = field(default_factory=list)
    before: list[dict[int, int]] = field(default_factory=list)
    work: int = 400_000

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
        return self._raised([0] * len(self.after))

    def rightmost(self, places: list[int], fixed: int) -> list[int]:
        """The rightmost places where the variable *fixed*, right of all, stays where it is."""
        mirror = Constraints(self.before, self.after)
        found = mirror._raised([-places[fixed]] * len(places))
        assert found is not None
        return [-place for place in found]

    def _raised(self, places: list[int]) -> list[int] | None:
        """The leftmost places at or right of *places*; None where constraints push each other round."""
        count = len(places)
        waiting = deque(range(count))
        queued, raised = bytearray(b"\1") * count, [0] * count
        after = self.after
        while waiting:
            left = waiting.popleft()
            queued[left] = 0
            here = places[left]
            for right, distance in after[left].items():
                if here + distance > places[right]:
                    places[right] = here + distance
                    if not queued[right]:
                        raised[right] += 1
                        if raised[right] > count:
                            return None
                        queued[right] = 1
                        waiting.append(right)
        return places

    def room(self, members: list[int], places: list[int], wanted: int) -> int:
        """How far variables that move together may go towards where it is wanted."""
        inside = set(members)
        for name in members if wanted else ():
            if wanted > 0:
                for other, distance in self.after[name].items():
                    if other not in inside:
                        wanted = min(wanted, places[other] - distance - places[name])
                if wanted <= 0:
                    return 0
            else:
                for other, distance in self.before[name].items():
                    if other not in inside:
                        wanted = max(wanted, places[other] + distance - places[name])
                if wanted >= 0:
                    return 0
        return wanted

    def tie(self, pairs: list[tuple[int, int, int]], places: list[int], limit: int) -> bool:
        """Keep each second variable exactly so far right of the first if all stay left of *limit*: whether that can be.

        *places* become the leftmost ones again; where it cannot be, nothing is changed. A tie contradicts what holds if
        moving its one end moves its other (as in Cotton and Maler, 2006).
        """
        if self.work <= 0:
            return False
        old: list[tuple[int, int, int | None, int | None]] = []
        moved: list[tuple[int, int]] = []
        for left, right, distance in pairs:
            old.append((left, right, self.after[left].get(right), self.after[right].get(left)))
            self.least(left, right, distance)
            self.least(right, left, -distance)
            short = places[left] + distance - places[right]
            if short and not (
                self._push(right, short, left, limit, places, moved)
                if short > 0
                else self._push(left, -short, right, limit, places, moved)
            ):
                for name, place in reversed(moved):
                    places[name] = place
                for one, other, forth, back in reversed(old):
                    self._put_back(one, other, forth)
                    self._put_back(other, one, back)
                return False
        return True

    def _push(
        self, first: int, by: int, other: int, limit: int, places: list[int], moved: list[tuple[int, int]]
    ) -> bool:
        """Move *first*, and all that it pushes, to the right; not where that moves *other* or passes *limit*."""
        moved.append((first, places[first]))
        places[first] += by
        if places[first] > limit:
            return False
        waiting = deque((first,))
        queued = {first}
        after = self.after
        while waiting:
            left = waiting.popleft()
            queued.discard(left)
            self.work -= 1
            here = places[left]
            for right, distance in after[left].items():
                if here + distance > places[right]:
                    moved.append((right, places[right]))
                    places[right] = here + distance
                    if right == other or here + distance > limit:
                        return False
                    if right not in queued:
                        queued.add(right)
                        waiting.append(right)
        return True

    def _put_back(self, left: int, right: int, distance: int | None) -> None:
        if distance is None:
            self.after[left].pop(right, None)
            self.before[right].pop(left, None)
        else:
            self.after[left][right] = distance
            self.before[right][left] = distance
