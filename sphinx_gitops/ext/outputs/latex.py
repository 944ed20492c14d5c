"""Resolved diagrams in, nodes of LaTeX out: a PDF in a box, and over each of its components a link."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.cache import key_of
from sphinx_gitops.ext.domain.links.link_targets import DocumentAnchor
from sphinx_gitops.ext.drawing.resolved_diagram import ResolvedDiagram
from sphinx_gitops.ext.nodes import gitops_in_place, gitops_picture
from sphinx_gitops.ext.outputs.written_files import note
from sphinx_gitops.render.painting.picture import LinkArea
from sphinx_gitops.render.printing.paper import POINTS, SHARE, SMALLEST, Print, Sheet

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.writers.latex import LaTeXTranslator

_MARGINS = 144.0
_PAPERS = {
    "a4paper": (597.5, 845.0),
    "letterpaper": (614.3, 794.9),
    "a5paper": (421.1, 597.5),
    "b5paper": (500.7, 711.3),
    "legalpaper": (614.3, 1011.8),
}
"""Paper sizes in TeX's pt."""
_ARROWS = {"\u2194": "\\leftrightarrow", "\u2192": "\\rightarrow"}
_ALIGN = {"left": "l", "right": "r"}


_BARE, _CAPTIONED = 2, 5
"""The lines of a page that a picture leaves below it, without a caption and with one."""
_TRANSPARENT = (nodes.document, nodes.section, nodes.container, nodes.compound, addnodes.start_of_file, addnodes.only)
"""The nodes that leave their content to the page."""


def sheet(config: Config) -> Sheet:
    """The part of a page that a picture may fill, by ``latex_elements['papersize']``."""
    paper = str(config.latex_elements.get("papersize", "letterpaper"))
    width, height = _PAPERS.get(paper, _PAPERS["letterpaper"])
    return Sheet(width - _MARGINS, (height - _MARGINS) * SHARE)


def picture(app: Sphinx, diagram: ResolvedDiagram, figure: nodes.Element, docname: str) -> gitops_picture | None:
    """A picture with links over it, in *docname*; None where it cannot be drawn or converted."""
    renderer = diagram.renderer(app)
    printed = renderer.print(diagram.scene, sheet(app.config), diagram.legend)
    content = renderer.convert(printed.picture.svg, "pdf") if printed else None
    if printed is None or content is None:
        return None
    node = _written(app, diagram, printed, content, docname)
    node["align"] = _alignment(figure)
    if printed.landscape and _on_page(figure):
        _turn(figure)
    return node


def _written(app: Sphinx, diagram: ResolvedDiagram, printed: Print, content: bytes, docname: str) -> gitops_picture:
    """Write the PDF beside the LaTeX and return its node."""
    name = f"gitops-{key_of(content.hex())}.pdf"
    (Path(app.outdir) / name).write_bytes(content)
    note(app, docname, name)
    picture = printed.picture
    links = [
        (
            _target(app, diagram, spot, docname),
            spot.rect.x / picture.width,
            1 - spot.rect.bottom / picture.height,
            spot.rect.width / picture.width,
            spot.rect.height / picture.height,
        )
        for spot in picture.spots
        if ":" not in spot.id  # another project's: its address is in the text version
    ]
    return gitops_picture(
        file=name,
        points=picture.width * POINTS,
        text=printed.text,
        width=diagram.request.width,
        links=links if diagram.request.linked else [],
    )


def _target(app: Sphinx, diagram: ResolvedDiagram, spot: LinkArea, docname: str) -> DocumentAnchor | str:
    """Where a click on a spot leads: a place in the documentation, or an address."""
    if spot.edge < 0:
        return diagram.place(app.env, docname, spot.id)
    return diagram.scene.edges[spot.edge].url or diagram.edge_place(spot.edge)


def _on_page(figure: nodes.Element) -> bool:
    """Whether nothing but sections is around a figure: a list, a table or a box cannot have a page in it."""
    node = figure.parent
    while node is not None and isinstance(node, _TRANSPARENT):
        node = node.parent
    return node is None


def _turn(figure: nodes.Element) -> None:
    """Put a figure on a page that lies on its side."""
    before = nodes.raw("", "\n\\begin{landscape}\n", format="latex")
    after = nodes.raw("", "\n\\end{landscape}\n", format="latex")
    figure.replace_self([before, figure, after])


def _alignment(figure: nodes.Element) -> str:
    """The alignment of a picture in its figure; text flows only around one whose width is known."""
    align = figure.get("align", "center")
    if align in _ALIGN and "width" not in figure:
        del figure["align"]
    return _ALIGN.get(align, "c")


def target_items(container: nodes.container) -> None:
    """Targets for list items: LaTeX and Texinfo write no anchor for an item's own ids."""
    for item in container.findall(nodes.list_item):
        paragraph = item.next_node(nodes.paragraph)
        if item["ids"] and paragraph is not None:
            paragraph.insert(0, nodes.target("", "", ids=item["ids"]))
            item["ids"] = []


def draw_arrows(container: nodes.container) -> None:
    """Arrows as mathematics: pdfLaTeX has no such letters."""
    for inline in list(container.findall(nodes.inline)):
        if "gitops-arrow" in inline["classes"]:
            command = _ARROWS[inline.astext()]
            inline.replace_self(nodes.raw("", f"\\({command}\\)", format="latex"))


def _uri(address: str) -> str:
    """An address as the argument of a command, which XeTeX writes into the PDF unread: all but these is in per cent."""
    coded = quote(address, safe="/:?=&%#.-+,;@!*'").replace("_", "%5F").replace("~", "%7E")
    return re.sub("([&%#])", r"\\\1", coded)


def _link(
    self: LaTeXTranslator, target: DocumentAnchor | str, left: float, bottom: float, width: float, height: float
) -> str:
    """A link over a part of a picture."""
    sides = f"{{{left:.5f}}}{{{bottom:.5f}}}{{{width:.5f}}}{{{height:.5f}}}"
    if isinstance(target, str):
        return f"%\n\\gitopsaddress{sides}{{{_uri(target)}}}"
    label = self.idescape(f"{target.docname}:{target.anchor or ':doc'}")
    return f"%\n\\gitopslink{sides}{{{label}}}"


def visit_picture(self: LaTeXTranslator, node: gitops_picture) -> None:
    """Write a picture, with its links over it."""
    figure = node.parent
    labels = ""
    if not any(isinstance(child, nodes.caption) for child in figure):
        labels = self.hypertarget_to(figure, anchor=True)
    length = self.latex_image_length(node["width"]) if node["width"] else None
    size = length or f"{node['points']:.2f}bp"
    links = "".join(_link(self, *link) for link in node["links"])
    self.body.append(f"\n{labels}\\gitopspicture{{{node['align']}}}{{width={size}}}{{{{{node['file'][:-4]}}}.pdf}}%\n")
    self.body.append(f"{{{links}}}\n\n")
    raise nodes.SkipNode


def in_place(figure: nodes.Element, *, floats: bool) -> None:
    """Keep a figure where it is written, unless it *floats* and may do so there."""
    wrapper = gitops_in_place("", floats=floats)
    figure.parent.replace(figure, wrapper)
    wrapper += figure


def enter_in_place(self: LaTeXTranslator, node: gitops_in_place) -> None:
    """Sphinx has no floats in tables and admonitions; a footnote is set as a page within the page is."""
    if self.in_footnote:
        for figure in node.findall(nodes.figure):
            figure["align"] = "center"
        self.in_minipage += 1
    self.no_latex_floats += not node["floats"]
    for picture in node.findall(gitops_picture):
        if not node["floats"] and _on_page(node):
            lines = _CAPTIONED if node.next_node(nodes.caption) else _BARE
            self.body.append(f"\n\\gitopsroom{{{min(1.0, SMALLEST / picture['text']):.2f}}}{{{lines}}}\n")


def leave_in_place(self: LaTeXTranslator, node: gitops_in_place) -> None:
    """Go back to what is around."""
    self.no_latex_floats -= not node["floats"]
    if self.in_footnote:
        self.in_minipage -= 1
