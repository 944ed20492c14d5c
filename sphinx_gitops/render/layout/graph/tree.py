"""A scene in, its tree of frames with measured cells out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sphinx_gitops.model import Direction, FlowKind
from sphinx_gitops.render.layout.graph.cycles import turned_edges
from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item
from sphinx_gitops.render.layout.graph.nesting import Nesting, nesting
from sphinx_gitops.render.layout.graph.sizes import caption_size, label_size, most_height, node_size
from sphinx_gitops.render.layout.graph.spacing import ARROW_GAP, INSET, LABEL_GAP, ON_LINE, ONE_LINE, PORT, SIDE_LABEL
from sphinx_gitops.scene import Border, Box, Node, Scene

DOWN = frozenset({Direction.TB, Direction.BT})
REVERSE = frozenset({Direction.BT, Direction.RL})
"""The directions in which arrows run against an axis."""
BACK = frozenset({FlowKind.FEEDBACK, FlowKind.ROLLBACK})
"""The kinds of flow that lead back by their meaning."""


@dataclass(slots=True, eq=False)
class CompoundGraph:
    """The tree, its edges by their ends, and the sizes of their labels across and along.

    ``reverse`` says that arrows run from the last row to the first, ``turned`` marks edges that close a circle,
    ``nestings`` the frames around both ends of each edge, ``gaps`` what neighbours with an edge between them keep free.
    """

    scene: Scene
    down: bool
    reverse: bool
    root: Frame
    cells: dict[str, Cell] = field(default_factory=dict)
    frames: dict[str, Frame] = field(default_factory=dict)
    ends: list[tuple[Item, Item]] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)
    turned: list[bool] = field(default_factory=list)
    gaps: dict[tuple[int, int], int] = field(default_factory=dict)
    nestings: list[Nesting] = field(default_factory=list)

    def gap(self, one: Cell, other: Cell) -> int:
        """What two cells keep free between them if an edge joins them, else 0."""
        a, b = one.written, other.written
        return self.gaps.get((a, b) if a < b else (b, a), 0)

    def side_gap(self, edge: int) -> int:
        """What an arrow along a row needs between its ends: a label of one line stands over it, others on it."""
        wide, high = self.labels[edge]
        if not wide:
            return ARROW_GAP
        return wide + (SIDE_LABEL if self.down and high <= ONE_LINE else ON_LINE)


def build(scene: Scene, *, down: bool) -> CompoundGraph:
    """The tree of a scene whose rows stand below one another (*down*) or beside one another."""
    graph = CompoundGraph(scene, down, scene.direction in REVERSE, Frame("", -1, framed=False))
    _stages(graph)
    _edges(graph)
    _parts(graph)
    _relations(graph)
    graph.nestings = [nesting(one, other) for one, other in graph.ends]
    return graph


def _cell(graph: CompoundGraph, node: Node, frame: Frame) -> Cell:
    wide, high = node_size(node)
    across, along = (wide, high) if graph.down else (high, wide)
    most = most_height(node.shape, wide, high)
    cell = Cell(frame, across // 2, across // 2, along, node.key, written=len(graph.cells), most=most)
    graph.cells[node.key] = cell
    frame.cells.append(cell)
    return cell


def _frame(graph: CompoundGraph, box: Box, parent: Frame) -> None:
    wide, high = caption_size(box)
    column = None if box.direction is None else (box.direction in DOWN) is graph.down
    reverse = box.direction is not None and (box.direction in REVERSE) is not (graph.reverse and column is True)
    frame = Frame(box.key, box.level, parent=parent, column=column, reverse=reverse, caption=wide, header=high)
    frame.written = len(graph.frames)
    graph.frames[box.key] = frame
    parent.frames.append(frame)
    for node in box.nodes:
        _cell(graph, node, frame)
    for inner in box.boxes:
        _frame(graph, inner, frame)


def _bare(graph: CompoundGraph, nodes: Sequence[Node]) -> Frame:
    """An unframed stage for nodes outside all boxes."""
    frame = Frame("", 0, framed=False, parent=graph.root)
    for node in nodes:
        _cell(graph, node, frame)
    return frame


def _stages(graph: CompoundGraph) -> None:
    """The stages in their order, with what stands in no box before, between and after them."""
    scene = graph.scene
    for box in scene.boxes:
        _frame(graph, box, graph.root)
    stages = graph.root.frames
    own = [node for node in scene.nodes if node.border is not Border.FOREIGN]
    stages += [_bare(graph, [node]) for node in own]
    where = {key: number for number, stage in enumerate(stages) for key in _keys(stage)}
    places: dict[int, list[Node]] = {}
    for node in scene.nodes:
        if node.border is Border.FOREIGN:
            places.setdefault(_place(node.key, scene, where), []).append(node)
    for place in sorted(places, reverse=True):
        stages.insert(place, _bare(graph, places[place]))


def _keys(frame: Frame) -> list[str]:
    return [frame.key, *(cell.key for cell in frame.cells), *(key for inner in frame.frames for key in _keys(inner))]


def _place(key: str, scene: Scene, where: dict[str, int]) -> int:
    """Before which stage a node outside all boxes stands."""
    led = [where[edge.target] for edge in scene.edges if edge.source == key and edge.target in where]
    fed = [where[edge.source] for edge in scene.edges if edge.target == key and edge.source in where]
    return min(led) if led else max(fed, default=len(where)) + 1 if fed else 1 << 30


def _edges(graph: CompoundGraph) -> None:
    """The ends and labels of all edges, and which of them close a circle."""
    things: dict[str, Item] = {**graph.frames, **graph.cells}
    numbers = {key: number for number, key in enumerate(things)}
    pairs: list[tuple[int, int]] = []
    measured: dict[tuple[str, object], tuple[int, int]] = {}
    for edge in graph.scene.edges:
        graph.ends.append((things[edge.source], things[edge.target]))
        pairs.append((numbers[edge.source], numbers[edge.target]))
        sign = (edge.label, edge.mark)
        if sign not in measured:
            measured[sign] = label_size(edge)
        wide, high = measured[sign]
        graph.labels.append((wide, high) if graph.down else (high, wide))
    _room_for_loops(graph)
    graph.turned = turned_edges(len(things), pairs, [edge.kind in BACK for edge in graph.scene.edges])


def _room_for_loops(graph: CompoundGraph) -> None:
    """Make a component with loops so long at the side where they end that all stand apart, beside their labels."""
    loops: dict[str, list[int]] = {}
    for number, (one, other) in enumerate(graph.ends):
        if one is other and isinstance(one, Cell):
            loops.setdefault(one.key, []).append(0 if graph.down else graph.labels[number][0])
    for key, labels in loops.items():
        pitch = max(PORT, *(wide // 2 + LABEL_GAP for wide in labels))
        half = INSET + (2 * len(labels) - 1) * pitch // 2
        cell = graph.cells[key]
        if len(labels) > 1 and cell.left < half:
            cell.left = cell.right = half


def _parts(graph: CompoundGraph) -> None:
    """The components that stand beside boxes get unframed frames: one for each connected part, one for the rest."""
    joined: dict[Cell, list[Cell]] = {cell: [] for cell in graph.cells.values()}
    for one, other in graph.ends:
        if isinstance(one, Cell) and isinstance(other, Cell) and one.frame is other.frame and one is not other:
            joined[one].append(other)
            joined[other].append(one)
    for frame in [*graph.frames.values()]:
        if frame.frames and frame.cells:
            _split(graph, frame, joined)


def _split(graph: CompoundGraph, frame: Frame, joined: dict[Cell, list[Cell]]) -> None:
    single = [cell for cell in frame.cells if not joined[cell]]
    parts = [single] if single else []
    seen = set(single)
    for start in frame.cells:
        part = [] if start in seen else [start]
        seen.add(start)
        for cell in part:
            for other in joined[cell]:
                if other not in seen:
                    seen.add(other)
                    part.append(other)
        if part:
            parts.append(sorted(part, key=lambda cell: cell.written))
    early: list[Frame] = []
    late: list[Frame] = []
    for part in parts:
        inside = set(part)
        own = Frame("", frame.depth, framed=False, parent=frame, column=frame.column, reverse=frame.reverse, cells=part)
        leads = any(a in inside and b not in inside and _within(b, frame) for a, b in graph.ends)
        fed = any(b in inside and a not in inside and _within(a, frame) for a, b in graph.ends)
        (late if fed and not leads else early).append(own)
        for cell in part:
            cell.frame = own
    frame.frames = [*early, *frame.frames, *late]
    frame.cells = []


def _within(item: Item, frame: Frame) -> bool:
    inner = item.frame if isinstance(item, Cell) else item.parent
    return inner is not None and frame in inner.ancestors()


def _relations(graph: CompoundGraph) -> None:
    """What each cell leads to inside its frame, and how many edges join it with what stands above and below that."""
    order = {stage: number for number, stage in enumerate(graph.root.frames)}

    def stage(item: Item) -> int:
        frame = item.frame if isinstance(item, Cell) else item
        chain = frame.ancestors()
        return order[chain[-2]] if len(chain) > 1 else -1

    for number, (one, other) in enumerate(graph.ends):
        source, target = (other, one) if graph.turned[number] else (one, other)
        alike = isinstance(source, Cell) and isinstance(target, Cell) and source.frame is target.frame
        if alike and source is not target:
            assert isinstance(source, Cell)
            assert isinstance(target, Cell)
            if target not in source.after:
                source.after.append(target)
                target.before.append(source)
            pair = (min(source.written, target.written), max(source.written, target.written))
            graph.gaps[pair] = max(graph.gaps.get(pair, 0), graph.side_gap(number))
            continue
        if stage(source) > stage(target):
            source, target = target, source
        if isinstance(source, Cell):
            source.leaving += 1
        if isinstance(target, Cell):
            target.entering += 1
