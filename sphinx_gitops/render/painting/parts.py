"""The parts of a scene and their places in, each as SVG out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from sphinx_gitops.facts import describe, describe_edge, tip
from sphinx_gitops.identifiers import css_name
from sphinx_gitops.palette import GROUP, STAGE
from sphinx_gitops.render.geometry.layout import Layout, Rect
from sphinx_gitops.render.painting.edges import draw_edge, draw_tie
from sphinx_gitops.render.painting.emphasis import Emphasis
from sphinx_gitops.render.painting.ink import Ink, paper, quiet_attributes, tint
from sphinx_gitops.render.painting.marked_text import TextLook, draw_lines, halo, underline
from sphinx_gitops.render.painting.notes import draw_note, draw_title_note
from sphinx_gitops.render.painting.outlines import outline, text_centre
from sphinx_gitops.render.painting.signs.badges import badge_centre, draw_badge
from sphinx_gitops.render.painting.signs.glyphs import Glyph
from sphinx_gitops.render.painting.signs.marks import border
from sphinx_gitops.render.painting.signs.states import STATE_COLOURS, draw_state, state_centre
from sphinx_gitops.render.painting.svg import as_text, attribute, rectangle
from sphinx_gitops.render.text_fitting.node_text import fitted_text, label_text, title_size, title_text
from sphinx_gitops.render.text_fitting.notes import is_note
from sphinx_gitops.scene import Box, Edge, Node, Scene
from sphinx_gitops.styles import FLOW_STYLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Painter:
    """One picture in the making; ``links`` is false where the SVG is in an image, which no click enters.

    ``names`` are ids by key.
    """

    scene: Scene
    layout: Layout
    ink: Ink
    links: bool
    glyphs: Mapping[str, Glyph]
    emphasis: Emphasis
    names: Mapping[str, str]
    _tints: dict[tuple[str, str], str] = field(default_factory=dict)
    _looks: dict[tuple[str, str], TextLook] = field(default_factory=dict)

    def tint(self, name: str, role: str) -> str:
        """One colour of a class or a part."""
        found = self._tints.get((name, role))
        if found is None:
            found = self._tints[name, role] = tint(self.ink, name, role, self.scene.swatches[name])
        return found

    def look(self, name: str, around: str = "") -> TextLook:
        """How text of a class or a part is painted; *around* is what keeps it apart."""
        found = self._looks.get((name, around))
        if found is None:
            second = quiet_attributes(self.ink, name, self.scene.swatches[name])
            found = TextLook(colour=self.tint(name, "text"), second=second, attributes=around)
            self._looks[name, around] = found
        return found

    def link(self, classes: str, name: str, inside: str, *, said: str = "", about: str = "") -> str:
        """A part that leads to the entry of an id."""
        if not self.links:
            return f'<g class="{classes}"{about}>{inside}</g>'
        label = f" aria-label={attribute(said)}" if said else ""
        address = name if name.isascii() and name.isidentifier() else quote(name, safe="-._~")
        return f'<a class="{classes}" href="gitops:{address}"{label}{about}>{inside}</a>'

    def badge(self, node: Node, rect: Rect, fill: str, stroke: str) -> str:
        """The glyph of a component's kind."""
        glyph = self.glyphs.get(node.kind)
        if glyph is None:
            return ""
        x, y = badge_centre(node.shape, rect)
        return draw_badge(glyph, x, y, disc=stroke, ink=fill)

    def state(self, node: Node, rect: Rect) -> str:
        """How a component's objects are in a cluster."""
        if node.state is None:
            return ""
        x, y = state_centre(node.shape, rect)
        name = STATE_COLOURS[node.state]
        return draw_state(node.state, x, y, disc=self.tint(name, "stroke"), ink=self.tint(name, "fill"))

    def node(self, node: Node) -> str:
        """A component: its outline, its glyph and its text."""
        rect, about = self.layout.nodes[node.key], self.emphasis.node(node.key)
        shown = fitted_text(node, rect, self.layout.wrap)
        if is_note(node.key):
            return draw_note(shown, rect, self.look(STAGE), self.tint(GROUP, "fill"), self.tint(STAGE, "stroke"), about)
        fill, stroke = self.tint(node.colour, "fill"), self.tint(node.colour, "stroke")
        paint = f'fill="{fill}" stroke="{stroke}" {border(node.border)}'
        inside = (
            f"<title>{as_text(tip(node))}</title>\n"  # a search takes away tags, and words must not run together
            f'<g class="gitops-shape" {paint}>{outline(node.shape, rect)}</g>'
            f"{self.badge(node, rect, fill, stroke)}{self.state(node, rect)}"
        ) + "\n".join(draw_lines(shown, *text_centre(node.shape, rect), self.look(node.colour)))
        classes = f"gitops-node gitops-{css_name(node.colour)}"
        if node.leads:
            return self.link(classes, node.id, inside, said=describe(node), about=about)
        return f'<g class="{classes}"{about}>{inside}</g>'

    def box(self, box: Box) -> str:
        """The outline of a stage or a group."""
        name, radius, dashes = (STAGE, 8, "") if box.level == 0 else (GROUP, 6, ' stroke-dasharray="4 3"')
        paint = f'class="gitops-{name}" fill="{self.tint(name, "fill")}" stroke="{self.tint(name, "stroke")}"{dashes}'
        return rectangle(self.layout.boxes[box.key], radius, paint)

    def title(self, box: Box, spot: Rect) -> str:
        """The title of a stage or a group, and its note."""
        name = STAGE if box.level == 0 else GROUP
        around = halo(self.tint(name, "fill")) if self.ink is not paper else ""
        block = title_text(box)
        lines = draw_lines(block, spot.x, spot.y + block.height / 2, self.look(name, around), anchor="start")
        said = f"<title>{as_text(box.description)}</title>\n" if box.description else ""
        drawn = self.link("gitops-title", box.id, said + "".join(lines), about=self.emphasis.number(box.key))
        if not box.note:
            return drawn
        wide, _ = title_size(box)
        colours = (self.look(STAGE), self.tint(GROUP, "fill"), self.tint(STAGE, "stroke"))
        return drawn + draw_title_note(box.note, replace(spot, width=wide), *colours)

    def label(self, number: int, edge: Edge, spot: Rect) -> str:
        """The label of an arrow, which leads to the address of its flow; to ``gitops-flow:NUMBER`` for a document."""
        around = halo(self.tint(STAGE, "fill")) if self.ink is not paper else ""
        leads = self.links and bool(edge.url or edge.doc)
        block = label_text(edge, self.layout.wrap)
        middle = (spot.x + spot.width / 2, spot.y + spot.height / 2)
        look = self.look(STAGE, around)
        inside = "".join(draw_lines(block, *middle, look)) + (underline(block, *middle, look) if leads else "")
        near = self.emphasis.edge(number)
        if not leads:
            return f'<g class="gitops-label"{near}>{inside}</g>'
        address = attribute(edge.url or f"gitops-flow:{number}")
        said = f" aria-label={attribute(describe_edge(self.scene, edge))}"
        return f'<a class="gitops-label" href={address}{said}{near}>{inside}</a>'

    def arrow(self, number: int, covers: list[Rect]) -> str:
        """An arrow, hidden where *covers* are, or the tie of a note."""
        edge, route = self.scene.edges[number], self.layout.routes[number]
        near = self.emphasis.edge(number)
        if is_note(edge.target):
            return draw_tie(route, self.tint(STAGE, "stroke"), near)
        ends = f" data-from={attribute(self.names[edge.source])} data-to={attribute(self.names[edge.target])}"
        stroke = self.tint(edge.colour or FLOW_STYLES[edge.kind].colour, "stroke")
        return draw_edge(route, edge.kind, stroke, covers=covers, about=(near, ends))

    def content(self, box: Box, spots: Mapping[str, Rect]) -> Iterator[str]:
        """A box as a reader walks it: its title, its components, then the boxes inside."""
        yield f'<g role="group" aria-label={attribute(box.title)}>' if self.links else "<g>"
        yield self.title(box, spots[box.key])
        yield from map(self.node, box.nodes)
        for inner in box.boxes:
            yield from self.content(inner, spots)
        yield "</g>"
