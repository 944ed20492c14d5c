"""Everyone reaches everything: by screen reader, by keyboard, in one's own colours; axe-core finds nothing."""

from __future__ import annotations

import re
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
FOCUSED = "() => document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"
PARTS = ("figure.gitops-workflow", ".gitops-outline-body", "details.gitops-outline")


def opened(page, folder: Path, name: str = "index.html") -> None:
    page.goto(folder.joinpath(name).as_uri())


def faults(page) -> list[tuple[str, str, str]]:
    """What axe-core finds in the figures of an open page, and in their text versions."""
    page.evaluate(resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    context = {"include": [[part] for part in PARTS if page.locator(part).count()], "exclude": [[".headerlink"]]}
    result = page.evaluate("context => axe.run(context)", context)
    assert len(result["passes"]) > 10
    return [(rule["id"], node["html"][:200], node["failureSummary"]) for rule in result["violations"] for node in rule["nodes"]]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", ["furo", "pydata_sphinx_theme", "alabaster"])
def test_axe_finds_nothing_in_our_figures(themed, page, theme, scheme):
    page.emulate_media(color_scheme=scheme)
    for name in ("index.html", "visual-language.html"):
        opened(page, themed(theme), name)
        assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_gallery(gallery, page, scheme):
    page.emulate_media(color_scheme=scheme)
    for path in gallery:
        opened(page, path.parent, path.name)
        if page.locator(PARTS[0]).count():
            assert faults(page) == [], path.name


def test_axe_does_find_faults(themed, page):
    opened(page, themed("furo"))
    page.evaluate("document.querySelector('svg.gitops-svg a').setAttribute('aria-labelledby', 'nothing')")
    page.evaluate("document.querySelector('.gitops-legend').setAttribute('role', 'nothing')")
    page.evaluate("document.querySelector('.gitops-legend li').style.color = '#eee'")
    assert {rule for rule, _, _ in faults(page)} >= {"aria-roles", "color-contrast"}


def test_no_id_stands_twice_and_every_reference_has_its_end(themed, page):
    for name in ("index.html", "visual-language.html"):
        opened(page, themed("basic"), name)
        text = page.content()
        ids = Counter(re.findall(r'\sid="([^"]*)"', text))
        assert [one for one, count in ids.items() if count > 1] == []
        used = {one for found in re.findall(r'aria-(?:labelledby|describedby|details)="([^"]*)"', text) for one in found.split()}  # fmt: skip
        assert used
        assert used <= set(ids)


def test_a_screen_reader_walks_stage_by_stage(themed, page):
    opened(page, themed("furo"))
    svg = page.locator("svg.gitops-svg").first
    assert svg.get_attribute("role") == "graphics-document document"
    tree = svg.aria_snapshot()
    assert not re.search(r"\bimg\b", tree)
    stage = tree.index('group "Continuous Integration"')
    inner = tree.index('group "Build Pipeline"')
    node = tree.index('link "Security Scanner, security scan, security check, in Continuous Integration"')
    assert stage < inner < node < tree.index('group "Continuous Deployment"')


def test_the_keyboard_reaches_every_part_in_order_with_a_ring(themed, page):
    opened(page, themed("basic"))
    page.locator("svg.gitops-svg a").first.focus()
    seen = []
    for _ in range(5):
        seen.append(page.evaluate(FOCUSED).partition(",")[0])
        page.keyboard.press("Tab")
    assert seen[0] == "Source Control"
    assert set(seen[1:]) == {"Application Code", "Infrastructure Code", "Configuration", "Deployment Manifests"}
    style = page.evaluate("() => [getComputedStyle(document.activeElement).outlineStyle, getComputedStyle(document.activeElement).outlineWidth]")  # fmt: skip
    assert style == ["solid", "3px"]


def test_only_a_box_that_scrolls_is_a_stop(themed, page):
    for theme in ("furo", "alabaster", "sphinx_rtd_theme", "sphinx_book_theme"):
        opened(page, themed(theme))
        boxes = page.locator(".gitops-diagram").all()
        scrolls = [box.evaluate("box => box.scrollWidth > box.clientWidth") for box in boxes]
        stops = [box.get_attribute("tabindex") == "0" for box in boxes]
        assert stops == [False, True], theme
        assert scrolls[1], theme
        assert boxes[1].get_attribute("role") == "region"
        assert boxes[1].get_attribute("aria-label") == "Wide"


def test_arrow_keys_scroll_a_wide_picture(themed, page):
    opened(page, themed("furo"))
    box = page.locator(".gitops-diagram[tabindex]")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.gitops-diagram[tabindex]').scrollLeft > 0")


@pytest.mark.parametrize(("motion", "duration"), [("reduce", "0s"), ("no-preference", "0.15s")])
def test_nothing_moves_where_no_motion_is_wanted(themed, page, motion, duration):
    page.emulate_media(reduced_motion=motion)
    opened(page, themed("basic"))
    shape = page.locator(".gitops-shape").first
    assert shape.evaluate("node => getComputedStyle(node).transitionDuration") == duration


def test_forced_colours_are_the_reader_s(themed, page):
    page.emulate_media(forced_colors="active", color_scheme="dark")
    opened(page, themed("basic"))
    fill, stroke = page.locator("a.gitops-security .gitops-shape").first.evaluate("node => [getComputedStyle(node).fill, getComputedStyle(node).stroke]")  # fmt: skip
    text = page.locator("a.gitops-security text").first.evaluate("node => getComputedStyle(node).fill")
    assert stroke == text != fill


def test_a_pointer_that_rests_on_a_node_is_told_everything(themed, page):
    opened(page, themed("basic"))
    title = page.locator("a.gitops-node", has_text="Security Scanner").locator("title")
    assert title.text_content().splitlines() == [
        "Security Scanner",
        "security scan, security check, in Continuous Integration",
        "owner: platform-security",
        "Scans the image and its dependencies.",
    ]
