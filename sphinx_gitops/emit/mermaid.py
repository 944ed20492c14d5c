"""A scene as Mermaid source, line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

import yaml

from sphinx_gitops.emit import escape
from sphinx_gitops.emit.escape import label, url
from sphinx_gitops.identifiers import coded, note_key
from sphinx_gitops.model import FlowKind, Mark
from sphinx_gitops.scene import MARK_GLYPHS, STATE_GLYPHS, Box, Node, Scene
from sphinx_gitops.styles import BORDER_STROKES, FLOW_STYLES, GROUP, SHAPE_STYLES, STAGE, Border, Stroke

_ARROWS: dict[FlowKind, str] = {
    FlowKind.AUTOMATION: "-->",
    FlowKind.SYNC: "<-->",
    FlowKind.VERIFICATION: "-->",
    FlowKind.SECURITY: "==>",
    FlowKind.PROMOTION: "==>",
    FlowKind.FEEDBACK: "-.->",
    FlowKind.ROLLBACK: "-.->",
    FlowKind.MANUAL: "-->",
}

_ORDER = {kind: place for place, kind in enumerate(FlowKind)}
"""The order of the lines of flows, by kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MermaidOptions:
    """What is emitted beside the graph: configuration as front matter, links and tooltips by key."""

    config: Mapping[str, object] | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    tips: Mapping[str, str] = field(default_factory=dict)


def signed(text: str, mark: Mark | None) -> str:
    """A text as Mermaid measures it: with its sign before it."""
    return f"{MARK_GLYPHS[mark]} {text}" if mark else text


def _words(*lines: str) -> str:
    """The lines of a label that are not empty."""
    return "<br/>".join(label(line) for line in lines if line) or label("")


def _state(node: Node) -> str:
    """How the objects of a node are, as a line of its label."""
    return f"{STATE_GLYPHS[node.state]} {node.state_word}" if node.state else ""


def _node_line(node: Node) -> str:
    """A node with its sign and its title, and under them what else is said of it."""
    return node.key + SHAPE_STYLES[node.shape].mermaid.format(
        _words(signed(node.title, node.mark), node.under, node.subtitle, _state(node))
    )


def _class(colour: str) -> str:
    return "gitops_" + coded(colour)


def _note_line(annotated: Node | Box) -> str:
    """The note of a node or a box as a node of its own."""
    return f'{note_key(annotated.key)}["{label(annotated.note)}"]'


def _box_lines(box: Box, indent: str) -> Iterator[str]:
    yield f'{indent}subgraph {box.key}["{_words(box.title, box.subtitle)}"]'
    inner = indent + "  "
    if box.direction:
        yield f"{inner}direction {box.direction.value}"
    for node in box.nodes:
        yield inner + _node_line(node)
    annotated: tuple[Node | Box, ...] = (box, *box.nodes)
    yield from (inner + _note_line(one) for one in annotated if one.note)
    for child in box.boxes:
        yield from _box_lines(child, inner)
    yield f"{indent}end"


def _edge_lines(scene: Scene) -> Iterator[str]:
    for edge in scene.edges:
        text = f'|"{label(signed(edge.words, edge.mark))}"|' if edge.words else ""
        yield f"  {edge.source} {_ARROWS[edge.kind]}{text} {edge.target}"


def _line(stroke: Stroke, base: Stroke | None = None) -> str:
    """How Mermaid writes a line, as far as it is not as *base*."""
    wide = [] if base and base.width == stroke.width else [f"stroke-width:{stroke.width:g}px"]
    dashes = " ".join(f"{length:g}" for length in stroke.dashes)
    return ",".join([*wide, *([f"stroke-dasharray:{dashes}"] if dashes else [])])


def _link_lines(scene: Scene) -> Iterator[str]:
    numbered = sorted(enumerate(scene.edges), key=lambda pair: _ORDER[pair[1].kind])
    for kind, edges in groupby(numbered, key=lambda pair: pair[1].kind):
        numbers = ",".join(str(number) for number, _ in edges)
        look = FLOW_STYLES[kind]
        yield f"  linkStyle {numbers} stroke:{scene.swatches[look.colour].light.stroke},{_line(look.stroke)}"


def _class_lines(scene: Scene) -> Iterator[str]:
    nodes = list(scene.all_nodes())
    for colour in dict.fromkeys(node.colour for node in nodes):
        shown = scene.swatches[colour].light
        name = _class(colour)
        yield f"  classDef {name} fill:{shown.fill},stroke:{shown.stroke},color:{shown.text},stroke-width:1.5px"
        yield f"  class {','.join(node.key for node in nodes if node.colour == colour)} {name}"
    for border, stroke in BORDER_STROKES.items():
        keys = [node.key for node in nodes if node.border is border]
        if keys and border is not Border.NORMAL:
            name = f"gitops{border.value.capitalize()}"
            yield f"  classDef {name} {_line(stroke, BORDER_STROKES[Border.NORMAL])}"
            yield f"  class {','.join(keys)} {name}"
    if scene.focus:
        yield "  classDef gitopsFocus stroke-width:6px"
        yield f"  class {','.join(scene.focus)} gitopsFocus"
    boxes = list(scene.all_boxes())
    for name, part, dashes, stages in (
        ("gitopsStage", STAGE, "", True),
        ("gitopsGroup", GROUP, ",stroke-dasharray:4 3", False),
    ):
        keys = [box.key for box in boxes if (box.level == 0) is stages]
        if keys:
            light = scene.swatches[part].light
            colours = f"fill:{light.fill},stroke:{light.stroke},color:{light.text}"
            yield f"  classDef {name} {colours},stroke-width:1px{dashes}"
            yield f"  class {','.join(keys)} {name}"


def _graph_lines(scene: Scene) -> Iterator[str]:
    for node in scene.nodes:
        yield "  " + _node_line(node)
        if node.note:
            yield "  " + _note_line(node)
    for box in scene.boxes:
        yield from _box_lines(box, "  ")
    yield from _edge_lines(scene)
    # Behind the edges, which linkStyle counts.
    yield from (f"  {note_key(node.key)} -.- {node.key}" for node in scene.all_nodes() if node.note)


def _note_class(scene: Scene) -> Iterator[str]:
    """What makes notes look like none of the components."""
    annotated: tuple[Node | Box, ...] = (*scene.all_boxes(), *scene.all_nodes())
    keys = [note_key(one.key) for one in annotated if one.note]
    if keys:
        light = scene.swatches[GROUP].light
        colours = f"fill:{light.fill},stroke:{light.stroke},color:{light.text}"
        yield f"  classDef gitopsNote {colours},stroke-width:1px,stroke-dasharray:2 2"
        yield f"  class {','.join(keys)} gitopsNote"


def _lines(scene: Scene, options: MermaidOptions) -> Iterator[str]:
    if options.config is not None:
        yield "---"
        yield _front_matter(json.dumps(_plain(options.config), sort_keys=True))
        yield "---"
    yield f"flowchart {scene.direction.value}"
    if options.config is not None:
        named = {"accTitle": scene.title, "accDescr": scene.description}
        yield from (f"  {key}: {label(words)}" for key, words in named.items() if words)
    yield from _graph_lines(scene)
    yield from _link_lines(scene)
    yield from _class_lines(scene)
    yield from _note_class(scene)
    for key, address in options.links.items():
        tip = f' "{escape.tip(options.tips[key])}"' if key in options.tips else ""
        yield f'  click {key} href "{url(address)}"{tip}'


@lru_cache(maxsize=64)
def _front_matter(config: str) -> str:
    """Configuration, given as JSON, as YAML for people: a site's diagrams share a few, and the YAML writer is slow."""
    return yaml.safe_dump({"config": json.loads(config)}, sort_keys=True, width=1000).rstrip()


def _plain(value: object) -> object:
    """Nested mappings as plain dicts, for the YAML writer."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def to_mermaid(scene: Scene, options: MermaidOptions | None = None) -> str:
    """The Mermaid flowchart of a scene, ending in a newline."""
    return "\n".join(_lines(scene, options or MermaidOptions())) + "\n"
