"""Notes: sheets with a folded corner, beside a component or a title."""

from __future__ import annotations

from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.marked_text import TextLook
from sphinx_gitops.render.painting.notes import draw_note, draw_title_note
from sphinx_gitops.render.text_fitting.node_text import note_size, note_text

LOOK = TextLook(colour="#000", second="")


def test_a_note_has_its_sheet_and_its_words():
    wide, high = note_size("Look <twice>")
    text = draw_note(note_text("Look <twice>"), Rect(0, 0, wide, high), LOOK, "#fff", "#111")
    assert text.startswith('<g class="gitops-note">')
    assert "&lt;twice&gt;" in text
    assert "<a " not in text


def test_the_note_of_a_stage_is_tied_to_its_title():
    text = draw_title_note("Look", Rect(10, 10, 60, 20), LOOK, "#fff", "#111")
    assert 'class="gitops-tie"' in text
    assert text.index("gitops-tie") < text.index("gitops-note")
