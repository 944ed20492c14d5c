"""The legend as document markup: only the signs that a picture uses, drawn as the picture draws them."""

from __future__ import annotations

from docutils import nodes

from sphinx_gitops.language import Say
from sphinx_gitops.render.legend import swatch
from sphinx_gitops.scene import Scene
from sphinx_gitops.words import LegendEntry, legend_entries


def _item(scene: Scene, entry: LegendEntry, *, glyphs: bool) -> nodes.list_item:
    drawn = nodes.raw("", swatch(scene, entry, glyphs=glyphs), format="html")
    return nodes.list_item("", nodes.paragraph("", "", drawn, nodes.Text(entry.words)))


def legend(scene: Scene, say: Say, *, glyphs: bool = False) -> nodes.legend:
    """One item for each sign in use; with *glyphs* as Mermaid draws them."""
    items = (_item(scene, entry, glyphs=glyphs) for entry in legend_entries(scene, say))
    return nodes.legend("", nodes.bullet_list("", *items, classes=["gitops-legend"]))
