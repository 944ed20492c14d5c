"""What a browser draws has the height of its width."""

from __future__ import annotations

import pytest

from support.sites import site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("theme", ["basic", "alabaster", "furo"])
@pytest.mark.parametrize("size", [(300, 200), (2400, 900)])
def test_the_height_of_a_picture_follows_its_width(build, page, theme, size):
    app = build(site(), gitops_html_output="mermaid", html_theme=theme)
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    page.set_viewport_size({"width": 1000, "height": 700})
    page.goto(f"file://{app.outdir}/index.html")
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
