"""A scene and its layout in, an SVG out that needs no style sheet, script or font of its own.

Every colour is a presentation attribute, so a strict Content-Security-Policy holds.
Links are written as ``href="gitops:ID"``, for a later step to lead somewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from sphinx_gitops.facts import LegendEntry, describe, tip
from sphinx_gitops.identifiers import css_name
from sphinx_gitops.palette import GROUP, STAGE
from sphinx_gitops.render.painting.edges import draw_edge
from sphinx_gitops.render.geometry.layout import Layout, Rect
from sphinx_gitops.render.painting.ink import Ink, screen
from sphinx_gitops.render.painting.clip import land
from sphinx_gitops.render.painting.legend import TOP, Legend, arrange, draw_legend
from sphinx_gitops.render.painting.svg import as_text, attribute, border, ring, tint
from sphinx_gitops.render.painting.outlines import number, outline, text_centre
from sphinx_gitops.render.painting.marked_text import Signed, halo
from sphinx_gitops.render.painting.labels import label_spots, signed, title_size, title_spots
from sphinx_gitops.render.text import FONT_FAMILY, FONT_SIZE, fitted
from sphinx_gitops.scene import Box, Edge, Node, Scene

_MARGIN = 8.0
_LEGEND = 420.0
"""How wide a legend may be below a narrower picture, in px."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What a click on a part of a picture leads to: an id of the workflow, and its box in px from the top left."""

    id: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn scene: the SVG, its size in px, and where its components and titles stand in it."""

    svg: str
    width: float
    height: float
    spots: tuple[Spot, ...]

    def to_json(self) -> str:
        """The picture as text, for a cache."""
        spots = [[spot.id, spot.rect.x, spot.rect.y, spot.rect.width, spot.rect.height] for spot in self.spots]
        return json.dumps([self.svg, self.width, self.height, spots], separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Picture:
        """What ``to_json`` wrote. Raises ValueError where it did not write this."""
        try:
            svg, wide, high, spots = json.loads(text)
            return cls(
                svg=str(svg),
                width=float(wide),
                height=float(high),
                spots=tuple(Spot(str(name), Rect(*map(float, rect))) for name, *rect in spots),
            )
        except (TypeError, OverflowError, RecursionError) as error:
            raise ValueError("this is no picture") from error


def extent(scene: Scene, layout: Layout) -> Rect:
    """Everything that is drawn, with a margin."""
    labels = [spot for spot in label_spots(scene, layout) if spot]
    rects = [*layout.boxes.values(), *layout.nodes.values(), *labels]
    points = [point for route in layout.routes for point in route.points]
    left = min([r.x for r in rects] + [x for x, _ in points]) - _MARGIN
    top = min([r.y for r in rects] + [y for _, y in points]) - _MARGIN
    right = max([r.right for r in rects] + [x for x, _ in points]) + _MARGIN
    bottom = max([r.bottom for r in rects] + [y for _, y in points]) + _MARGIN
    return Rect(left, top, right - left, bottom - top)


def _with_legend(view: Rect, legend: Legend) -> Rect:
    if not legend.entries:
        return view
    return Rect(view.x, view.y, max(view.width, legend.width + 2 * _MARGIN), view.height + TOP + legend.height)


def _explained(view: Rect, legend: Sequence[LegendEntry]) -> Legend:
    """The legend in rows as wide as the picture."""
    return arrange(legend, max(view.width - 2 * _MARGIN, _LEGEND))


def size(scene: Scene, layout: Layout, legend: Sequence[LegendEntry] = ()) -> tuple[float, float]:
    """The width and height in px of the picture that ``paint`` would make."""
    view = extent(scene, layout)
    whole = _with_legend(view, _explained(view, legend))
    return whole.width, whole.height


def _size_class(wide: float) -> str:
    """A class that keeps a wide picture from shrinking below three quarters of its size."""
    return f" gitops-min-{min(3000, int(wide * 0.75 // 100) * 100)}" if wide > 700 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Painter:
    """One picture in the making; ``links`` is false where the SVG stands in an image, which no click enters."""

    scene: Scene
    layout: Layout
    ink: Ink
    links: bool

    def tint(self, name: str, role: str) -> str:
        """One colour of a class or a part."""
        return tint(self.ink, name, role, self.scene.swatches[name])

    def link(self, classes: str, name: str, inside: str, said: str = "") -> str:
        if not self.links:
            return self.group(classes, inside)
        label = f" aria-label={attribute(said)}" if said else ""
        return f'<a class="{classes}" href="gitops:{quote(name, safe="-._~")}"{label}>{inside}</a>'

    def group(self, classes: str, inside: str) -> str:
        return f'<g class="{classes}">{inside}</g>'

    def node(self, node: Node) -> str:
        rect, shown = self.layout.nodes[node.key], Signed(node.title, node.mark, self.layout.wrap, node.under)
        fill, stroke, text = (self.tint(node.colour, role) for role in ("fill", "stroke", "text"))
        paint = f'fill="{fill}" stroke="{stroke}" {border(node.border)}'
        lines = "\n".join(shown.draw(*text_centre(node.shape, rect), text))
        inside = (
            f"<title>{as_text(tip(node))}</title>\n"  # a search takes away tags, and words must not run together
            f'<g class="gitops-shape" {paint}>{outline(node.shape, rect)}</g>'
            f"{lines}"
        )
        classes = f"gitops-node gitops-{css_name(node.colour)}"
        return self.link(classes, node.id, inside, describe(node)) if node.leads else self.group(classes, inside)

    def box(self, box: Box) -> str:
        rect = self.layout.boxes[box.key]
        name, radius, dashes = (STAGE, 8, "") if box.level == 0 else (GROUP, 6, "4 3")
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        return (
            f'<rect class="gitops-{name}" x="{number(rect.x)}" y="{number(rect.y)}" width="{number(rect.width)}" '
            f'height="{number(rect.height)}" rx="{radius}" fill="{self.tint(name, "fill")}" '
            f'stroke="{self.tint(name, "stroke")}"{dashed}/>'
        )

    def field(self, rect: Rect, colour: str) -> str:
        """What keeps text apart from arrows on paper, where converters let a halo cover letters."""
        return (
            f'<rect x="{number(rect.x - 2)}" y="{number(rect.y)}" width="{number(rect.width + 4)}" '
            f'height="{number(rect.height)}" rx="3" fill="{colour}"/>'
        )

    def title(self, box: Box, spot: Rect) -> str:
        name, weight = (STAGE, "bold") if box.level == 0 else (GROUP, "normal")
        size = title_size(box)
        colour = self.tint(name, "fill")
        behind, around = ("", halo(colour)) if self.ink is screen else (self.field(spot, colour), "")
        inside = behind + (
            f'<text x="{number(spot.x)}" y="{number(spot.y + size)}" font-size="{number(size)}" '
            f'font-weight="{weight}" text-anchor="start" fill="{self.tint(name, "text")}"{around}'
            f"{fitted(box.title, size, bold=box.level == 0)}>{as_text(box.title)}</text>"
        )
        told = f"<title>{as_text(box.description)}</title>\n" if box.description else ""
        return self.link("gitops-title", box.id, told + inside)

    def label(self, edge: Edge, spot: Rect) -> Iterator[str]:
        colour = self.tint(STAGE, "fill")
        if self.ink is not screen:
            yield self.field(spot, colour)
        yield from signed(edge, self.layout.wrap).draw(
            spot.x + spot.width / 2,
            spot.y + spot.height / 2,
            self.tint(STAGE, "text"),
            classes="gitops-label",
            ground=colour if self.ink is screen else "",
        )

    def content(self, box: Box, spots: Mapping[str, Rect]) -> Iterator[str]:
        """A box as a reader walks it: its title, its components, then the boxes inside."""
        yield f'<g role="group" aria-label={attribute(box.title)}>' if self.links else "<g>"
        yield self.title(box, spots[box.key])
        yield from map(self.node, box.nodes)
        for inner in box.boxes:
            yield from self.content(inner, spots)
        yield "</g>"

    def parts(self, titles: list[tuple[Box, Rect]]) -> Iterator[str]:
        """Everything in drawing order: boxes, arrows, what stands in the boxes, then the labels over all."""
        edges = list(zip(self.scene.edges, self.layout.routes, strict=True))
        yield from map(self.box, self.scene.all_boxes())
        places = {**self.layout.boxes, **self.layout.nodes}
        for key in self.scene.focus:
            yield ring(places[key], self.tint(STAGE, "text"))
        for edge, route in edges:
            yield draw_edge(route, edge.kind, self.ink, self.scene.swatches, curved=self.layout.curved)
        spots = {box.key: spot for box, spot in titles}
        for box in self.scene.boxes:
            yield from self.content(box, spots)
        yield from map(self.node, self.scene.nodes)
        for edge, spot in zip(self.scene.edges, label_spots(self.scene, self.layout), strict=True):
            if spot:
                yield from self.label(edge, spot)


def _head(scene: Scene, view: Rect, prefix: str, *, links: bool) -> str:
    role = "graphics-document document" if links else "img"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="gitops-svg{_size_class(view.width) if links else ""}" '
        f'role="{role}" aria-labelledby="{prefix}-title" '
        f'viewBox="{number(view.x)} {number(view.y)} {number(view.width)} {number(view.height)}" '
        f'width="{number(view.width)}" height="{number(view.height)}" font-family="{FONT_FAMILY}" '
        f'font-size="{number(FONT_SIZE)}" text-anchor="middle">'
        f'\n<title id="{prefix}-title">{as_text(scene.title)}</title>'
    )
    return head + (f"\n<desc>{as_text(scene.description)}</desc>" if scene.description else "")


def paint(
    scene: Scene,
    layout: Layout,
    *,
    prefix: str,
    ink: Ink = screen,
    links: bool = True,
    legend: Sequence[LegendEntry] = (),
) -> Picture:
    """The picture of a scene, with *legend* below it; *prefix* keeps its ids apart from those of other pictures."""
    layout = land(scene, layout)
    view = extent(scene, layout)
    explained = _explained(view, legend)
    signs = list(draw_legend(scene, explained, view.x + _MARGIN, view.bottom + TOP, ink))
    view = _with_legend(view, explained)
    painter = _Painter(scene=scene, layout=layout, ink=ink, links=links)
    titles = title_spots(scene, layout)
    spots = [(node.id, layout.nodes[node.key]) for node in scene.all_nodes() if node.leads]
    spots += [(box.id, rect) for box, rect in titles]
    return Picture(
        svg="\n".join([_head(scene, view, prefix, links=links), *painter.parts(titles), *signs, "</svg>"]),
        width=view.width,
        height=view.height,
        spots=tuple(Spot(name, Rect(r.x - view.x, r.y - view.y, r.width, r.height)) for name, r in spots),
    )
