"""The post-transform: placeholders become what a builder knows, before references are resolved."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_gitops.emit import MermaidOptions, to_mermaid
from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.domain.link_targets import addresses
from sphinx_gitops.ext.drawing.diagram_scene import scene_of, selected_workflow
from sphinx_gitops.ext.drawing.renderer import Studio
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_diagram
from sphinx_gitops.ext.outputs import html, images, latex, mermaid, stylesheets
from sphinx_gitops.ext.outputs.output_documents import Origins
from sphinx_gitops.ext.resolve.legend import legend
from sphinx_gitops.ext.resolve.pending_xrefs import to_thing
from sphinx_gitops.facts import tip
from sphinx_gitops.phrases import NOT_SHOWN, SEE_TEXT, SEE_WORKFLOW
from sphinx_gitops.render import layout_config, overlay
from sphinx_gitops.render.painting.colour_schemes import CLIENT
from sphinx_gitops.render.painting.legend_content import explained
from sphinx_gitops.render.paper import SMALLEST, Print
from sphinx_gitops.scene import Scene

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class ResolveDiagrams(PostTransform):
    """Draws the pictures as the builder takes them."""

    default_priority = 5

    @property
    def _inline(self) -> bool:
        """Whether pages take an SVG with links: HTML, but for EPUB, which would have to declare it."""
        return stylesheets.takes_stylesheet(self.app.builder)

    def run(self, **kwargs: object) -> None:
        """Replace every placeholder of the document."""
        if self.app.builder.name == "gettext":
            return  # it reads the text of placeholders too
        self._origins = Origins(self.document, self.env)
        for diagram in list(self.document.findall(gitops_diagram)):
            figure = diagram.parent
            assert isinstance(figure, nodes.figure)
            parts = list(self._parts(diagram))
            figure.replace(diagram, parts[:1])
            for part in parts[1:]:
                figure += part
            self._unframe(figure, diagram.workflow.title)

    def _unframe(self, figure: nodes.figure, title: str) -> None:
        """Take a figure apart where builders set it badly: without a picture, or in Markdown.

        Without a caption and a picture, the *title* says what the text version is of, unless the heading does.
        """
        ids = list(figure["ids"])
        if self.app.builder.format in {"text", "man", "markdown"}:
            parts = [
                nodes.paragraph("", "", *child.children) if isinstance(child, nodes.caption) else child
                for child in figure
            ]
            named = any(isinstance(child, (nodes.caption, nodes.image, nodes.literal_block)) for child in figure)
            if not named and title not in _headings(figure):
                parts.insert(0, nodes.paragraph("", "", nodes.strong("", title)))
            figure.replace_self([nodes.target("", "", ids=ids), *parts])
        elif self.app.builder.format == "latex" and not figure.children:
            figure.replace_self(nodes.target("", "", ids=ids))

    def _parts(self, diagram: gitops_diagram) -> Iterator[nodes.Node]:
        """The picture, then its legend, which outside HTML stands in the picture, and a note on what is hidden."""
        shown = scene_of(diagram, self.config)
        parts = list(self._drawn(diagram, shown))
        note = self._note(diagram, shown)
        if note and parts:
            if not isinstance(parts[-1], nodes.legend):
                parts.append(nodes.legend())
            parts[-1] += note
        yield from parts

    def _note(self, diagram: gitops_diagram, shown: Scene) -> nodes.paragraph | None:
        """How much of the workflow the picture does not show, leading to where it is said."""
        if not shown.hidden:
            return None
        if diagram["view"] and selected_workflow(diagram).hidden:
            title = diagram.workflow.title
            words = say.count(SEE_WORKFLOW, shown.hidden).replace("{workflow}", title)
            xref = to_thing(diagram.workflow.id, "workflow", words, self._origins.docname(diagram))
            return nodes.paragraph("", "", xref, classes=["gitops-hidden"])
        if self._inline and diagram["fold"] == "none":
            return nodes.paragraph("", say.count(NOT_SHOWN, shown.hidden), classes=["gitops-hidden"])
        words = say.count(SEE_TEXT, shown.hidden)
        inside: nodes.Node = nodes.Text(words)
        if self._inline and diagram["described"]:
            inside = nodes.reference("", words, refid=diagram["described"], internal=True)
        return nodes.paragraph("", "", inside, classes=["gitops-hidden"])

    def _drawn(self, diagram: gitops_diagram, shown: Scene) -> Iterator[nodes.Element]:
        if not self._inline:
            picture = self._latex(diagram, shown) if self.app.builder.format == "latex" else self._image(diagram, shown)
            yield from [picture] if picture else []
            return
        paged = self.app.builder.name in html.PAGED
        client = mermaid.wanted(self.config) and not paged
        picture = self._client(diagram, shown) if client else self._static(diagram, shown)
        if picture is None:
            return
        yield picture
        if paged:
            return  # its legend stands in the picture
        beside = html.floating(diagram.parent, diagram["width"])
        diagram.parent["classes"] += beside
        if diagram["legend"] == "right" and not beside:
            diagram.parent["classes"].append("gitops-legend-right")
        if diagram["legend"] != "none":
            yield legend(shown, say, signs=client)

    def _studio(self, diagram: gitops_diagram) -> Studio:
        return Studio(self.app, diagram, diagram.workflow.id)

    def _addresses(self, diagram: gitops_diagram) -> Callable[[str], str]:
        return addresses(self.app.builder, self._origins.docname(diagram), diagram.workflow.id)

    def _client(self, diagram: gitops_diagram, shown: Scene) -> nodes.Element:
        """A node of sphinxcontrib-mermaid, drawn by the browser."""
        named = replace(shown, title=diagram["alt"] or shown.title)
        links: dict[str, str] = {}
        address = self._addresses(diagram)
        if diagram["linked"]:
            links = {node.key: address(node.id) for node in shown.all_nodes() if node.leads}
            links |= {box.key: address(box.id) for box in shown.all_boxes()}
        config = overlay(overlay(layout_config(shown, client=True), mermaid.SIZE), diagram["config"])
        diagram.parent["classes"].append(CLIENT)
        tips = {node.key: "; ".join(tip(node).splitlines()) for node in shown.all_nodes()}
        source = to_mermaid(named, MermaidOptions(config=config, links=links, tips=tips))
        return mermaid.node(source, named.title)

    def _static(self, diagram: gitops_diagram, shown: Scene) -> nodes.Element | None:
        """An inline SVG; None where no engine can draw it, and the outline stands for it."""
        number = next(n for n, figure in enumerate(self.document.findall(nodes.figure)) if figure is diagram.parent)
        seed = f"{diagram.workflow.id}|{number}"
        prefix = "gitops-" + hashlib.sha256(seed.encode()).hexdigest()[:8]
        if self.app.builder.name in html.PAGED:
            return self._paged(diagram, shown, prefix)
        picture = self._studio(diagram).picture(shown, diagram["config"], prefix=prefix)
        return (
            nodes.raw("", html.finish(picture.svg, diagram, self._addresses(diagram)), format="html")
            if picture
            else None
        )

    def _paged(self, diagram: gitops_diagram, shown: Scene, prefix: str) -> nodes.Element | None:
        """An inline SVG for pages that become paper: it fits, needs no style sheet, and its links lie over it."""
        printed = self._print(diagram, shown, self._studio(diagram), prefix)
        if printed is None:
            return None
        return nodes.raw("", html.paged(printed, diagram, self._addresses(diagram)), format="html")

    def _print(self, diagram: gitops_diagram, shown: Scene, studio: Studio, prefix: str = "gitops") -> Print | None:
        entries = explained(shown, say) if diagram["legend"] != "none" else []
        return studio.print(shown, diagram["config"], latex.sheet(self.config), entries, prefix=prefix)

    def _latex(self, diagram: gitops_diagram, shown: Scene) -> nodes.Element | None:
        """A picture with links over it; None where it cannot be drawn or converted."""
        studio = self._studio(diagram)
        printed = self._print(diagram, shown, studio)
        content = studio.convert(printed.picture.svg, "pdf") if printed else None
        if printed is None or content is None:
            return None
        if printed.text < SMALLEST:
            studio.warn(
                f"the diagram {diagram.workflow.id!r} is too large for its page: its text would have "
                f"{printed.text:.1f} pt; ':collapse: stages' draws each stage as one node, or split the workflow",
                code="too-small",
            )
        picture = latex.place(self.app, diagram, printed, content, self._origins.docname(diagram))
        picture["align"] = latex.settle(diagram.parent)
        if printed.landscape:
            latex.turn(diagram.parent)
        return picture

    def _image(self, diagram: gitops_diagram, shown: Scene) -> nodes.Element | None:
        """A plain image, for builders that take one of the kinds that can be made."""
        suffix = images.kind_for(self.app.builder)
        if not suffix:
            return images.source(self.app.builder, shown)
        studio = self._studio(diagram)
        printed = self._print(diagram, shown, studio)
        content = studio.convert(printed.picture.svg, suffix) if printed else None
        if content is None:
            return None
        book = self.app.builder.name == "epub"
        image = images.epub(self.app, content) if book else images.standard(self.app, studio, content, suffix)
        if image is None:
            return None
        image["alt"] = diagram["alt"] or shown.title
        if diagram["width"]:
            image["width"] = diagram["width"]
        elif suffix != "svg" and printed:
            image["width"] = f"{printed.width:.0f}pt"
        return image


def _headings(node: nodes.Node | None) -> Iterator[str]:
    """The titles of the sections around a node."""
    while node is not None:
        if isinstance(node, nodes.section):
            yield from (child.astext() for child in node if isinstance(child, nodes.title))
        node = node.parent


def setup(app: Sphinx) -> None:
    """Register the post-transform."""
    app.add_post_transform(ResolveDiagrams)
