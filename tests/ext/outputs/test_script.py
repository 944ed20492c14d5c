"""The script is on pages with a picture, and only where a project wants it."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from sphinx_gitops.phrases.words import SCRIPT_WORDS
from support.sites import html, site

FILES = {**site(), "plain.rst": ":orphan:\n\nPlain\n=====\n"}


def words(page: str) -> dict[str, str]:
    return json.loads(unescape(re.search(r"data-gitops-words='([^']*)'", page)[1]))


def test_without_the_setting_there_is_nothing_of_it(build):
    app = build(FILES)
    assert not Path(app.outdir, "_static/gitops.js").exists()
    pages = [path for path in Path(app.outdir).rglob("*.html") if re.search(r"gitops\.js|data-gitops", path.read_text(encoding="utf-8"))]  # fmt: skip
    assert pages == []


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_pages_with_a_picture_load_it_and_no_others(build, builder):
    app = build(FILES, builder=builder, gitops_script=True)
    assert Path(app.outdir, "_static/gitops.js").is_file()
    loads = re.compile(r'<script defer="defer" src="[^"]*_static/gitops\.js[^"]*"></script>')
    assert loads.search(html(app))
    plain = html(app, "plain" if builder == "html" else "plain/index")
    assert "gitops.js" not in plain
    assert words(html(app)) == SCRIPT_WORDS


def test_its_words_are_the_reader_s(build):
    page = html(build(FILES, gitops_script=True, language="de"))
    assert "Vollbild verlassen" in page


def test_turning_it_on_and_off_writes_the_pages_again(build):
    assert "gitops.js" not in html(build(FILES))
    assert "gitops.js" in html(build(FILES, gitops_script=True))
    assert "gitops.js" not in html(build(FILES))


@pytest.mark.parametrize(("builder", "options"), [("epub", {}), ("html", {"gitops_html_output": "mermaid"})])
def test_where_the_picture_is_no_part_of_the_page_there_is_none(build, builder, options):
    app = build(FILES, builder=builder, gitops_script=True, **options)
    assert not list(Path(app.outdir).rglob("gitops.js"))


def test_it_is_one_small_file_that_asks_nobody(build):
    app = build(FILES, gitops_script=True)
    text = Path(app.outdir, "_static/gitops.js").read_text(encoding="utf-8")
    assert len(text) < 12_000
    assert not re.search(r"https?:|import\s|innerHTML|eval\(|fetch\(|XMLHttpRequest|localStorage|cookie", text)
