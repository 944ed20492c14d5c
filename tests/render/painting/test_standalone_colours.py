"""Plain paints: one light colour may stand for several dark ones, and a writer's text is no paint."""

from __future__ import annotations

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render.drawing import draw
from sphinx_gitops.render.painting.standalone import PlainInk, standalone
from sphinx_gitops.scene import Colours, Swatch
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT


def swatch(light: str, dark: str) -> Swatch:
    return Swatch(light=Colours(fill=light, stroke=light, text=light), dark=Colours(fill=dark, stroke=dark, text=dark))


SWATCHES = {
    "a": swatch("#fff", "#000"),
    "b": swatch("#fff", "#111"),
    "c": swatch("#fff", "#222"),
    "d": swatch("#fff", "#000"),
}


def test_each_pair_of_light_and_dark_has_a_spelling_of_its_own():
    ink = PlainInk(SWATCHES, "auto")
    paints = [ink(f"{name}-fill", "#fff") for name in SWATCHES]
    assert paints == ["#fff", "rgb(255,255,255)", "rgb(255, 255, 255)", "#fff"]
    style = ink.style()
    assert '[fill="rgb(255,255,255)"]{fill:#111}' in style
    assert '[stroke="rgb(255, 255, 255)"]{stroke:#222}' in style


def test_light_and_dark_need_no_style():
    for side, colour in (("light", "#fff"), ("dark", "#222")):
        ink = PlainInk(SWATCHES, side)
        assert (ink("c-text", "#fff"), ink.style()) == (colour, "")


def test_a_writer_s_text_is_no_paint():
    title = 'fill="var(--gitops-stage-fill,#f6f8fa)" &gt; <svg>'
    text = f"title: '{title}'\nstages: {{s: {{components: {{A: '{title}'}}}}}}\n"
    reading = read_text(text, locate=lambda line, column: Span("t", line + 1, column + 1), default="t")
    shown = scene(reading.workflow, DEFAULT)
    ink = PlainInk(shown.swatches, "auto")
    drawn = draw(shown, prefix="p", ink=ink).svg
    assert drawn.count("var(") >= 2
    whole = standalone(drawn, {}, ink.style())
    assert whole.count("var(") == drawn.count("var(") - 1  # the label of a link goes with it
    assert whole.index("<style>") == whole.index(">") + 2
