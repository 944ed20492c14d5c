"""The legend as one piece of HTML: only the signs that a picture uses, drawn as the picture draws them."""

from __future__ import annotations

from docutils import nodes

from sphinx_gitops.facts import LegendEntry
from sphinx_gitops.phrases.translator import Translator
from sphinx_gitops.render.markup import escape
from sphinx_gitops.render.painting.legends.legend import swatch
from sphinx_gitops.render.painting.legends.legend_content import explained, is_long
from sphinx_gitops.scene import Scene


def _item(scene: Scene, entry: LegendEntry, *, signs: bool) -> str:
    words = escape(entry.words).replace('"', "&quot;")
    return f"<li><p>{swatch(scene, entry, signs=signs)}{words}</p></li>\n"


def legend(scene: Scene, say: Translator, *, signs: bool = False) -> nodes.legend | None:
    """One item for each sign in use, None where all explains itself; with *signs* as Mermaid draws them."""
    entries = explained(scene, say, signs=signs)
    if not entries:
        return None
    items = "".join(_item(scene, entry, signs=signs) for entry in entries)
    classes = "gitops-legend gitops-legend-long simple" if is_long(entries) else "gitops-legend simple"
    words = nodes.raw("", f'<ul class="{classes}">\n{items}</ul>\n', format="html")
    return nodes.legend("", words, classes=["no-search"])  # else a search for 'registry' finds every picture
