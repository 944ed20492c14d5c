"""Variables with their places in, ports spread evenly over the sides of components out.

An arrow that turns anyway gains nothing by where it starts: its port stands in the middle of the room that the others
leave it, which makes the angles between arrows at a component larger (angular resolution: Purchase, 2002).
"""

from __future__ import annotations

from sphinx_gitops.render.layout.coordinates.constraints import Constraints
from sphinx_gitops.render.layout.coordinates.variables import Variables
from sphinx_gitops.render.layout.graph.hierarchy import Cell


def spread_ports(made: Variables, places: list[int]) -> None:
    """Ports whose arrows turn anyway stand evenly on their side, between those whose arrows run straight on."""
    joined: dict[int, list[int]] = {}
    for legs in made.legs:
        for leg in legs:
            joined.setdefault(leg.upper, []).append(leg.lower)
            joined.setdefault(leg.lower, []).append(leg.upper)
    ports = set(made.ports.values())
    for (item, _), ends in made.sides.items():
        if not isinstance(item, Cell) or len(ends) < 2:
            continue
        middle = places[item.number]
        loose: list[list[int]] = []
        last = middle - item.left
        for end in [*ends, None]:
            run = _straight(joined, made.ports[end], places) if end else []
            if run and (len(run) == 1 or run[-1] not in ports):
                loose.append(run)
                continue
            right = places[run[0]] if run else middle + item.left
            wanted = [last + (right - last) * number // (len(loose) + 1) for number in range(1, len(loose) + 1)]
            _shift(made.space, loose, wanted, places)
            loose, last = [], right


def _straight(joined: dict[int, list[int]], port: int, places: list[int]) -> list[int]:
    """A port and what its arrow runs straight through from there."""
    run = [port]
    while True:
        more = [name for name in joined.get(run[-1], ()) if places[name] == places[port] and name not in run[-2:]]
        if not more:
            return run
        run.append(more[0])


def _shift(space: Constraints, runs: list[list[int]], wanted: list[int], places: list[int]) -> None:
    """Move each run towards where it is wanted, those that make room for others first."""
    some = list(zip(runs, wanted, strict=True))
    for way in (some, some[::-1]):
        for run, place in way:
            step = place - places[run[0]]
            if (step < 0) is (way is some):
                step = space.room(run, places, step)
                for name in run if step else ():
                    places[name] += step
