"""Diagrams in places that an output cannot have them in, in; the same after these places, out.

Markdown has neither fences nor lists in the cells of tables and in notes, and its builders leave out what is in a
margin. No row of a table in LaTeX goes on on another page.
"""

from __future__ import annotations

from docutils import nodes

from sphinx_gitops.ext.placeholders import Placeholders

_ROWS = (nodes.table,)
_FLAT = (nodes.table, nodes.footnote, nodes.citation, nodes.sidebar)


class MovedDiagrams:
    """What is put after tables and notes of one document, in the order in which it was in them."""

    def __init__(self) -> None:
        self._after: dict[int, nodes.container] = {}

    def after_table(self, node: nodes.Node) -> nodes.container | None:
        """What follows the outermost table around a node; None where there is none."""
        table = _outermost(node, _ROWS)
        return self._following(table) if table is not None else None

    def move(self, found: Placeholders, title: str) -> None:
        """Put a diagram after what cannot have it; a link to it, with its caption or *title*, is left there."""
        place = _outermost(found.figure, _FLAT)
        if place is None:
            return
        words = next((child.astext() for child in found.figure if isinstance(child, nodes.caption)), "") or title
        ids = found.figure["ids"]
        link: nodes.Node = nodes.reference("", words, refid=ids[0], internal=True) if ids else nodes.Text(words)
        parts = [part for part in (found.figure, found.outline) if part is not None]
        found.figure.parent.replace(found.figure, nodes.paragraph("", "", link))
        if found.outline:
            found.outline.parent.remove(found.outline)
        self._following(place).extend(parts)

    def _following(self, place: nodes.Element) -> nodes.container:
        found = self._after.get(id(place))
        if found is None:
            found = self._after[id(place)] = nodes.container()
            place.parent.insert(place.parent.index(place) + 1, found)
        return found


def _outermost(node: nodes.Node, kinds: tuple[type[nodes.Element], ...]) -> nodes.Element | None:
    found, above = None, node.parent
    while above is not None:
        found = above if isinstance(above, kinds) else found
        above = above.parent
    return found
