"""Rows and channels in, the place of every row, run and box side along the way of the arrows out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sphinx_gitops.render.layout.graph.hierarchy import Frame
from sphinx_gitops.render.layout.graph.spacing import (
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
    TITLE_TOP,
    TRACK,
)
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.graph.ways import Path
from sphinx_gitops.render.layout.routing.channels import Channel, Run
from sphinx_gitops.render.layout.routing.row_heights import Line, row_lines


@dataclass(slots=True, eq=False)
class Heights:
    """The upper and lower side of each row and of each box, and the place of each run by edge and leg.

    ``y`` is how far the sum has come, ``led`` whether the last thing was a zone with runs.
    """

    down: bool
    across: list[int]
    rows: list[tuple[int, int]] = field(default_factory=list)
    tops: dict[Frame, int] = field(default_factory=dict)
    bottoms: dict[Frame, int] = field(default_factory=dict)
    runs: dict[tuple[int, int], int] = field(default_factory=dict)
    y: int = 0
    led: bool = False

    def zone(self, channel: Channel, number: int, lead: int) -> None:
        """Give the runs of a zone their places, the first *lead* px further."""
        runs = channel.zones.get(number)
        self.led = bool(runs)
        if runs:
            self.y = max([self.y, *(end - lead for run in runs for end in self._titles(run))])
            for run in runs:
                self.runs[run.edge, run.index] = self.y + lead + run.track * TRACK
            self.y += lead + max(run.track for run in runs) * TRACK + RUN_WALL

    def _titles(self, run: Run) -> Iterator[int]:
        """Where the titles end that a run would cross: beside each other, boxes have theirs along the runs' rows."""
        if self.down:
            return
        for frame, top in self.tops.items():
            left = self.across[frame.left]
            if frame not in self.bottoms and run.low < left + TITLE_INSET + frame.header and left < run.high:
                yield top + TITLE_INSET + frame.caption + RUN_WALL

    def end(self, channel: Channel, closing: list[Frame], above: Line | None) -> None:
        """The runs below the row *above*, and the lower sides of boxes below these."""
        self.zone(channel, 0, RUN_NODE if above and above.nodes else RUN_WALL)
        self.close(channel, closing)

    def close(self, channel: Channel, closing: list[Frame]) -> None:
        """The lower sides of boxes, the innermost first."""
        for number, depth in enumerate(channel.closing):
            self.y += 0 if self.led else NEST if number else BOTTOM
            ending = [frame for frame in closing if frame.depth == depth]
            if not self.down:
                self.y = max([self.y, *(self.tops[frame] + frame.caption + 2 * TITLE_INSET for frame in ending)])
            self.bottoms.update((frame, self.y) for frame in ending)
            self.zone(channel, number + 1, RUN_WALL)

    def part(self, channel: Channel, below: Line) -> None:
        """What stages, and boxes below one another, keep free between them."""
        free = RUN_WALL if self.led else 0
        if channel.ended or channel.begun:
            self.y += max(0, STAGE_GAP - free)
        elif channel.opening or (channel.closing and (not self.led or below.nodes)):
            self.y += GROUP_GAP - free

    def open(self, channel: Channel, opening: list[Frame]) -> None:
        """The upper sides of boxes, the outermost first, and what they keep free of the row below."""
        for number, depth in enumerate(channel.opening):
            self.y += NEST if number and not self.led else 0
            self.tops.update((frame, self.y) for frame in opening if frame.depth == depth)
            self.zone(channel, len(channel.closing) + 1 + number, RUN_WALL)
        if channel.opening:
            self.y += TITLE_TOP if self.down else RUN_HEAD - RUN_WALL if self.led else BOTTOM


def assign_heights(graph: CompoundGraph, paths: list[Path], channels: list[Channel], across: list[int]) -> Heights:
    """Sum up from the top; *across* has the place of each variable."""
    lines = row_lines(graph, paths, len(channels) - 1)
    opening: dict[int, list[Frame]] = defaultdict(list)
    closing: dict[int, list[Frame]] = defaultdict(list)
    for frame in graph.root.walk():
        if frame.framed:
            opening[frame.first].append(frame)
            closing[frame.last + 1].append(frame)
    made = Heights(graph.down, across)
    above: Line | None = None
    for number, below in enumerate(lines):
        channel, start = channels[number], made.y
        made.end(channel, closing[number], above)
        if above is not None:
            made.part(channel, below)
        made.open(channel, opening[number])
        if not channel.opening:
            made.y = max(made.y, _least(made, start, channel, above, below))
        made.rows.append((made.y, made.y + below.height))
        made.y += below.height
        above = below
    made.end(channels[-1], closing[len(lines)], above)
    return made


def _least(made: Heights, start: int, channel: Channel, above: Line | None, below: Line) -> int:
    """Where the row below a channel without upper sides of boxes may begin at the earliest."""
    if above is None:
        return start
    if made.led:
        return made.y + (RUN_HEAD - RUN_WALL if below.nodes else 0)
    if above.label or below.label:
        return start + (RUN_HEAD if below.nodes else TITLE_GAP + 4)
    if not above.nodes:
        return start + (TITLE_GAP if below.nodes else 0)
    if not below.nodes:
        return start + TITLE_GAP
    return start + (ROW_GAP if channel.busy else LOOSE_GAP)
