"""The post-transform: placeholders become what a builder knows, before references are resolved."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import quote, unquote
from xml.sax.saxutils import quoteattr

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from sphinx_gitops.emit import MermaidOptions, to_mermaid
from sphinx_gitops.ext import mermaid_compat
from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.domain import anchor_of
from sphinx_gitops.ext.legend import legend
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_outline
from sphinx_gitops.model import Direction, Workflow
from sphinx_gitops.render import RenderError, choose, draw, layout_config, overlay
from sphinx_gitops.scene import Scene
from sphinx_gitops.view import scene

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_logger = logging.getLogger(__name__)
_HREF = re.compile(r'href="gitops:([^"]*)"')


def _fragment(workflow: Workflow, name: str) -> str:
    return "#" + quote(anchor_of(f"{workflow.id}.{name}"), safe="-._~")


class ResolveDiagrams(SphinxPostTransform):
    """Draws the pictures for HTML and settles the text equivalent for everyone."""

    default_priority = 5
    builders_without: ClassVar = frozenset({"epub", "gettext"})

    def run(self, **kwargs: object) -> None:
        """Replace every placeholder of the document."""
        inline = self.app.builder.format == "html" and self.app.builder.name not in self.builders_without
        for diagram in list(self.document.findall(gitops_diagram)):
            figure = diagram.parent
            parts = list(self._picture(diagram)) if inline else []
            if parts and diagram["legend"] == "right":
                figure["classes"].append("gitops-legend-right")
            figure.replace(diagram, parts[:1])
            figure += parts[1:]
        if self.app.builder.name != "gettext":
            for outline in list(self.document.findall(gitops_outline)):
                parent = outline.parent
                parent[parent.index(outline) : parent.index(outline) + 1] = self._outline(outline, inline=inline)

    def _picture(self, diagram: gitops_diagram) -> Iterator[nodes.Node]:
        """The picture in HTML, then its legend."""
        shown = self._scene(diagram)
        picture = self._client(diagram, shown) if mermaid_compat.wanted(self.config) else self._static(diagram, shown)
        if picture is None:
            return
        yield picture
        if diagram["legend"] != "none":
            yield legend(shown)

    def _scene(self, diagram: gitops_diagram) -> Scene:
        direction = Direction(diagram["direction"]) if diagram["direction"] else None
        return scene(diagram["workflow"], vocabulary(self.config), direction=direction)

    def _client(self, diagram: gitops_diagram, shown: Scene) -> nodes.Node:
        """A node of sphinxcontrib-mermaid, drawn by the browser."""
        workflow: Workflow = diagram["workflow"]
        links: dict[str, str] = {}
        if diagram["anchored"]:
            links = {node.key: _fragment(workflow, node.id) for node in shown.all_nodes()}
            links |= {box.key: _fragment(workflow, box.id) for box in shown.all_boxes()}
        config = overlay(layout_config(shown, client=True), diagram["config"])
        source = to_mermaid(shown, MermaidOptions(config=config, links=links))
        return mermaid_compat.node(source, diagram["alt"] or workflow.title)

    def _static(self, diagram: gitops_diagram, shown: Scene) -> nodes.Node | None:
        """An inline SVG; None where no engine can draw it, and the outline stands for it."""
        workflow: Workflow = diagram["workflow"]
        engine = choose(self.config.gitops_engine)
        if engine is None:
            self._warn_no_engine()
            return None
        number = next(n for n, figure in enumerate(self.document.findall(nodes.figure)) if figure is diagram.parent)
        seed = f"{workflow.id}|{number}"
        prefix = "gitops-" + hashlib.sha256(seed.encode()).hexdigest()[:8]
        try:
            picture = draw(
                shown,
                to_mermaid(shown),
                engine=engine,
                prefix=prefix,
                config=diagram["config"],
                timeout=self.config.gitops_timeout,
            )
        except RenderError as error:
            _logger.warning(
                "the diagram %r cannot be drawn by %s: %s; its text equivalent stands in for it",
                workflow.id,
                engine.name,
                error,
                location=diagram,
                type="gitops",
                subtype="renderer",
            )
            return None
        return nodes.raw("", self._finish(picture.svg, diagram), format="html")

    def _finish(self, svg: str, diagram: gitops_diagram) -> str:
        """The SVG with its links, its width and its name."""
        workflow: Workflow = diagram["workflow"]
        svg = _HREF.sub(lambda found: f'href="{_fragment(workflow, unquote(found.group(1)))}"', svg)
        root_end = svg.index(">")
        root, rest = svg[:root_end], svg[root_end:]
        if diagram["anchored"]:
            root += f' aria-describedby="{anchor_of(workflow.id)}-outline"'
        if diagram["alt"]:
            root = re.sub(r' aria-labelledby="[^"]*"', "", root) + f" aria-label={quoteattr(diagram['alt'])}"
        if diagram["width"]:
            root = re.sub(r' (width|height)="[^"]*"', "", root) + f" width={quoteattr(diagram['width'])}"
        return f'<div class="gitops-diagram">\n{root}{rest}\n</div>\n'

    def _warn_no_engine(self) -> None:
        """Say once a build that pictures are missing."""
        _logger.warning(
            "no drawing engine (gitops_engine = %r) is installed, so diagrams show as text: "
            'pip install "sphinx-gitops[static]", or set gitops_html_output = "mermaid"',
            self.config.gitops_engine,
            type="gitops",
            subtype="renderer",
            once=True,
        )

    def _outline(self, outline: gitops_outline, *, inline: bool) -> list[nodes.Node]:
        """A container of standard nodes, with a fold before it in HTML."""
        fold = outline["fold"]
        container = nodes.container("", *outline.children, ids=outline["ids"], classes=["gitops-outline-body"])
        if not inline:
            return [container]
        if fold == "none":
            return self._bare_anchors(outline)
        state = " open" if fold == "open" else ""
        summary = f'<details class="gitops-outline"{state}><summary>Text version of the diagram</summary></details>'
        return [nodes.raw("", summary, format="html"), container]

    def _bare_anchors(self, outline: gitops_outline) -> list[nodes.Node]:
        """The entries' anchors, moved to the figure before the outline."""
        moved = [name for node in outline.findall(nodes.Element) for name in node["ids"]]
        figure = outline.parent.children[outline.parent.index(outline) - 1]
        assert isinstance(figure, nodes.figure)
        figure["ids"] += [*outline["ids"], *moved]
        return []


def setup(app: Sphinx) -> None:
    """Register the post-transform."""
    app.add_post_transform(ResolveDiagrams)
