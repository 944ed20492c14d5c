"""Resolved diagrams in, figures as a builder takes them out: the picture, its legend and a note on what is hidden."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_gitops.ext.css_classes import STATUS_TIME_CLASS
from sphinx_gitops.ext.drawing.resolved_diagram import ResolvedDiagram
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.outputs import html, images, latex, mermaid
from sphinx_gitops.ext.outputs.addresses import Addresses
from sphinx_gitops.ext.outputs.capabilities import PictureForm, capabilities
from sphinx_gitops.ext.outputs.output_documents import Origins
from sphinx_gitops.ext.placeholders import Placeholders
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.resolve.legend import legend
from sphinx_gitops.ext.resolve.pending_xrefs import to_part
from sphinx_gitops.phrases.words import NOT_SHOWN, SEE_TEXT, SEE_WORKFLOW, STATUS_TIME
from sphinx_gitops.render.painting.style_sheet.colour_schemes import CLIENT

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class FigureResolver:
    """Replaces the diagrams of one document by their pictures."""

    def __init__(self, app: Sphinx, origins: Origins, document: nodes.document) -> None:
        self._app = app
        self._output = capabilities(app)
        self._origins = origins
        self._numbers = {id(figure): number for number, figure in enumerate(document.findall(nodes.figure))}

    def replace(self, diagram: ResolvedDiagram, found: Placeholders, described_by: str) -> None:
        """Replace a placeholder; *described_by* is the id of its text version."""
        if self._output.picture is not PictureForm.NONE:
            report(diagram.notices)
        figure = found.figure
        picture = self._drawn(diagram, figure, described_by)
        below = list(self._legend(diagram, figure)) if picture else []
        note = self._note(diagram, described_by)
        if note and picture:
            below = below or [nodes.legend()]
            below[0] += note
        found.diagram.parent.replace(found.diagram, picture)
        figure += below
        _add_time(figure, diagram.workflow.observed_at, self._prefix(diagram, figure))
        if self._output.picture is PictureForm.PDF and figure.children:
            latex.in_place(figure, floats=self._output.outline_mode(diagram.request.outline) == "none")
        if not self._output.figures:
            _unframe(figure, diagram.workflow.title)
        elif not self._output.empty_figures and not figure.children:
            figure.replace_self(nodes.target("", "", ids=list(figure["ids"])))

    def _note(self, diagram: ResolvedDiagram, described_by: str) -> nodes.paragraph | None:
        """How much of the workflow the picture does not show, with a link to where it is described."""
        hidden = diagram.scene.hidden
        if not hidden:
            return None
        if diagram.request.view and diagram.selected.hidden:
            words = say.count(SEE_WORKFLOW, hidden).replace("{workflow}", diagram.workflow.title)
            xref = to_part(diagram.workflow.id, "workflow", words, self._origins.docname(diagram.node))
            return nodes.paragraph("", "", xref, classes=["gitops-hidden"])
        if self._output.outline_mode(diagram.request.outline) == "none":
            return nodes.paragraph("", say.count(NOT_SHOWN, hidden), classes=["gitops-hidden"])
        words = say.count(SEE_TEXT, hidden)
        inside: nodes.Node = nodes.Text(words)
        if self._output.folded and described_by:
            inside = nodes.reference("", words, refid=described_by, internal=True)
        return nodes.paragraph("", "", inside, classes=["gitops-hidden"])

    def _drawn(self, diagram: ResolvedDiagram, figure: nodes.figure, details: str) -> list[nodes.Element]:
        """The picture; nothing where the builder takes none, or it cannot be drawn."""
        app, here = self._app, self._origins.docname(diagram.node)
        if self._output.outline_mode(diagram.request.outline) == "none":
            details = ""  # the figure has its id
        addresses = Addresses(app, here, diagram)
        prefix = self._prefix(diagram, figure)
        picture: nodes.Element | None
        match self._output.picture:
            case PictureForm.INLINE:
                picture = html.inline(app, diagram, addresses=addresses, docname=here, prefix=prefix, details=details)
            case PictureForm.PAGED:
                picture = html.paged(app, diagram, addresses=addresses, prefix=prefix, details=details)
            case PictureForm.CLIENT:
                figure["classes"].append(CLIENT)
                picture = mermaid.client(diagram, addresses.part)
            case PictureForm.PDF:
                picture = latex.picture(app, diagram, figure, here)
            case PictureForm.IMAGE | PictureForm.BOOK_IMAGE:
                picture = images.image(app, diagram)
            case PictureForm.SOURCE:
                picture = mermaid.source(diagram)
            case PictureForm.NONE:
                picture = None
        return [picture] if picture else []

    def _legend(self, diagram: ResolvedDiagram, figure: nodes.figure) -> Iterator[nodes.legend]:
        """In pages of HTML the legend beside the picture, which elsewhere is inside; the figure's classes place it."""
        if self._output.picture not in {PictureForm.INLINE, PictureForm.CLIENT}:
            return
        request = diagram.request
        beside = html.floating(figure, request.width)
        figure["classes"] += beside
        if request.legend == "right" and not beside:
            figure["classes"].append("gitops-legend-right")
        found = legend(diagram.scene, say, signs=self._output.picture is PictureForm.CLIENT)
        if found and request.legend != "none":
            yield found

    def _prefix(self, diagram: ResolvedDiagram, figure: nodes.figure) -> str:
        """The prefix of the picture's ids, which no other picture of the document has."""
        seed = f"{diagram.workflow.id}|{self._numbers.get(id(figure), diagram.request.key)}"
        return "gitops-" + hashlib.sha256(seed.encode()).hexdigest()[:8]


def _add_time(figure: nodes.figure, time: str, name: str) -> None:
    """Say in the caption when the components were as they are shown; *name* is an id for a figure that has none."""
    caption = next((child for child in figure if isinstance(child, nodes.caption)), None)
    if not time or (caption and any(STATUS_TIME_CLASS in one["classes"] for one in caption.findall(nodes.inline))):
        return
    words = say(STATUS_TIME).replace("{time}", time)
    if caption is None:
        at = next((number for number, child in enumerate(figure) if isinstance(child, nodes.legend)), len(figure))
        caption = nodes.caption()
        figure.insert(at, caption)
        figure["ids"] = figure["ids"] or [name]  # Sphinx wants one for a figure with a caption
    said = f" ({words})" if caption.children else words[:1].upper() + words[1:]
    caption += nodes.inline("", said, classes=[STATUS_TIME_CLASS])


def _unframe(figure: nodes.figure, title: str) -> None:
    """Take a figure apart; without a caption and a picture, the *title* is put first, unless a heading above has it."""
    parts: list[nodes.Node] = []
    for child in figure:
        if isinstance(child, nodes.legend):
            parts += child.children  # the note on what is hidden
        else:
            parts.append(nodes.paragraph("", "", *child.children) if isinstance(child, nodes.caption) else child)
    named = any(isinstance(child, (nodes.caption, nodes.image, nodes.literal_block)) for child in figure)
    if not named and title not in _headings(figure):
        parts.insert(0, nodes.paragraph("", "", nodes.strong("", title)))
    figure.replace_self([nodes.target("", "", ids=list(figure["ids"])), *parts])


def _headings(node: nodes.Node | None) -> Iterator[str]:
    """The titles of the sections around a node."""
    while node is not None:
        if isinstance(node, nodes.section):
            yield from (child.astext() for child in node if isinstance(child, nodes.title))
        node = node.parent
