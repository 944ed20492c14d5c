"""Legs with their places across in, the tracks of their runs in each channel out.

Between two rows lies a channel. A leg whose ends stand at different places has a run across it; runs get tracks as in
channel routing (Hashimoto and Stevens, 1971): what would lie on another, or cross it, decides their order, then each
run takes the first track that is free.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from sphinx_gitops.render.layout.coordinates.variables import Leg, Variables
from sphinx_gitops.render.layout.graph.hierarchy import Frame
from sphinx_gitops.render.layout.graph.spacing import LEG
from sphinx_gitops.render.layout.graph.ways import Path, Way

_OVER = 1000
_MANY = 60
"""From so many runs in a zone on, they are sorted without comparing all pairs."""


@dataclass(slots=True, eq=False)
class Run:
    """A piece of a path across a channel; ``upper`` and ``lower`` are its legs' places, of a loop two on one side.

    ``names`` are the variables of these places; ``track`` counts from the top of its zone.
    """

    edge: int
    index: int
    upper: tuple[int, ...]
    lower: tuple[int, ...]
    names: dict[int, int]
    low: int = 0
    high: int = 0
    track: int = 0


Zone: TypeAlias = "list[Run]"


@dataclass(slots=True, eq=False)
class Channel:
    """The room below a row: depths of the boxes that end and begin in it, and runs by zone.

    Zone 0 lies above the first lower side of a box, then one after each lower side and one after each upper side.
    """

    closing: list[int] = field(default_factory=list)
    opening: list[int] = field(default_factory=list)
    zones: dict[int, Zone] = field(default_factory=dict)
    ended: bool = False
    begun: bool = False
    busy: bool = False


def make_channels(made: Variables, paths: list[Path], places: list[int], rows: int) -> list[Channel]:
    """The channel above the first row, then that below each row, with all runs on tracks."""
    channels = [Channel() for _ in range(rows + 1)]
    for frame in made.graph.root.walk():
        if frame.depth >= 0:
            _wall(channels, frame)
    for path, legs in zip(paths, made.legs, strict=True):
        for index, leg in enumerate(legs):
            channel = channels[leg.channel + 1]
            channel.busy = True
            one, other = places[leg.upper], places[leg.lower]
            if one != other:
                names = {one: leg.upper, other: leg.lower}
                run = Run(path.edge, index, (one,), (other,), names, min(one, other), max(one, other))
                channel.zones.setdefault(_zone(channel, path, index), []).append(run)
        if path.shelf is not None:
            _turn(made, path, places, channels[path.turn + 1])
    for channel in channels:
        for zone in channel.zones.values():
            assign_tracks(zone)
    return channels


def _wall(channels: list[Channel], frame: Frame) -> None:
    below, above = channels[frame.last + 1], channels[frame.first]
    if frame.depth == 0:
        below.ended = above.begun = True
    if not frame.framed:
        return
    if frame.depth not in below.closing:
        below.closing = sorted([*below.closing, frame.depth], reverse=True)
    if frame.depth not in above.opening:
        above.opening = sorted([*above.opening, frame.depth])


def _zone(channel: Channel, path: Path, index: int) -> int:
    """The zone in which a leg that leads down turns: inside the upper stage, outside its boxes."""
    level = max(path.common.depth, 0)
    upper = path.stops[0]
    if path.way is Way.DOWN and index == 0 and isinstance(upper, Frame):
        level = min(level, upper.depth - 1)
    return sum(depth > level for depth in channel.closing)


def _turn(made: Variables, path: Path, places: list[int], channel: Channel) -> None:
    channel.busy = True
    names = (made.end(path, 0), made.end(path, 1))
    one, other = places[names[0]], places[names[1]]
    level = path.common.depth
    below = path.way is Way.BELOW
    zone = sum(depth > level for depth in channel.closing)
    if not below:
        zone = len(channel.closing) + sum(depth <= level for depth in channel.opening)
    upper, lower = ((one, other), ()) if below else ((), (one, other))
    run = Run(path.edge, -1, upper, lower, {one: names[0], other: names[1]}, min(one, other), max(one, other))
    channel.zones.setdefault(zone, []).append(run)


def price(above: Run, below: Run) -> int:
    """What it costs to have one run above another: crossings, and much where legs would lie on each other."""
    found = 0
    for x in below.upper:
        found += above.low < x < above.high
        found += _OVER * sum(abs(x - other) < LEG for other in above.lower)
    for x in above.lower:
        found += below.low < x < below.high
    return found


def _meet(one: Run, other: Run) -> bool:
    """Whether two runs come so near each other that their order matters."""
    return one.low < other.high + LEG and other.low < one.high + LEG


def _natural(run: Run) -> tuple[int, int]:
    """Loops next to their row, then runs so that parallel ones do not cross."""
    if not run.lower:
        return -1, run.high - run.low
    if not run.upper:
        return 1, run.low - run.high
    return 0, -run.upper[0] if run.lower[0] > run.upper[0] else run.upper[0]


def assign_tracks(zone: Zone) -> None:
    """Order the runs of a zone by insertion where that costs least, and give them tracks."""
    runs = sorted(zone, key=lambda run: (*_natural(run), run.edge))
    ordered: list[Run] = runs if len(runs) >= _MANY else []
    for run in runs if len(runs) < _MANY else ():
        cost = sum(price(run, other) for other in ordered if _meet(run, other))
        best, at = cost, 0
        for place, other in enumerate(ordered, 1):
            if _meet(run, other):
                cost += price(other, run) - price(run, other)
            if cost <= best:
                best, at = cost, place
        ordered.insert(at, run)
    zone[:] = ordered
    last: list[list[Run]] = []
    for run in ordered:
        run.track = 0
        for number in range(len(last) - 1, -1, -1):
            if any(_meet(run, other) for other in last[number]):
                run.track = number + 1
                break
        if run.track == len(last):
            last.append([])
        last[run.track].append(run)


def conflicts(channels: list[Channel]) -> list[tuple[int, int, int]]:
    """Pairs of variables that must stand further apart, the left one first: their legs would lie on each other."""
    found: list[tuple[int, int, int]] = []
    for channel in channels:
        for zone in channel.zones.values():
            if len(zone) >= _MANY:
                continue
            for number, above in enumerate(zone):
                if not above.lower:
                    continue
                for below in zone[number + 1 :]:
                    if below.track > above.track and below.upper and _meet(above, below):
                        found += _near(above, below)
    return found


def wall_conflicts(made: Variables, paths: list[Path], places: list[int]) -> list[tuple[int, int, int]]:
    """Pairs of variables that must stand further apart: an arrow at a box's side, and one that passes that side."""
    passing: dict[int, list[Leg]] = {}
    for path, legs in zip(paths, made.legs, strict=True):
        for leg in (*legs, *_turning(made, path)):
            passing.setdefault(leg.channel, []).append(leg)
    beside = _beside(made)
    found: list[tuple[int, int, int]] = []
    for (item, low), ends in made.sides.items():
        if not isinstance(item, Frame):
            continue
        own = {made.ports[end] for end in ends}
        for leg in passing.get(item.last if low else item.first - 1, ()):
            name = leg.upper if low and item.depth else leg.lower
            if leg.upper in own or leg.lower in own:
                continue
            for port in own:
                if abs(places[port] - places[name]) < LEG:
                    found += _apart(port, beside.get(name, [name]), name, places)
    return found


def _beside(made: Variables) -> dict[int, list[int]]:
    """For each port of a component all those at its side, from left to right."""
    found: dict[int, list[int]] = {}
    for (item, _), ends in made.sides.items():
        if not isinstance(item, Frame):
            names = [made.ports[end] for end in ends]
            found.update((name, names) for name in names)
    return found


def _apart(port: int, beside: list[int], name: int, places: list[int]) -> list[tuple[int, int, int]]:
    """Keep a box's port apart from an arrow of a component in it, or from all *beside* that, if they leave no room."""
    before = [one for one in beside if places[one] < places[port]]
    behind = beside[len(before) :]
    if before and behind and places[behind[0]] - places[before[-1]] < 2 * LEG:
        is_left = places[port] - places[beside[0]] < places[beside[-1]] - places[port]
        return [(port, beside[0], LEG)] if is_left else [(beside[-1], port, LEG)]
    return [(port, name, LEG)] if places[port] <= places[name] else [(name, port, LEG)]


def _turning(made: Variables, path: Path) -> list[Leg]:
    """Where a loop turns, each half as a leg that runs straight."""
    if path.shelf is None:
        return []
    names = (made.end(path, 0), made.end(path, 1))
    return [Leg(path.edge, path.turn, name, name, inner=False) for name in names]


def _near(above: Run, below: Run) -> list[tuple[int, int, int]]:
    found = []
    for x in below.upper:
        for other in above.lower:
            if abs(x - other) < LEG:
                one, two = below.names[x], above.names[other]
                found.append((one, two, LEG) if x <= other else (two, one, LEG))
    return found
