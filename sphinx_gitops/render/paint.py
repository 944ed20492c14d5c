"""A scene and its layout in, an SVG out that needs no style sheet, script or font of its own.

Every colour is a presentation attribute with a CSS variable and a fallback, so a strict Content-Security-Policy holds.
Links are written as ``href="gitops:ID"``, for a later step to lead somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from sphinx_gitops.model import Mark
from sphinx_gitops.palette import GROUP, STAGE
from sphinx_gitops.render.edges import Point, draw_edge, polyline
from sphinx_gitops.render.landing import land
from sphinx_gitops.render.layout import Layout, Rect, Route
from sphinx_gitops.render.shapes import number, outline, text_centre
from sphinx_gitops.render.text import FONT_FAMILY, FONT_SIZE, LINE_HEIGHT, width, wrap
from sphinx_gitops.render.titles import place
from sphinx_gitops.scene import Border, Box, Edge, Node, Scene, Swatch

_MARGIN = 8.0
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HALO = 'stroke-width="5" stroke-linejoin="round" paint-order="stroke"'
_BORDERS = {
    Border.NORMAL: 'stroke-width="1.5"',
    Border.STRONG: 'stroke-width="3"',
    Border.PRODUCTION: 'stroke-width="3.5"',
    Border.DASHED: 'stroke-width="1.5" stroke-dasharray="6 4"',
}
_MARKS = {
    Mark.VERIFICATION: ("M1.5 5.5 4 8 8.7 2.2", False),
    Mark.SECURITY: ("M5 .6 9 2V5C9 7.4 7.2 8.9 5 9.7 2.8 8.9 1 7.4 1 5V2Z", True),
    Mark.SYNC: ("M8.6 3.2A4 4 0 1 0 9 5.8M8.9 .8V3.5H6.2", False),
}
_MARK_SIZE = 12.0
_MARK_GAP = 3.0
_SIGN = "\u2713"
_MARK_WORDS = {Mark.VERIFICATION: "verification step", Mark.SECURITY: "security check", Mark.SYNC: "sync point"}


def _text(value: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", value))


def _attribute(value: str) -> str:
    return quoteattr(_ILLEGAL.sub("\ufffd", value))


def _css(name: str) -> str:
    return "".join(c if (c.isascii() and c.isalnum()) or c == "-" else f"_{ord(c):x}_" for c in name)


def _href(name: str) -> str:
    return "gitops:" + quote(name, safe="-._~")


def _colour(name: str, role: str, swatch: Swatch) -> str:
    return f"var(--gitops-{_css(name)}-{role},{getattr(swatch.light, role)})"


def _mark(mark: Mark, x: float, y: float, colour: str) -> str:
    data, filled = _MARKS[mark]
    scale = _MARK_SIZE / 10
    paint = f'fill="{colour}" stroke="none"' if filled else f'fill="none" stroke="{colour}" stroke-width="1.6"'
    ends = "" if filled else ' stroke-linecap="round" stroke-linejoin="round"'
    return (
        f'<path class="gitops-mark" d="{data}" transform="translate({number(x)} {number(y)}) scale({scale:g})" '
        f'{paint}{ends} stroke-dasharray="none"/>'
    )


def _lines(node: Node, rect: Rect, colour: str) -> Iterator[str]:
    """A node's sign and its title, in as many lines as it takes."""
    extra = _MARK_SIZE + _MARK_GAP if node.mark else 0.0
    lines = wrap(f"{_SIGN} {node.title}" if node.mark else node.title)  # as the engine measured it
    if node.mark:
        lines[0] = lines[0].removeprefix(_SIGN).lstrip()
    x, y = text_centre(node.shape, rect)
    top = y - (len(lines) - 1) * FONT_SIZE * LINE_HEIGHT / 2
    for count, line in enumerate(lines):
        shift = extra / 2 if count == 0 else 0.0
        middle = top + count * FONT_SIZE * LINE_HEIGHT
        if count == 0 and node.mark:
            start = x - (width(line) + extra) / 2
            yield _mark(node.mark, start, middle - _MARK_SIZE / 2, colour)
        yield f'<text x="{number(x + shift)}" y="{number(middle)}" dy=".35em" fill="{colour}">{_text(line)}</text>'


def describe(node: Node) -> str:
    """A node in words: title, kind and sign."""
    facts = [node.kind.replace("-", " "), _MARK_WORDS[node.mark] if node.mark else ""]
    said = ", ".join(fact for fact in facts if fact)
    return f"{node.title} ({said})" if said else node.title


def _node(node: Node, rect: Rect, scene: Scene) -> str:
    swatch = scene.swatches[node.colour]
    fill, stroke, text = (_colour(node.colour, role, swatch) for role in ("fill", "stroke", "text"))
    said = describe(node)
    tip = said + (f"\n{node.description}" if node.description else "")
    paint = f'fill="{fill}" stroke="{stroke}" {_BORDERS[node.border]}'
    return (
        f'<a class="gitops-node gitops-{_css(node.colour)}" href="{_href(node.id)}" aria-label={_attribute(said)}>'
        f"<title>{_text(tip)}</title>"
        f'<g class="gitops-shape" {paint}>{outline(node.shape, rect)}</g>'
        f"{''.join(_lines(node, rect, text))}</a>"
    )


def _box(box: Box, rect: Rect) -> str:
    name, swatch, radius, dashes = ("stage", STAGE, 8, "") if box.level == 0 else ("group", GROUP, 6, "4 3")
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<rect class="gitops-{name}" x="{number(rect.x)}" y="{number(rect.y)}" width="{number(rect.width)}" '
        f'height="{number(rect.height)}" rx="{radius}" fill="{_colour(name, "fill", swatch)}" '
        f'stroke="{_colour(name, "stroke", swatch)}"{dashed}/>'
    )


def _titles(scene: Scene, layout: Layout, ways: list[list[Point]]) -> Iterator[str]:
    taken: list[Rect] = []
    for box in scene.all_boxes():
        name, swatch, size, weight = (
            ("stage", STAGE, 13.0, "bold") if box.level == 0 else ("group", GROUP, 12.0, "normal")
        )
        wide = width(box.title, size, bold=box.level == 0)
        spot = place(layout.boxes[box.key], wide, size + 2, ways, taken)
        taken.append(spot)
        halo = f'stroke="{_colour(name, "fill", swatch)}" {_HALO}'
        paint = f'fill="{_colour(name, "text", swatch)}" {halo}'
        yield (
            f'<a class="gitops-title" href="{_href(box.id)}"><text x="{number(spot.x)}" y="{number(spot.y + size)}" '
            f'font-size="{number(size)}" font-weight="{weight}" text-anchor="start" {paint}>'
            f"{_text(box.title)}</text></a>"
        )


def _label_spot(edge: Edge, route: Route) -> Rect:
    """Where an arrow's label is drawn: an engine's own measure may be missing or belong to another font."""
    at = route.label
    x, y = (at.x + at.width / 2, at.y + at.height / 2) if at else route.points[len(route.points) // 2]
    lines = wrap(edge.label)
    wide, high = max(width(line) for line in lines), len(lines) * FONT_SIZE * LINE_HEIGHT
    return Rect(x - wide / 2, y - high / 2, wide, high)


def _labels(scene: Scene, layout: Layout) -> Iterator[str]:
    for edge, route in zip(scene.edges, layout.routes, strict=True):
        if not edge.label:
            continue
        spot, lines = _label_spot(edge, route), wrap(edge.label)
        x, y = spot.x + spot.width / 2, spot.y + spot.height / 2
        for count, line in enumerate(lines):
            middle = y + (count - (len(lines) - 1) / 2) * FONT_SIZE * LINE_HEIGHT
            yield (
                f'<text class="gitops-label" x="{number(x)}" y="{number(middle)}" dy=".35em" '
                f'fill="{_colour("stage", "text", STAGE)}" stroke="{_colour("stage", "fill", STAGE)}" {_HALO}>'
                f"{_text(line)}</text>"
            )


def _view_box(scene: Scene, layout: Layout) -> Rect:
    """Everything that is drawn, with a margin."""
    drawn = zip(scene.edges, layout.routes, strict=True)
    labels = [_label_spot(edge, route) for edge, route in drawn if edge.label]
    rects = [*layout.boxes.values(), *layout.nodes.values(), *labels]
    points = [point for route in layout.routes for point in route.points]
    left = min([r.x for r in rects] + [x for x, _ in points]) - _MARGIN
    top = min([r.y for r in rects] + [y for _, y in points]) - _MARGIN
    right = max([r.right for r in rects] + [x for x, _ in points]) + _MARGIN
    bottom = max([r.bottom for r in rects] + [y for _, y in points]) + _MARGIN
    return Rect(left, top, right - left, bottom - top)


def _size_class(wide: float) -> str:
    """A class that keeps a wide picture from shrinking below three quarters of its size."""
    return f" gitops-min-{min(3000, int(wide * 0.75 // 100) * 100)}" if wide > 700 else ""


def paint(scene: Scene, layout: Layout, *, prefix: str) -> str:
    """The SVG of a scene; *prefix* keeps its ids apart from those of other pictures of the page."""
    layout = land(scene, layout)
    ways = [polyline(route) for route in layout.routes]
    view = _view_box(scene, layout)
    names = [f"{prefix}-title"] + ([f"{prefix}-desc"] if scene.description else [])
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="gitops-svg{_size_class(view.width)}" '
        f'role="graphics-document document" aria-labelledby="{" ".join(names)}" '
        f'viewBox="{number(view.x)} {number(view.y)} {number(view.width)} {number(view.height)}" '
        f'width="{number(view.width)}" height="{number(view.height)}" font-family="{FONT_FAMILY}" '
        f'font-size="{number(FONT_SIZE)}" text-anchor="middle">'
    )
    parts = [head, f'<title id="{prefix}-title">{_text(scene.title)}</title>']
    if scene.description:
        parts.append(f'<desc id="{prefix}-desc">{_text(scene.description)}</desc>')
    parts += [_box(box, layout.boxes[box.key]) for box in scene.all_boxes()]
    edges = zip(scene.edges, layout.routes, strict=True)
    parts += [draw_edge(route, edge.kind, curved=layout.curved) for edge, route in edges]
    parts += [_node(node, layout.nodes[node.key], scene) for node in scene.all_nodes()]
    parts += _titles(scene, layout, ways)
    parts += _labels(scene, layout)
    return "\n".join([*parts, "</svg>"])
