"""Staged workflows as scenes, the same for the same seed."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from sphinx_gitops.model import Direction, FlowKind, Mark
from sphinx_gitops.scene import Border, Box, Edge, Node, Scene, Shape

_WORDS = [
    "Build System",
    "Test Runner",
    "Security Scanner",
    "Registry",
    "Lint",
    "Policy Check",
    "Controller",
    "State Reconciler",
    "Drift Detector",
    "Config Manager",
    "Secrets",
    "Release Approval",
    "Promotion",
    "Rollback Procedure",
    "Development",
    "Staging",
    "Production",
    "Recovery Site",
    "Kubernetes Clusters",
    "Mesh",
    "Monitoring",
    "Logs",
    "Health",
    "Deployment Status",
    "Audit Log",
    "Charts",
    "Image Scan",
    "Signing",
    "SBOM",
    "Canary",
]
_TITLES = [
    "Source Control",
    "Integration",
    "Deployment",
    "Runtime Platform",
    "Monitoring and Control",
    "Ops",
    "Supply Chain",
]
_LABELS = ("signed", "quality gate", "drift", "last good", "on failure", "every night at three")
_SHAPES = tuple(shape for shape in Shape if shape is not Shape.FOLDED)


class _Maker:
    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - a workload, not a secret  # noqa: S311 - no secret
        self.nodes: list[str] = []
        self.boxes: list[str] = []
        self.stage: dict[str, int] = {}
        self.inside: dict[str, set[str]] = {}
        self.flows: list[tuple[str, str]] = []

    def node(self, *, foreign: bool = False) -> Node:
        key = f"n{len(self.nodes)}"
        self.nodes.append(key)
        mark = self.random.choice((None, None, *Mark))
        border = Border.FOREIGN if foreign else Border.NORMAL
        title = self.random.choice(_WORDS)
        return Node(
            key=key,
            id=key,
            title=title,
            kind="build",
            shape=self.random.choice(_SHAPES),
            colour="build",
            mark=mark,
            border=border,
        )

    def many(self, count: int) -> tuple[Node, ...]:
        made = tuple(self.node() for _ in range(count))
        for one, other in pairwise(made):
            if self.random.random() < 0.5:
                self.flows.append((one.key, other.key))
        return made

    def box(self, level: int, count: int) -> Box:
        key = f"b{len(self.boxes)}"
        self.boxes.append(key)
        inner: tuple[Box, ...] = ()
        first = len(self.boxes)
        if count >= 3 and level < 3 and self.random.random() < 0.6:
            parts = self.random.randint(1, min(4, count // 2))
            loose = count // 4 if self.random.random() < 0.3 else 0
            share, left = (count - loose) // parts, (count - loose) % parts
            start = len(self.nodes)
            inner = tuple(self.box(level + 1, share + (k < left)) for k in range(parts))
        else:
            loose, start = count, len(self.nodes)
        nodes = self.many(loose)
        self.inside[key] = {*self.nodes[start:], *self.boxes[first:]}
        direction = self.random.choice(tuple(Direction)) if self.random.random() < 0.1 else None
        return Box(
            key=key,
            id=key,
            title=self.random.choice(_TITLES),
            level=level,
            direction=direction,
            boxes=inner,
            nodes=nodes,
        )

    def edge(self, source: str, target: str) -> Edge:
        kind = self.random.choice((*[FlowKind.AUTOMATION] * 8, *FlowKind))
        label = self.random.choice(_LABELS) if self.random.random() < 0.2 else ""
        return Edge(source=source, target=target, kind=kind, label=label)


def staged_scene(seed: int, count: int, *, direction: Direction | None = None) -> Scene:
    """A scene of about *count* components in stages."""
    maker = _Maker(seed)
    random = maker.random
    stages = max(1, min(9, round(count / random.uniform(2.5, 8))))
    cuts = sorted(random.randint(0, count) for _ in range(stages - 1))
    boxes = []
    for number, (start, end) in enumerate(zip([0, *cuts], [*cuts, count], strict=True)):
        before = len(maker.nodes)
        boxes.append(maker.box(0, end - start))
        for key in maker.nodes[before:]:
            maker.stage[key] = number
    for key in maker.nodes:
        earlier = [other for other in maker.nodes if maker.stage[other] < maker.stage[key]]
        near = [other for other in earlier if maker.stage[other] == maker.stage[key] - 1] or earlier
        if near and random.random() < 0.6:
            maker.flows.append((random.choice(near if random.random() < 0.85 else earlier), key))
    everything = [*maker.nodes, *maker.boxes]
    for _ in range(count // 8):
        maker.flows.append((random.choice(everything), random.choice(everything)))
    foreign = tuple(maker.node(foreign=True) for _ in range(random.choice((0, 0, 0, 1, 2))))
    maker.flows += [(node.key, random.choice(everything)) for node in foreign]
    edges = tuple(maker.edge(a, b) for a, b in maker.flows if sound(maker, a, b))
    return Scene(
        title="Random",
        description="",
        direction=direction or random.choice((Direction.TB, Direction.TB, Direction.TB, *Direction)),
        boxes=tuple(boxes),
        edges=edges,
        nodes=foreign,
    )


def sound(maker: _Maker, one: str, other: str) -> bool:
    """Whether a flow may join two things: no box with itself or with what it holds."""
    if one == other:
        return one in maker.nodes
    return other not in maker.inside.get(one, ()) and one not in maker.inside.get(other, ())
