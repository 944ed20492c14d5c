"""Pictures are dark where the page is, however its theme says so, and light on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sphinx_gitops.palette import DEFAULT, EDGE
from sphinx_gitops.render.painting.style_sheet.colour_schemes import (
    DARK,
    LIGHT,
    plate_rule,
    read_sign,
    rules,
    scheme_rules,
)
from support.project import ROOT

SHEET = (ROOT / "sphinx_gitops/static/gitops.css").read_text(encoding="utf-8")
FILLS = {"light": DEFAULT["security"].light.fill, "dark": DEFAULT["security"].dark.fill}
PICTURE = """
<figure class="gitops-workflow"><div class="gitops-diagram"><svg class="gitops-svg" width="100" height="100">
<rect id="r" width="50" height="50" fill="var(--gitops-security-fill,#123456)"/></svg></div></figure>
"""


def rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))


def shown(page, tmp_path: Path, html: str, body: str, extra: str = "") -> str:
    file = tmp_path / "page.html"
    file.write_text(f"<!doctype html>{html}<style>{SHEET}\n{extra}</style>{body}{PICTURE}", encoding="utf-8")
    page.goto(file.as_uri())
    return page.evaluate("() => getComputedStyle(document.getElementById('r')).fill")


def tags(sign: str) -> tuple[str, str]:
    """The start tags of a page that a selector of the table describes."""
    element, rest = re.fullmatch(r"(html|body|)(.*)", sign).groups()
    rest = re.sub(r":not\(.*?\)", "", rest)
    found = " ".join(
        f'class="{name}"' if name else f'{key}="{value}"'
        for name, key, value in re.findall(r'\.([\w-]+)|\[([\w-]+)="([^"]*)"\]', rest)
    )
    return (f"<html {found}>", "<body>") if element in {"html", ""} else ("<html>", f"<body {found}>")


@pytest.mark.browser
@pytest.mark.parametrize("sign", DARK)
def test_every_sign_of_a_dark_page_is_followed(page, tmp_path, sign):
    page.emulate_media(color_scheme="light")
    assert shown(page, tmp_path, *tags(sign)) == rgb(FILLS["dark"])
    page.emulate_media(color_scheme="light", media="print")
    assert shown(page, tmp_path, *tags(sign)) == rgb(FILLS["light"])


@pytest.mark.browser
@pytest.mark.parametrize("sign", LIGHT)
def test_every_sign_of_a_light_page_is_followed(page, tmp_path, sign):
    page.emulate_media(color_scheme="dark")
    root = "<style>:root{color-scheme:light dark}</style>"
    assert shown(page, tmp_path, tags(sign)[0] + root, tags(sign)[1]) == rgb(FILLS["light"])


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "side"), [("dark", "dark"), ("light", "light"), ("light dark", "dark")])
def test_a_theme_that_sets_its_color_scheme_is_followed(page, tmp_path, scheme, side):
    page.emulate_media(color_scheme="dark")
    assert shown(page, tmp_path, f"<style>:root{{color-scheme:{scheme}}}</style>", "") == rgb(FILLS[side])


@pytest.mark.browser
def test_a_page_that_says_nothing_stays_light(page, tmp_path):
    page.emulate_media(color_scheme="dark")
    assert shown(page, tmp_path, "", "") == rgb(FILLS["light"])


@pytest.mark.browser
def test_a_project_adds_a_sign_of_its_own(page, tmp_path):
    own = "\n".join(scheme_rules([read_sign("html.night")]))
    assert shown(page, tmp_path, '<html class="night">', "", own) == rgb(FILLS["dark"])


@pytest.mark.browser
def test_under_a_theme_that_nobody_knows_a_light_picture_is_on_a_light_plate(page, tmp_path):
    assert shown(page, tmp_path, "<html data-theme='dark'>", "", plate_rule()) == rgb(FILLS["light"])
    ground = "() => getComputedStyle(document.querySelector('.gitops-diagram')).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


def test_a_plate_is_light_and_leaves_the_figures_of_mermaid_alone():
    lines = plate_rule().splitlines()
    assert all(line.startswith("figure.gitops-workflow:not(.gitops-client)") and line.count("}") == 1 for line in lines)
    assert sum("background:#fff" in line for line in lines) == 2
    assert any("color-scheme:light!important" in line for line in lines)


@pytest.mark.parametrize(
    "text", ["html.night}", "a{b", "html[x=(]", "x;y", "", "/* */", "a\\", "a[b='c]", 'a[b="c]', 3, None]
)
def test_a_sign_that_could_end_its_rule_is_refused(text):
    with pytest.raises(ValueError, match="no CSS selector"):
        read_sign(text)


@pytest.mark.parametrize("text", ["html.night", 'body[data-x="dark"]', ":root:not(.light) body", "html.a>body"])
def test_a_selector_is_a_sign(text):
    assert read_sign(f" {text} ") == text


def test_a_browser_without_light_dark_has_the_plain_rules():
    text = "\n".join(rules(DEFAULT))
    plain = text.partition("@supports not")[2]
    assert f"--gitops-security-fill:{FILLS['dark']};" in plain
    assert text.startswith(":root,.gitops-client{")
    assert f"--gitops-edge-stroke:light-dark({DEFAULT[EDGE].light.stroke},{DEFAULT[EDGE].dark.stroke});" in text
