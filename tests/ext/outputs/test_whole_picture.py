"""A picture that may be too wide for its place is a file of its own as well."""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from support.sites import html

LINK = re.compile(r'<p class="gitops-whole"><a href="([^"]*)">([^<]*)</a></p>')
XHTML = "{http://www.w3.org/2000/svg}"
WIDE = "id: wide\ndirection: LR\nstages: {a: {components: {A: Application repository}}, b: {components: {B: Image registry}}}"
NESTED = {
    "index.rst": "T\n=\n\n.. toctree::\n\n   deep/page\n",
    "deep/page.rst": "P\n=\n\n.. gitops-workflow::\n\n   " + WIDE.replace("\n", "\n   ") + "\n   flows: [A --> B]\n",
}
PAGES = {"html": "deep/page.html", "dirhtml": "deep/page/index.html", "singlehtml": "index.html"}


@pytest.mark.parametrize("builder", PAGES)
def test_the_link_leads_to_a_file_whose_links_lead_back_to_the_page(build, builder):
    app = build(NESTED, builder=builder)
    name = PAGES[builder]
    page = Path(app.outdir, name).read_text(encoding="utf-8")
    ((href, words),) = LINK.findall(page)
    assert words == "Open the whole picture"
    file = posixpath.normpath(posixpath.join(posixpath.dirname(name), href))
    root = ET.parse(Path(app.outdir, file)).getroot()
    assert root.tag == f"{XHTML}svg"
    links = [link.get("href") for link in root.iter(f"{XHTML}a")]
    assert len(links) == 4
    for link in links:
        address = urlsplit(link)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(file), address.path))
        landed = Path(app.outdir, target)
        landed = landed / "index.html" if landed.is_dir() else landed
        assert landed == Path(app.outdir, name)
        assert f'id="{unquote(address.fragment)}"' in page


def test_each_picture_of_a_site_has_a_file_of_its_own_that_stays_when_nothing_changes(build):
    views = ".. gitops-view:: wide\n\n" * 2
    files = {**NESTED, "other.rst": ":orphan:\n\nOther\n=====\n\n" + views}
    app = build(files)
    assert len(LINK.findall(html(app, "other"))) == 2
    drawn = sorted(Path(app.outdir, "_images").glob("gitops-wide-*.svg"))
    assert len(drawn) == 3
    before = [(file.read_bytes(), file.stat().st_mtime_ns) for file in drawn]
    build({**files, "other.rst": files["other.rst"] + "\nMore.\n"})
    assert "More." in html(app, "other")
    assert [(file.read_bytes(), file.stat().st_mtime_ns) for file in drawn] == before


def test_a_picture_that_no_screen_is_too_narrow_for_has_none(build):
    app = build({"index.rst": "T\n=\n\n.. gitops-workflow::\n\n   id: w\n   stages: {s: {components: {A: Aa}}}\n"})
    assert "gitops-svg" in html(app)
    assert "gitops-whole" not in html(app)
    assert not Path(app.outdir, "_images").exists()


@pytest.mark.parametrize("builder", ["simplepdf", "epub", "latex"])
def test_paper_and_books_have_none(build, builder):
    if builder == "simplepdf":
        pytest.importorskip("sphinx_simplepdf")
    extensions = ["sphinx_gitops", *(["sphinx_simplepdf"] if builder == "simplepdf" else [])]
    app = build(NESTED, builder=builder, extensions=extensions)
    assert not [
        path for path in Path(app.outdir).rglob("*.*html") if "gitops-whole" in path.read_text(encoding="utf-8")
    ]


def test_its_words_are_the_reader_s(build):
    page = html(build(NESTED, language="de"), "deep/page")
    assert LINK.findall(page)[0][1] == "Ganzes Bild öffnen"
    assert ">Bild überspringen</a>" in page


def test_its_colours_turn_dark_with_the_system(build):
    app = build(NESTED)
    (file,) = Path(app.outdir, "_images").glob("*.svg")
    style = file.read_text(encoding="utf-8").partition("<style>")[2].partition("</style>")[0]
    assert "@media screen and (prefers-color-scheme:dark){:root{background:#131416;" in style
    assert "--gitops-stage-fill:#1a1d21" in style
