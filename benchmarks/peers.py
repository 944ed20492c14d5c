"""A scene in, its drawings by other engines out: Mermaid's dagre and ELK, and Graphviz.

They are PyPI's ``merman`` and ``graphviz-pure``, or a ``dot`` of the system; what is not installed is left out.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sphinx_gitops.emit import MermaidOptions, to_mermaid
from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.text_fitting.node_text import label_size, node_size
from sphinx_gitops.scene import Box, Scene

Point = tuple[float, float]
Way = list[Point]
_STEPS = 12
"""So many straight pieces stand for a curve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The components by a key of the engine's, each arrow's source, target and way, and the width of it all in px.

    An arrow's end that is no key of a component is a stage or a group.
    """

    width: float
    nodes: dict[str, Rect]
    arrows: list[tuple[str, str, Way]]

    @property
    def ways(self) -> list[Way]:
        """The ways alone."""
        return [way for _, _, way in self.arrows]


def crossings(ways: list[Way]) -> int:
    """How often straight pieces of different ways cross."""
    pieces = [list(pairwise(way)) for way in ways]
    return sum(
        _cross(*one, *other) for k, some in enumerate(pieces) for more in pieces[:k] for one in some for other in more
    )


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]):
        return False
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def peers(scene: Scene) -> dict[str, Drawing]:
    """The drawing by engine."""
    found = {name: _merman(scene, name) for name in ("elk", "dagre")}
    found["graphviz"] = _graphviz(scene)
    return {name: drawing for name, drawing in found.items() if drawing is not None}


def _merman(scene: Scene, layout: str) -> Drawing | None:
    try:
        import merman  # noqa: PLC0415 - optional
    except ImportError:
        return None
    look = {"layout": layout, "theme": "base", "look": "classic", "fontSize": "15px"}
    chart = {"wrappingWidth": 140, "minNodeWidth": 0, "padding": 8, "nodeSpacing": 24, "rankSpacing": 36}
    options = {"version": 2, "resources": {"profile": "unbounded-for-trusted-input"}}
    engine = merman.MermanEngine(json.dumps({**options, "site_config": {**look, "flowchart": chart}}), None)
    request = merman.MermanOperationRequestV4(
        operation_id="layout-json",
        source=to_mermaid(scene, MermaidOptions()),
        uri=None,
        options_json=json.dumps({"version": 2}),
        control=merman.MermanOperationControl(timeout_ms=60_000),
    )
    answer = json.loads(bytes(engine.execute(request).data))["layout"]["FlowchartV2"]
    nodes = {
        node["id"]: _around(node["x"], node["y"], node["width"], node["height"])
        for node in answer["nodes"]
        if not node["is_cluster"]
    }
    arrows = [
        (
            edge["from_cluster"] or edge["from"],
            edge["to_cluster"] or edge["to"],
            [(point["x"], point["y"]) for point in edge["points"]],
        )
        for edge in answer["edges"]
    ]
    bounds = answer["bounds"]
    return Drawing(width=bounds["max_x"] - bounds["min_x"], nodes=nodes, arrows=arrows)


def _around(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(x - width / 2, y - height / 2, width, height)


def _graphviz(scene: Scene) -> Drawing | None:
    command = next((name for name in ("dot", "graphviz-pure") if shutil.which(name)), None)
    if command is None:
        return None
    found = subprocess.run([command, "-Tjson"], input=_dot(scene), capture_output=True, text=True, check=False)
    if found.returncode:  # some graphs with empty clusters are beyond it
        return None
    answer = json.loads(found.stdout)
    names = {thing["_gvid"]: thing["name"] for thing in answer.get("objects", ())}
    keys = {node.key for node in scene.all_nodes()}
    nodes = {}
    for thing in answer.get("objects", ()):
        if thing["name"] in keys:
            x, y = map(float, thing["pos"].split(","))
            nodes[thing["name"]] = _around(x, y, float(thing["width"]) * 72, float(thing["height"]) * 72)
    arrows = [
        (
            edge.get("ltail") or names[edge["tail"]],
            edge.get("lhead") or names[edge["head"]],
            _curve(edge["pos"]),
        )
        for edge in answer.get("edges", ())
    ]
    left, _, right, _ = map(float, answer["bb"].split(","))
    return Drawing(width=right - left, nodes=nodes, arrows=arrows)


def _dot(scene: Scene) -> str:
    boxes = {box.key: next((node.key for inner in box.walk() for node in inner.nodes), "") for box in scene.all_boxes()}
    lines = [
        "digraph {",
        f"compound=true; rankdir={scene.direction.value}; nodesep=0.28; ranksep=0.5; node [shape=box]",
    ]
    for box in scene.boxes:
        lines += _cluster(box)
    lines += [f'"{node.key}"' for node in scene.nodes]
    for node in scene.all_nodes():
        wide, high = node_size(node)
        lines.append(f'"{node.key}" [fixedsize=true label="" width={wide / 72:.3f} height={high / 72:.3f}]')
    for edge in scene.edges:
        ends = [boxes.get(key) or (f"empty_{key}" if key in boxes else key) for key in (edge.source, edge.target)]
        clipped = [
            f"{side}=cluster_{key}" for side, key in (("ltail", edge.source), ("lhead", edge.target)) if key in boxes
        ]
        wide, high = label_size(edge)
        text = "x" * round(wide / 7) if wide and high else ""
        lines.append(f'"{ends[0]}" -> "{ends[1]}" [label="{text}" {" ".join(clipped)}]')
    return "\n".join([*lines, "}"])


def _cluster(box: Box) -> Iterator[str]:
    yield f'subgraph cluster_{box.key} {{ label="{"x" * len(box.title)}";'
    for node in box.nodes:
        yield f'"{node.key}";'
    for inner in box.boxes:
        yield from _cluster(inner)
    if not any(inner.nodes for inner in box.walk()):
        yield f'"empty_{box.key}" [style=invis];'
    yield "}"


def _curve(pos: str) -> Way:
    """A B-spline of Graphviz as straight pieces."""
    points = []
    for part in pos.split():
        if part[0] not in "se":
            x, y = part.split(",")[:2]
            points.append((float(x), float(y)))
    way = [points[0]]
    for start in range(0, len(points) - 3, 3):
        a, b, c, d = points[start : start + 4]
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            parts = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
            way.append(
                tuple(sum(p * q[axis] for p, q in zip(parts, (a, b, c, d), strict=True)) for axis in (0, 1))  # type: ignore[arg-type]
            )
    return way
