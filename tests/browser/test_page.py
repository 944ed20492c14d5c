"""The built page, opened from a folder in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_gitops.palette import DEFAULT
from support.sites import site

pytestmark = pytest.mark.browser


def test_a_click_on_a_node_lands_on_its_entry_without_script(build, page):
    app = build(site())
    page.goto(Path(app.outdir, "index.html").as_uri())
    entry = page.locator("[id='gitops-delivery.SCAN']")
    assert not entry.is_visible()
    page.locator("svg a.gitops-node", has_text="Scanner").click()
    assert page.url.endswith("#gitops-delivery.SCAN")
    assert entry.is_visible()


SECURITY = DEFAULT["security"]


def rgb(colour: str) -> str:
    """A hex colour as a browser says it."""
    return f"rgb({', '.join(str(int(colour[place : place + 2], 16)) for place in (1, 3, 5))})"


def test_a_strict_policy_refuses_nothing_of_the_picture(build, page):
    app = build(site(), html_sidebars={"**": []})
    path = Path(app.outdir, "index.html")
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\' file:">'
    path.write_text(path.read_text(encoding="utf-8").replace("<head>", "<head>" + policy, 1), encoding="utf-8")
    messages = []
    page.on("console", lambda message: messages.append((message.text, message.location["lineNumber"])))
    page.goto(path.as_uri())
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if "<figure" in line)
    last = next(n for n, line in enumerate(lines) if "</figure>" in line)
    refused = [(text, line) for text, line in messages if "Content Security Policy" in text]
    assert refused  # the theme's own navigation has inline styles, so the policy is at work
    assert not [text for text, line in refused if first <= line <= last]
    fill = page.locator("svg a.gitops-security .gitops-shape").evaluate("node => getComputedStyle(node).fill")
    assert fill == rgb(SECURITY.light.fill)


@pytest.mark.parametrize(("scheme", "fill"), [("light", rgb(SECURITY.light.fill)), ("dark", rgb(SECURITY.dark.fill))])
def test_furo_follows_the_reader(build, page, scheme, fill):
    app = build(site(), html_theme="furo")
    page.emulate_media(color_scheme=scheme)
    page.goto(Path(app.outdir, "index.html").as_uri())
    assert page.locator("svg a.gitops-security .gitops-shape").evaluate("node => getComputedStyle(node).fill") == fill
