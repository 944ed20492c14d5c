"""A scene and its layout in, an SVG out that needs no style sheet, script or font of its own.

Every colour is a presentation attribute, so a strict Content-Security-Policy holds.
Links are written as ``href="gitops:ID"``, for a later step to lead somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sphinx_gitops.facts import LegendEntry
from sphinx_gitops.palette import STAGE
from sphinx_gitops.render.geometry.layout import Layout, Rect
from sphinx_gitops.render.painting.clip import land
from sphinx_gitops.render.painting.emphasis import NONE, emphasis
from sphinx_gitops.render.painting.ink import Ink, screen
from sphinx_gitops.render.painting.labels import label_spots
from sphinx_gitops.render.painting.legends.legend import TOP, Legend, arrange, draw_legend
from sphinx_gitops.render.painting.parts import Painter
from sphinx_gitops.render.painting.picture import LinkArea, Picture
from sphinx_gitops.render.painting.routes import grown
from sphinx_gitops.render.painting.signs.glyphs import glyphs_of
from sphinx_gitops.render.painting.signs.marks import ring
from sphinx_gitops.render.painting.svg import as_text, number
from sphinx_gitops.render.painting.titles import title_spots
from sphinx_gitops.render.text_fitting.node_text import GROUP_TITLE
from sphinx_gitops.render.text_fitting.notes import is_note
from sphinx_gitops.render.text_fitting.text_width import FONT_FAMILY, FONT_SIZE, SECOND_SIZE
from sphinx_gitops.scene import Box, Scene

_MARGIN = 8.0
_LEGEND = 420.0
"""How wide a legend may be below a narrower picture, in px."""


def _extent(layout: Layout, labels: list[Rect | None]) -> Rect:
    """Everything that is drawn, with a margin."""
    rects = [*layout.boxes.values(), *layout.nodes.values(), *filter(None, labels)]
    points = [point for route in layout.routes for point in route.points]
    across, along = [x for x, _ in points], [y for _, y in points]
    left = min([r.x for r in rects] + across) - _MARGIN
    top = min([r.y for r in rects] + along) - _MARGIN
    right = max([r.x + r.width for r in rects] + across) + _MARGIN
    bottom = max([r.y + r.height for r in rects] + along) + _MARGIN
    return Rect(left, top, right - left, bottom - top)


def _with_legend(view: Rect, legend: Legend) -> Rect:
    if not legend.entries:
        return view
    return Rect(view.x, view.y, max(view.width, legend.width + 2 * _MARGIN), view.height + TOP + legend.height)


def _explained(view: Rect, legend: Sequence[LegendEntry]) -> Legend:
    """The legend in rows as wide as the picture."""
    return arrange(legend, max(view.width - 2 * _MARGIN, _LEGEND))


def smallest_text(scene: Scene) -> float:
    """The size of the smallest text of the picture without its legend, in px."""
    boxes = list(scene.all_boxes())
    if any(node.under or node.subtitle or node.note or is_note(node.key) for node in scene.all_nodes()):
        return SECOND_SIZE
    if any(box.subtitle or box.note for box in boxes):
        return SECOND_SIZE
    return GROUP_TITLE if any(box.level for box in boxes) else FONT_SIZE


def _names(scene: Scene) -> Iterator[tuple[str, str]]:
    """The key of each component and box with its id."""
    yield from ((node.key, node.id) for node in scene.all_nodes())
    yield from ((box.key, box.id) for box in scene.all_boxes())


def _parts(painter: Painter, titles: list[tuple[Box, Rect]], labels: list[Rect | None]) -> Iterator[str]:
    """Everything in drawing order: boxes, arrows, what the boxes hold, then the labels over all."""
    scene, layout = painter.scene, painter.layout
    yield from map(painter.box, scene.all_boxes())
    places = {**layout.boxes, **layout.nodes}
    for key in scene.focus:
        yield ring(places[key], painter.tint(STAGE, "text"))
    covers = grown([*(spot for spot in labels if spot), *(spot for _, spot in titles)])
    for count in range(len(scene.edges)):
        yield painter.arrow(count, covers)
    spots = {box.key: spot for box, spot in titles}
    for box in scene.boxes:
        yield from painter.content(box, spots)
    yield from map(painter.node, scene.nodes)
    for count, (edge, spot) in enumerate(zip(scene.edges, labels, strict=True)):
        if spot:
            yield painter.label(count, edge, spot)


def _spots(
    painter: Painter, titles: list[tuple[Box, Rect]], labels: list[Rect | None], view: Rect
) -> Iterator[LinkArea]:
    """What leads somewhere, from the top left of the picture: components, titles, then labels."""
    scene, nodes = painter.scene, painter.layout.nodes

    def moved(rect: Rect) -> Rect:
        return Rect(rect.x - view.x, rect.y - view.y, rect.width, rect.height)

    yield from (LinkArea(node.id, moved(nodes[node.key])) for node in scene.all_nodes() if node.leads)
    yield from (LinkArea(box.id, moved(rect)) for box, rect in titles)
    for count, (edge, rect) in enumerate(zip(scene.edges, labels, strict=True)):
        if rect and (edge.url or edge.doc):
            yield LinkArea("", moved(rect), count)


def _root(view: Rect, prefix: str, *, links: bool) -> tuple[tuple[str, str], ...]:
    """The attributes of the root element."""
    return (
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("class", "gitops-svg"),
        ("role", "graphics-document document" if links else "img"),
        ("aria-labelledby", f"{prefix}-title"),
        ("viewBox", f"{number(view.x)} {number(view.y)} {number(view.width)} {number(view.height)}"),
        ("width", number(view.width)),
        ("height", number(view.height)),
        ("font-family", FONT_FAMILY),
        ("font-size", number(FONT_SIZE)),
        ("text-anchor", "middle"),
        ("direction", "ltr"),
    )


def _titles(scene: Scene, prefix: str) -> str:
    """The name and the description of the whole picture."""
    title = f'\n<title id="{prefix}-title">{as_text(scene.title)}</title>'
    return title + (f"\n<desc>{as_text(scene.description)}</desc>" if scene.description else "")


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
    titles, labels = title_spots(scene, layout), label_spots(scene, layout)
    view = _extent(layout, labels)
    explained = _explained(view, legend)
    signs = list(draw_legend(scene, explained, view.x + _MARGIN, view.bottom + TOP, ink))
    view = _with_legend(view, explained)
    painter = Painter(
        scene=scene,
        layout=layout,
        ink=ink,
        links=links,
        glyphs=glyphs_of(scene),
        emphasis=emphasis(scene) if links else NONE,
        names=dict(_names(scene)),
    )
    return Picture(
        root=_root(view, prefix, links=links),
        content="\n".join([_titles(scene, prefix), *_parts(painter, titles, labels), *signs, "</svg>"]),
        width=view.width,
        height=view.height,
        smallest=smallest_text(scene),
        spots=tuple(_spots(painter, titles, labels, view)),
        turned=layout.turned,
        unkept=tuple(box.id for box in scene.all_boxes() if box.key in layout.unkept),
    )
