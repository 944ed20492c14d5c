"""The PDF as a reader gets it: vectors, embedded fonts, and links that lie on their boxes."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from support.project import ROOT, missing
from support.sites import BODY

pytestmark = pytest.mark.latex
DEMO = (ROOT / "docs/demo/delivery.yaml").read_text(encoding="utf-8")
SECOND = "id: second\nstages: {a: {components: {X: '50% & #1 \\input{x} $y$ _z_', Y: {title: Yy, url: 'https://y.example/%20#a_b'}}}}\nflows: [X <--> Y]\n"
FILES = {
    "index.rst": "Site\n====\n\n.. toctree::\n\n   second\n\n.. gitops-workflow:: delivery.yaml\n   :caption: The delivery\n   :name: fig\n",
    "second.rst": "Second\n======\n\n:numref:`fig` and :gitops:component:`delivery.SCAN`\n\n.. gitops-workflow:: second.yaml\n\n"
    ".. gitops-workflow::\n   :align: right\n   :width: 40%\n   :caption: Third\n\n" + BODY.replace("id: delivery", "id: third").replace(", doc: other", ""),
    "delivery.yaml": re.sub(r"(\n +doc: .*|, doc: [^},]*)", "", DEMO),
    "second.yaml": SECOND,
}  # fmt: skip


def make_pdf(build, engine: str) -> Path:
    for command in (engine, "latexmk", "makeindex"):
        if shutil.which(command) is None:
            missing(f"{command} is not on the path")
    settings = {"latex_engine": engine, "numfig": True, "latex_use_xindy": False, "project": "site", "nitpicky": True}
    app = build(FILES, builder="latex", **settings)
    problems = [line for line in app.warning.getvalue().splitlines() if line]
    assert problems == []
    command = ["make", "all-pdf", "LATEXMKOPTS=-interaction=nonstopmode -halt-on-error"]
    done = subprocess.run(command, cwd=app.outdir, capture_output=True, text=True, errors="replace", check=False)
    log = Path(app.outdir, "site.log").read_text(encoding="utf-8", errors="replace")
    assert done.returncode == 0, log[-3000:]
    assert not re.findall(r"^LaTeX Warning: .*(?:undefined|multiply).*$", log, re.MULTILINE)
    return Path(app.outdir, "site.pdf")


def words(pdf: Path, page: int) -> dict[str, list[tuple[float, float, float, float]]]:
    """Each word of a page with its boxes, in pt from the top left."""
    command = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf), "-"]
    if shutil.which("pdftotext") is None:
        missing("pdftotext is not on the path")
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: dict[str, list[tuple[float, float, float, float]]] = {}
    for x0, y0, x1, y1, word in re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<', text):
        found.setdefault(word, []).append((float(x0), float(y0), float(x1), float(y1)))
    return found


def destination(reader: pypdf.PdfReader, link) -> tuple[int, float]:
    """The page and the height to which a link leads."""
    name = link["/A"]["/D"] if "/A" in link else link["/Dest"]
    target = reader.named_destinations[str(name)] if isinstance(name, str) else None
    assert target is not None, name
    return reader.get_destination_page_number(target), float(target["/Top"])


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex", "lualatex"])
def test_every_box_of_the_picture_is_a_link_to_its_entry(build, engine):
    pdf = make_pdf(build, engine)
    reader = pypdf.PdfReader(pdf)
    texts = [page.extract_text() for page in reader.pages]
    number = next(n for n, text in enumerate(texts) if "The delivery" in text and "Infrastructure Code" in text and "two-way" not in text and "sync point" in text)  # fmt: skip
    page = reader.pages[number]
    height = float(page.mediabox.height)
    links = [one.get_object() for one in page["/Annots"] if one.get_object()["/Subtype"] == "/Link"]
    places = words(pdf, number + 1)
    for word, entry in {"Linter": "Linter (lint", "Staging": "Staging (", "Reconciler": "Reconciler (", "Registry": "Package Registry ("}.items():  # fmt: skip
        x0, y0, x1, y1 = next(box for box in places[word] if box[3] - box[1] < 14)
        middle = (x0 + x1) / 2, height - (y0 + y1) / 2
        over = [link for link in links if inside(middle, link["/Rect"])]
        assert len(over) == 1, word
        left, low, right, top = sorted_rect(over[0]["/Rect"])
        assert right - left < 150, word
        assert top - low < 60, word
        target, level = destination(reader, over[0])
        assert entry.replace(" ", "") in texts[target].replace(" ", "").replace("\n", ""), word
        line = [box for box in words(pdf, target + 1)[word] if abs(height - box[1] - level) < 25]
        assert line, (word, level)


def inside(point, rect) -> bool:
    left, low, right, top = sorted_rect(rect)
    return left <= point[0] <= right and low <= point[1] <= top


def sorted_rect(rect) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = map(float, rect)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def test_pictures_are_vectors_with_embedded_fonts(build):
    pdf = make_pdf(build, "pdflatex")
    images = subprocess.run(["pdfimages", "-list", str(pdf)], capture_output=True, text=True, check=True).stdout
    assert len(images.splitlines()) == 2  # the table's head alone
    fonts = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert any("Arimo" in line for line in fonts)
    assert all(re.search(r"\byes (yes|no) +(yes|no) +\d+", line) for line in fonts)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    assert "Infrastructure Code" in text
    assert "50% & #1 \\input{x} $y$" in " ".join(text.split())


def test_nothing_of_the_build_machine_is_in_the_pdf(build, tmp_path):
    pdf = make_pdf(build, "pdflatex")
    reader = pypdf.PdfReader(pdf)
    uris = {
        str(one.get_object()["/A"]["/URI"])
        for page in reader.pages
        for one in page.get("/Annots", [])
        if "/URI" in one.get_object().get("/A", {})
    }
    assert "https://y.example/%20#a_b" in uris
    assert not [uri for uri in uris if uri.startswith("file:")]
    parts = [*pdf.parent.glob("*.tex"), *pdf.parent.glob("gitops-*.pdf")]
    assert {part.suffix for part in parts} == {".tex", ".pdf"}
    for part in parts:
        assert str(tmp_path).encode() not in part.read_bytes()


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex", "lualatex"])
def test_links_lie_on_their_boxes_on_a_page_that_lies_on_its_side(build, monkeypatch, engine):
    from sphinx_gitops.ext.drawing import renderer

    typeset = renderer.typeset
    monkeypatch.setattr(renderer, "typeset", lambda *args, **more: replace(typeset(*args, **more), landscape=True))
    pdf = make_pdf(build, engine)
    reader = pypdf.PdfReader(pdf)
    turned = [n for n, page in enumerate(reader.pages) if page.get("/Rotate") == 90 and "Linter" in words(pdf, n + 1)]
    assert len(turned) == 1
    page = reader.pages[turned[0]]
    x0, y0, x1, y1 = words(pdf, turned[0] + 1)["Linter"][0]
    middle = (y0 + y1) / 2, (x0 + x1) / 2  # the page is shown turned
    over = [one.get_object() for one in page["/Annots"] if inside(middle, one.get_object()["/Rect"])]
    assert len(over) == 1
    left, low, right, top = sorted_rect(over[0]["/Rect"])
    assert right - left < top - low  # a box that is wider than high stands on its end
    target, _ = destination(reader, over[0])
    assert "Linter(lint" in reader.pages[target].extract_text().replace(" ", "")
