"""Variables on a line with differences that must hold in, the leftmost places that keep them out.

A system of difference constraints: longest paths by label correcting (Bellman, 1958; Ford, 1956). All places are whole
numbers, so that no rounding decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

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
        return self._raised([0] * len(self.after), range(len(self.after)))

    def rightmost(self, places: list[int], most: list[int]) -> list[int]:
        """The rightmost places at or left of *most*; *places* are some that keep all constraints."""
        mirror = Constraints(self.before, self.after)
        order = sorted(range(len(most)), key=places.__getitem__, reverse=True)
        found = mirror._raised([-place for place in most], order)
        assert found is not None
        return [-place for place in found]

    def _raised(self, places: list[int], order: Iterable[int]) -> list[int] | None:
        """The leftmost places at or right of *places*; None where constraints push each other round.

        What stands further left should come earlier in *order*: then few places are raised twice.
        """
        count = len(places)
        waiting = list(order)
        queued, raised = bytearray(b"\1") * count, [0] * count
        after = self.after
        for left in waiting:
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

    def tie(self, pairs: list[tuple[int, int, int]], places: list[int], latest: list[int]) -> bool:
        """Keep each second variable exactly so far right of the first, if nothing passes its *latest* place then.

        *places* become the leftmost ones again; where it cannot be, nothing is changed. A tie contradicts what holds if
        moving its one end moves its other (as in Cotton and Maler, 2006). Where one end alone cannot move so far, it
        never will: its *latest* place is lowered.
        """
        if self.work <= 0:
            return False
        tied: list[tuple[int, int, int | None, int | None]] = []
        moved: list[tuple[int, int]] = []
        for left, right, distance in pairs:
            short = places[left] + distance - places[right]
            first, other = (right, left) if short > 0 else (left, right)
            if short and not self._push(first, abs(short), other, places, latest, moved):
                if not tied and moved[-1][0] != other:
                    latest[first] = min(latest[first], moved[0][1] + abs(short) - 1)
                self.work -= len(moved)
                self._undo(tied, moved, places)
                return False
            tied.append((left, right, self.after[left].get(right), self.after[right].get(left)))
            self._put(left, right, distance)
            self._put(right, left, -distance)
        self.work -= len(moved)
        return True

    def _push(
        self, first: int, by: int, other: int, places: list[int], latest: list[int], moved: list[tuple[int, int]]
    ) -> bool:
        """Move *first*, and all that it pushes, to the right; not where that moves *other* or passes a latest place.

        What has been *moved* is told with the place that it had.
        """
        moved.append((first, places[first]))
        places[first] += by
        if places[first] > latest[first]:
            return False
        after = self.after
        for left, _ in islice(moved, len(moved) - 1, None):
            here = places[left]
            for right, distance in after[left].items():
                place = here + distance
                if place > places[right]:
                    moved.append((right, places[right]))
                    places[right] = place
                    if right == other or place > latest[right]:
                        return False
        return True

    def _undo(
        self, tied: list[tuple[int, int, int | None, int | None]], moved: list[tuple[int, int]], places: list[int]
    ) -> None:
        """Put back distances and places as they were before a tie."""
        for name, place in reversed(moved):
            places[name] = place
        for one, other, forth, back in reversed(tied):
            self._put(one, other, forth)
            self._put(other, one, back)

    def _put(self, left: int, right: int, distance: int | None) -> None:
        if distance is None:
            self.after[left].pop(right, None)
            self.before[right].pop(left, None)
        else:
            self.after[left][right] = self.before[right][left] = distance
