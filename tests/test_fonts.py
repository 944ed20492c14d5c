"""Text stands inside its outline in whatever font a reader has."""

from __future__ import annotations

import re

import pytest
from test_geometry import SCENES, laid

from sphinx_gitops.render.painting.paint import paint
from sphinx_gitops.render.text import fitted

OUTSIDE = """() => {
    const found = [];
    const within = (name, text, shape) => {
        const [a, b] = [text.getBBox(), shape.getBBox()];
        if (a.x < b.x - 0.5 || a.x + a.width > b.x + b.width + 0.5) found.push(name + ': ' + text.textContent);
    };
    for (const node of document.querySelectorAll('.gitops-node'))
        for (const text of node.querySelectorAll('text')) within('node', text, node.querySelector('.gitops-shape'));
    return found;
}"""
WIDTHS = "() => [...document.querySelectorAll('.gitops-svg text')].map(text => text.getBBox().width)"
FONTS = [
    "Arial, 'Liberation Sans'",
    "'DejaVu Sans'",
    "'DejaVu Serif'",
    "'DejaVu Sans Mono'",
    "'No Such Font', sans-serif",
]


@pytest.mark.parametrize(
    ("text", "expected"), [("Code", True), ("構成", True), ("Код", True), ("कोड", False), ("", False)]
)
def test_a_line_is_fitted_where_its_width_is_known(text, expected):
    assert bool(fitted(text)) is expected


@pytest.mark.browser
def test_no_text_is_cut_in_any_font(page):
    for name, shown in SCENES.items():
        svg = paint(shown, laid(shown), prefix="p").svg
        widths = []
        for font in FONTS:
            page.set_content(f"<style>.gitops-svg text{{font-family:{font}!important}}</style>{svg}")
            assert page.evaluate(OUTSIDE) == [], f"{name} in {font}"
            widths.append(page.evaluate(WIDTHS))
        for other in widths[1:]:
            assert max(abs(a - b) for a, b in zip(widths[0], other, strict=True)) < 2.5, name


@pytest.mark.browser
def test_a_font_of_another_width_would_be_seen(page):
    shown = SCENES["delivery"]
    svg = re.sub(r' textLength="[^"]*" lengthAdjust="[^"]*"', "", paint(shown, laid(shown), prefix="p").svg)
    page.set_content(f"<style>.gitops-svg text{{font-family:'DejaVu Sans Mono'!important}}</style>{svg}")
    assert page.evaluate(OUTSIDE)
