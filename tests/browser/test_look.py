"""Pictures on real pages: readable in light and dark in the themes that people use, and whole in print."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from sphinx_gitops.palette import DEFAULT
from support.looks import CHAIN
from support.project import ROOT

pytestmark = pytest.mark.browser
MEASURE = (ROOT / "tests/browser/contrast.js").read_text(encoding="utf-8").partition("\n")[2]
SWITCHING = ("furo", "pydata_sphinx_theme", "sphinx_book_theme")
STEADY = ("alabaster", "sphinx_rtd_theme", "basic")
PAGES = ("index.html", "visual-language.html")
FILL = "() => getComputedStyle(document.querySelector('a.gitops-security .gitops-shape')).fill"


def rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))


LIGHT, DARK = rgb(DEFAULT["security"].light.fill), rgb(DEFAULT["security"].dark.fill)


def open_page(page, folder: Path, name: str = "index.html", scheme: str = "light") -> None:
    page.emulate_media(color_scheme=scheme)
    name, _, anchor = name.partition("#")
    page.goto(folder.joinpath(name).as_uri() + (f"#{anchor}" if anchor else ""))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", [*SWITCHING, *STEADY])
def test_everything_can_be_read_and_seen(themed, page, theme, scheme):
    for name in PAGES:
        open_page(page, themed(theme), name, scheme)
        assert page.evaluate(FILL) == (DARK if scheme == "dark" and theme in SWITCHING else LIGHT)
        measured = page.evaluate(MEASURE)
        kinds = {what.partition(":")[0] for what, _, _ in measured}
        assert kinds >= {
            "box outside",
            "box inside",
            "outline",
            "title",
            "mark",
            "halo",
            "text",
            "arrow",
            "sign",
            "words",
        }
        assert len(measured) > 400
        assert sorted({(what, ratio) for what, ratio, least in measured if ratio < least}) == [], name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_gallery_can_be_read_and_seen(gallery, page, scheme):
    drawn = 0
    for path in gallery:
        open_page(page, path.parent, path.name, scheme)
        drawn += page.locator("svg.gitops-svg").count()
        faults = {(what, ratio) for what, ratio, least in page.evaluate(MEASURE) if ratio < least}
        assert faults == set(), path.name
    assert drawn >= 12


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", [*SWITCHING, *STEADY])
def test_the_entry_that_a_click_leads_to_can_be_read(themed, page, theme, scheme):
    open_page(page, themed(theme), "index.html#gitops-delivery.SCAN", scheme)
    measured = [entry for entry in page.evaluate(MEASURE) if entry[0].startswith("words: Security Scanner (")]
    assert len(measured) == 1
    assert measured[0][1] >= 4.5


@pytest.mark.parametrize(
    ("theme", "holder"),
    [("furo", "body"), ("pydata_sphinx_theme", "documentElement"), ("sphinx_book_theme", "documentElement")],
)
def test_the_reader_s_choice_goes_before_the_system_s(themed, page, theme, holder):
    for chosen, scheme, fill in (("dark", "light", DARK), ("light", "dark", LIGHT)):
        open_page(page, themed(theme), scheme=scheme)
        page.evaluate(f"document.{holder}.dataset.theme = '{chosen}'; document.{holder}.dataset.mode = '{chosen}'")
        assert page.evaluate(FILL) == fill


def test_furo_without_script_follows_the_system(themed, browser):
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(themed("furo").joinpath("index.html").as_uri())
    shape = page.locator("a.gitops-security .gitops-shape").first
    assert shape.evaluate("node => getComputedStyle(node).fill") == DARK
    context.close()


@pytest.mark.parametrize("theme", [*SWITCHING, "alabaster"])
def test_print_is_light_and_whole(themed, page, theme):
    open_page(page, themed(theme), scheme="dark")
    page.emulate_media(color_scheme="dark", media="print")
    page.set_viewport_size({"width": 700, "height": 1000})
    assert page.evaluate(FILL) == LIGHT
    boxes = page.locator(".gitops-diagram").all()
    assert boxes
    for box in boxes:
        assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert [(what, ratio) for what, ratio, least in page.evaluate(MEASURE) if ratio < least] == []


def test_a_high_picture_is_whole_on_one_sheet(themed, page):
    from pypdf import PdfReader

    for theme in ("furo", "alabaster", "pydata_sphinx_theme"):
        open_page(page, themed(theme))
        page.add_style_tag(content=".gitops-outline-body{display:none!important}")
        sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
        texts = ["".join(sheet.extract_text().split()) for sheet in sheets]
        found = [[name in text for text in texts] for name in ("ApplicationCode", "Linter", "Reconciler", "DisasterRecovery")]  # fmt: skip
        assert found == [found[0]] * 4, theme
        assert found[0].count(True) == 1


def test_a_wide_picture_is_whole_on_paper(themed, page):
    from pypdf import PdfReader

    open_page(page, themed("furo"))
    places = {}

    def visit(text, _, matrix, font, size):
        for name in CHAIN:
            if f"Station {name}" in text:
                places[name] = matrix[4]

    pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
    for sheet in pdf.pages:
        sheet.extract_text(visitor_text=visit)
    assert set(places) == set(CHAIN)
    assert all(0 < x < float(pdf.pages[0].mediabox.width) for x in places.values())


BESIDE = """T
=

.. gitops-workflow:: delivery.yaml
   :legend: right

.. gitops-workflow::
   :legend: right

   id: small
   stages: {s: {title: Source, components: {A: {title: Build, kind: build}, B: {title: Scan, kind: security-scan}}}}
   flows: [{from: A, to: B, kind: promotion, label: signed}]
"""
COLUMNS = """() => [...document.querySelectorAll("figure.gitops-workflow")].map(figure => {
  const [picture, drawn, legend] = [".gitops-picture", ".gitops-svg", "ul.gitops-legend"].map(
    name => figure.querySelector(name).getBoundingClientRect());
  const inside = figure.getBoundingClientRect();
  return {cut: drawn.width > picture.width + 1, out: legend.right > inside.right + 1,
    right: legend.left >= drawn.right && legend.top < drawn.bottom, below: legend.top >= picture.bottom - 1};
})"""


@pytest.mark.parametrize("theme", ["alabaster", "furo", "sphinx_rtd_theme", "basic"])
@pytest.mark.parametrize("width", [1000, 1280, 1600])
def test_a_legend_at_the_right_cuts_no_picture(build, page, theme, width):
    demo = (ROOT / "docs/demo/delivery.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    files = {"index.rst": BESIDE, "delivery.yaml": "".join(line for line in demo if "doc:" not in line)}
    app = build(files, html_theme=theme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"file://{app.outdir}/index.html")
    large, small = page.evaluate(COLUMNS)
    assert small["right"]
    for found in (large, small):
        assert not found["cut"]
        assert not found["out"]
        assert found["right"] or found["below"]
    if width == 1280:
        assert large["right"]


def test_on_a_dark_page_of_a_theme_that_nobody_knows_signs_of_the_legend_are_on_a_light_plate(build, page):
    theme = {
        "_themes/own/theme.conf": "[theme]\ninherit = basic\nstylesheet = basic.css\n",
        "_themes/own/layout.html": "{% extends 'basic/layout.html' %}\n",
    }
    mark = "T\n=\n\n.. gitops-workflow::\n\n   stages: {s: {components: {A: {title: Scan, kind: security-scan}}}}\n"
    app = build({"index.rst": mark, **theme}, html_theme_path=["_themes"], html_theme="own")
    page.goto(f"file://{app.outdir}/index.html")
    page.add_style_tag(content="body{background:#111;color:#eee}")
    found = page.evaluate(
        "() => [...document.querySelectorAll('.gitops-sign')].map(sign => getComputedStyle(sign).backgroundColor)"
    )
    assert found
    assert set(found) == {"rgb(255, 255, 255)"}
