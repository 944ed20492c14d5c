"""Rows and channels in, the place of every row, run and box side along the way of the arrows out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from sphinx_gitops.render.layout.channels import Channel
from sphinx_gitops.render.layout.dummies import Path, Way
from sphinx_gitops.render.layout.hierarchy import Cell, Frame, Row
from sphinx_gitops.render.layout.spacing import (
    BOTTOM,
    GROUP_GAP,
    LOOSE_GAP,
    NEST,
    ROW_GAP,
    RUN_HEAD,
    RUN_NODE,
    RUN_WALL,
    STAGE_GAP,
    TITLE_GAP,
    TITLE_INSET,
    TRACK,
)
from sphinx_gitops.render.layout.tree import Graph


@dataclass(slots=True, eq=False)
class Heights:
    """The upper and lower side of each row and of each box, and the place of each run by edge and leg."""

    rows: list[tuple[int, int]] = field(default_factory=list)
    tops: dict[Frame, int] = field(default_factory=dict)
    bottoms: dict[Frame, int] = field(default_factory=dict)
    runs: dict[tuple[int, int], int] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Line:
    """What a row needs: its height, what kinds of things it holds, and whether a label stands in it."""

    height: int = 0
    nodes: bool = False
    label: bool = False
    arrows: bool = False


def assign_heights(graph: Graph, paths: list[Path], channels: list[Channel]) -> Heights:
    """Sum up from the top."""
    lines = _lines(graph, paths, len(channels) - 1)
    opening: dict[int, list[Frame]] = defaultdict(list)
    closing: dict[int, list[Frame]] = defaultdict(list)
    for frame in graph.root.walk():
        if frame.framed:
            opening[frame.first].append(frame)
            closing[frame.last + 1].append(frame)
    made, y = Heights(), 0
    for number, channel in enumerate(channels):
        above = lines[number - 1] if number else None
        below = lines[number] if number < len(lines) else None
        y = _channel(made, graph, y, channel, above, below, opening[number], closing[number])
        if below is not None:
            made.rows.append((y, y + below.height))
            y += below.height
    return made


def _lines(graph: Graph, paths: list[Path], count: int) -> list[_Line]:
    lines = [_Line() for _ in range(count)]
    for frame in graph.root.walk():
        for shelf in frame.shelves:
            line = lines[shelf.first]
            if shelf.kind is Row.TITLE:
                line.height = max(line.height, frame.header)
            for item in shelf.items:
                if isinstance(item, Frame):
                    continue
                if item.key:
                    line.nodes = True
                elif item.left:
                    lines[item.last].label = True
                    lines[item.last].height = max(lines[item.last].height, item.height)
                if item.key:
                    line.height = max(line.height, item.height)
    for path in paths:
        stop = path.stops[0]
        if (path.way is Way.SIDE and not graph.down and graph.labels[path.edge][1]) or (
            path.way is Way.SELF and isinstance(stop, Cell) and not graph.down
        ):
            lines[stop.first].height = max(lines[stop.first].height, graph.labels[path.edge][1])
        if path.way in {Way.DOWN, Way.ABOVE}:
            for end in (path.stops[-1],) if path.way is Way.DOWN else (path.stops[0], path.other[0]):
                if isinstance(end, Cell):
                    lines[end.first].arrows = True
    return lines


def _channel(
    made: Heights,
    graph: Graph,
    y: int,
    channel: Channel,
    above: _Line | None,
    below: _Line | None,
    opening: list[Frame],
    closing: list[Frame],
) -> int:
    """Go through the zones and box sides of a channel from its top; the upper side of the row below."""
    gap_zone = len(channel.closing)
    start = y
    y, led = _zone(made, channel, 0, y, RUN_NODE if above and above.nodes else RUN_WALL)
    for number, depth in enumerate(channel.closing):
        y += 0 if led else BOTTOM if not number else NEST
        ending = [frame for frame in closing if frame.depth == depth]
        if not graph.down:
            y = max([y, *(made.tops[frame] + frame.caption + 2 * TITLE_INSET for frame in ending)])
        for frame in ending:
            made.bottoms[frame] = y
        y, led = _zone(made, channel, number + 1, y, RUN_WALL)
    if above is None or below is None:
        y = y if above else 0
    elif channel.ended or channel.begun:
        y = max(y, y + STAGE_GAP - (RUN_WALL if led else 0))
    elif channel.closing or channel.opening:
        y += 0 if led and not channel.opening and not below.nodes else GROUP_GAP - (RUN_WALL if led else 0)
    for number, depth in enumerate(channel.opening):
        if number:
            y += 0 if led else NEST
        for frame in opening:
            if frame.depth == depth:
                made.tops[frame] = y
        y, led = _zone(made, channel, gap_zone + 1 + number, y, RUN_WALL)
    if below is None:
        return y
    if channel.opening:
        return y + ((TITLE_INSET - 3) if graph.down else BOTTOM if not led else RUN_HEAD - RUN_WALL)
    if led:
        return y + (RUN_HEAD - RUN_WALL if below.arrows or below.nodes else 0)
    return max(y, start + _plain(channel, above, below))


def _plain(channel: Channel, above: _Line | None, below: _Line) -> int:
    """The least height of a channel without runs and box sides."""
    if above is None:
        return 0
    if above.label or below.label:
        return RUN_HEAD if below.nodes else TITLE_GAP + 4
    if not above.nodes:
        return TITLE_GAP if below.nodes else 0
    if not below.nodes:
        return TITLE_GAP
    return ROW_GAP if channel.busy else LOOSE_GAP


def _zone(made: Heights, channel: Channel, zone: int, y: int, lead: int) -> tuple[int, bool]:
    """Give the runs of a zone their places; where the zone ends, and whether it has runs."""
    runs = channel.zones.get(zone)
    if not runs:
        return y, False
    for run in runs:
        made.runs[run.edge, run.index] = y + lead + run.track * TRACK
    return y + lead + max(run.track for run in runs) * TRACK + RUN_WALL, True
