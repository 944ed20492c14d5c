"""A built site in, what a reader sees of its pictures in Chromium out: light, dark by system and choice, links."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote

ROOT = Path(__file__).parents[1]
CONTRAST = (ROOT / "tests/browser/contrast.js").read_text(encoding="utf-8").partition("\n")[2]
_SETTLED = 300
"""So many milliseconds a theme's own script takes to choose a side."""
_DARKEST = 0.4
"""The luminance below which a ground is dark."""
PAGES = ("index.html", "gallery/supply-chain.html")
_LUMINANCE = """() => {
  let node = document.querySelector('figure.gitops-workflow'), colour = 'rgb(255, 255, 255)';
  for (; node; node = node.parentElement) {
    const own = getComputedStyle(node).backgroundColor;
    if (!/^(transparent|rgba\\(.*, 0\\))$/.test(own)) { colour = own; break; }
  }
  const [r, g, b] = colour.match(/[\\d.]+/g).map(Number);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / (/^color/.test(colour) ? 1 : 255);
}"""
_CHOOSE = """() => {
  const root = document.documentElement, body = document.body;
  for (const one of [root, body]) {
    one.dataset.theme = one.dataset.mode = one.dataset.bsTheme = one.dataset.colorMode = 'dark';
    one.classList.add('dark'); one.classList.remove('light');
  }
  body.dataset.mdColorScheme = 'slate';
}"""
_LEGEND = """() => [...document.querySelectorAll('.gitops-legend')].map(list => [
  [...list.children].every(item => getComputedStyle(item).listStyleType === 'none'
    && getComputedStyle(item, '::before').content.replace(/["' ]/g, '').length < 5),
  new Set([...list.children].map(item => Math.round(item.getBoundingClientRect().top / 8))).size
    < Math.max(2, list.children.length),
])"""
_UNDERLINED = """() => [...document.querySelectorAll('figure.gitops-workflow svg a, figure.gitops-workflow svg text')]
  .filter(one => getComputedStyle(one).textDecorationLine !== 'none').length"""


def _worst(page: Any) -> str:
    """The contrasts that are too low, counted."""
    low = {what for what, ratio, least in page.evaluate(CONTRAST) if ratio < least}
    return "yes" if not low else f"{len(low)} too low"


def _side(page: Any, folder: Path, scheme: str, *, choose: bool) -> str:
    """Whether a page is dark, and whether its pictures can be read."""
    found = set()
    for name in PAGES:
        page.emulate_media(color_scheme=scheme)
        page.goto(folder.joinpath(name).as_uri())
        if choose:
            page.evaluate(_CHOOSE)
        page.wait_for_timeout(_SETTLED)
        light = page.evaluate(_LUMINANCE) >= _DARKEST
        if choose and light:
            return "has no switch"  # what says dark here is no sign of this theme's
        worst = _worst(page)
        found.add("page stays light" if scheme == "dark" and light and worst == "yes" else worst)
    return ", ".join(sorted(found))


def _fresh(browser: Any, folder: Path, scheme: str, *, choose: bool) -> str:
    """A side as a new reader sees it: themes keep what has been chosen."""
    page = browser.new_page(viewport={"width": 1200, "height": 900}, color_scheme=scheme)
    page.route("**/*", _local)
    found = _side(page, folder, scheme, choose=choose)
    page.close()
    return found


def _local(route: Any) -> None:
    """Let files through, and nothing else."""
    if route.request.url.startswith("file:"):
        route.continue_()
    else:
        route.abort()


def _dead(folder: Path) -> int:
    """The links to our anchors that lead nowhere."""
    pages = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}
    ids = {path: {html.unescape(one) for one in re.findall(r'\bid="([^"]+)"', text)} for path, text in pages.items()}
    dead = 0
    for path, text in pages.items():
        for found in re.findall(r'href="([^":]*#gitops-[^"]*)"', text):
            name, _, anchor = html.unescape(found).partition("#")
            target = (path.parent / name).resolve() if name else path
            dead += unquote(anchor) not in ids.get(target, set())
    return dead


def measured(folder: Path, name: str, shots: Path | None) -> list[str]:
    """The cells of a theme's row: light, dark by the system, dark by choice, links, legend."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only to look at pages

    executable = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.route("**/*", _local)
        cells = [
            _side(page, folder, scheme, choose=choose)
            for scheme, choose in (("light", False), ("dark", False), ("light", True))
        ]
        if shots:
            _shoot(page, folder, shots, name)
        page.emulate_media(color_scheme="light")
        page.goto(folder.joinpath(PAGES[0]).as_uri())
        legend = page.evaluate(_LEGEND)
        plain = all(marks and rows for marks, rows in legend) and not page.evaluate(_UNDERLINED)
        browser.close()
    dead = _dead(folder)
    return [*cells, "yes" if not dead else f"{dead} dead", "yes" if plain else "differs"]


def _shoot(page: Any, folder: Path, shots: Path, name: str) -> None:
    shots.mkdir(parents=True, exist_ok=True)
    for side, scheme, choose in (("light", "light", False), ("system", "dark", False), ("choice", "light", True)):
        page.emulate_media(color_scheme=scheme)
        page.goto(folder.joinpath(PAGES[0]).as_uri())
        if choose:
            page.evaluate(_CHOOSE)
        page.screenshot(path=shots / f"{name}-{side}.png", full_page=True)
