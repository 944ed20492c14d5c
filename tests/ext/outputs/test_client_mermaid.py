"""What a browser draws has the height of its width and its own colours; what it does not draw is out of the way."""

from __future__ import annotations

import pytest

from support.sites import site

pytestmark = pytest.mark.browser


def opened(page, app):
    """The page without what it would load from elsewhere."""
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    page.set_viewport_size({"width": 1000, "height": 700})
    page.goto(f"file://{app.outdir}/index.html")


@pytest.mark.parametrize("theme", ["basic", "alabaster", "furo"])
@pytest.mark.parametrize("size", [(300, 200), (2400, 900)])
def test_the_height_of_a_picture_follows_its_width(build, page, theme, size):
    app = build(site(), gitops_html_output="mermaid", html_theme=theme)
    opened(page, app)
    wide, high = size
    drawn = (
        f"<svg width='{wide}' height='{high}' viewBox='0 0 {wide} {high}'><rect width='{wide}' height='{high}'/></svg>"
    )
    page.evaluate("svg => { document.querySelector('pre.mermaid').innerHTML = svg }", drawn)
    box = page.locator("pre.mermaid > svg").bounding_box()
    assert box["height"] == pytest.approx(box["width"] * high / wide, rel=0.02)
    assert box["width"] <= min(wide, 1000)
    around = page.locator("pre.mermaid").bounding_box()
    assert around["height"] <= box["height"] + 60


def test_no_theme_turns_the_colours_of_a_picture_on_its_light_plate(build, page):
    app = build(site(), gitops_html_output="mermaid", html_theme="pydata_sphinx_theme")
    page.emulate_media(color_scheme="dark")
    opened(page, app)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.evaluate("document.querySelector('pre.mermaid').innerHTML = '<svg viewBox=\"0 0 9 9\"></svg>'")
    assert page.evaluate("getComputedStyle(document.querySelector('pre.mermaid > svg')).filter") == "none"


@pytest.mark.parametrize("theme", ["basic", "furo"])
def test_what_no_script_has_drawn_is_a_box_of_source_to_scroll(build, page, theme):
    opened(page, build(site(), gitops_html_output="mermaid", html_theme=theme))
    assert page.locator("pre.mermaid").bounding_box()["height"] <= 340
    assert page.evaluate("getComputedStyle(document.querySelector('pre.mermaid')).textAlign") == "left"
