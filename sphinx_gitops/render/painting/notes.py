"""A note and its place in, a sheet with a folded corner as SVG out."""

from __future__ import annotations

from sphinx_gitops.render.geometry.layout import Rect, Route
from sphinx_gitops.render.painting.edges import draw_tie
from sphinx_gitops.render.painting.marked_text import TextLook, draw_lines
from sphinx_gitops.render.painting.svg import path
from sphinx_gitops.render.text_fitting.node_text import NOTE_FOLD, NOTE_TIE, TextBlock, note_size, note_text


def _sheet(r: Rect) -> str:
    fold = NOTE_FOLD
    edge = path("M", r.x, r.y, "H", r.right - fold, "L", r.right, r.y + fold, "V", r.bottom, "H", r.x, "Z")
    return edge + path("M", r.right - fold, r.y, "V", r.y + fold, "H", r.right)


def draw_note(shown: TextBlock, rect: Rect, look: TextLook, fill: str, stroke: str, about: str = "") -> str:
    """A note with its lines."""
    lines = "".join(draw_lines(shown, rect.x + rect.width / 2, rect.y + rect.height / 2, look))
    return f'<g class="gitops-note"{about}><path d="{_sheet(rect)}" fill="{fill}" stroke="{stroke}"/>{lines}</g>'


def draw_title_note(text: str, title: Rect, look: TextLook, fill: str, stroke: str) -> str:
    """The note of a stage or a group, tied to the right of its *title*."""
    wide, high = note_size(text)
    middle = title.y + min(title.height, high) / 2
    tie = Route(((title.right + 3, middle), (title.right + NOTE_TIE, middle)))
    sheet = Rect(title.right + NOTE_TIE, title.y, wide, high)
    return draw_tie(tie, stroke) + draw_note(note_text(text), sheet, look, fill, stroke)
