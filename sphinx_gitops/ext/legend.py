"""The legend as document markup: only the classes, marks and flow kinds that a picture uses."""

from __future__ import annotations

from docutils import nodes

from sphinx_gitops.ext.names import css_name
from sphinx_gitops.language import Say
from sphinx_gitops.scene import Scene
from sphinx_gitops.words import LegendEntry, legend_entries


def _classes(entry: LegendEntry) -> list[str]:
    if entry.what == "class":
        return ["gitops-class", f"gitops-{css_name(entry.name)}"]
    return [f"gitops-{entry.what}-{entry.name}"]


def legend(scene: Scene, say: Say) -> nodes.legend:
    """One item for each sign in use."""
    items = (
        nodes.list_item("", nodes.paragraph("", entry.words), classes=_classes(entry))
        for entry in legend_entries(scene, say)
    )
    return nodes.legend("", nodes.bullet_list("", *items, classes=["gitops-legend"]))
