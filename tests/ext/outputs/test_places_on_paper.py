"""A diagram keeps its picture in PDF wherever it is, also where LaTeX has no floats."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from support.project import ROOT, missing


def workflow(name: str, indent: str, caption: bool = True) -> str:
    lines = [".. gitops-workflow::", *([f"   :caption: In {name}"] if caption else ["   :align: left"]), ""]
    lines += [f"   id: {name}", "   stages: {s: {components: {A: Build, B: Scan}}}", "   flows: [A -->|signed| B]", ""]
    return "".join(f"{indent}{line}\n" if line else "\n" for line in lines)


PLACES = {
    "footnote": f"Words [#f]_.\n\n.. [#f] A note:\n\n{workflow('footnote', '   ')}",
    "bare": f"More [#g]_.\n\n.. [#g] A note:\n\n{workflow('bare', '   ', caption=False)}",
    "cell": f".. list-table::\n\n   * - Left\n     - Right:\n\n{workflow('cell', '       ')}",
    "definition": f"Term\n   Words.\n\n{workflow('definition', '   ')}",
    "item": f"* Item\n\n{workflow('item', '  ')}",
    "box": f".. note::\n\n{workflow('box', '   ')}",
    "margin": f".. sidebar:: Margin\n\n{workflow('margin', '   ')}",
    "topic": f".. topic:: Topic\n\n{workflow('topic', '   ')}",
    "quote": f"Words:\n\n{workflow('quote', '   ')}",
}


@pytest.mark.latex
@pytest.mark.parametrize("engine", ["pdflatex", "lualatex"])
def test_every_place_has_its_picture_and_its_links(build, warnings, engine):
    if shutil.which(engine) is None or shutil.which("latexmk") is None:
        missing(f"{engine} and latexmk are not installed")
    text = "Places\n======\n\n" + "\n".join(PLACES.values())
    app = build({"index.rst": text}, builder="latex", latex_engine=engine, latex_use_xindy=False, project="Places")
    assert warnings(app) == []
    out = Path(app.outdir)
    flag = {"pdflatex": "-pdf", "lualatex": "-lualatex"}[engine]
    done = subprocess.run(
        ["latexmk", flag, "-interaction=nonstopmode", "-halt-on-error", "places.tex"],
        cwd=out, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
    pages = pypdf.PdfReader(out / "places.pdf").pages
    words = "".join(page.extract_text() for page in pages)
    assert words.count("(signed)") == len(PLACES)
    assert words.count("signed") == 2 * len(PLACES)  # in the text version, and in the picture
    for name in PLACES:
        if name != "bare":
            assert f"In {name}" in words


def test_a_footnote_has_no_float_and_no_text_beside_it(build):
    app = build({"index.rst": "T\n=\n\n" + PLACES["bare"] + PLACES["footnote"]}, builder="latex")
    text = next(Path(app.outdir).glob("*.tex")).read_text(encoding="utf-8")
    assert r"\begin{figure}" not in text
    assert r"\begin{wrapfigure}" not in text
    assert r"\captionof{figure}{In footnote}" in text


UNDER = """{name}
{line}

{words}Deeper
------

.. gitops-workflow:: delivery.yaml
{options}
"""


@pytest.mark.latex
@pytest.mark.parametrize("paper", ["a4paper", "letterpaper", "a5paper"])
@pytest.mark.parametrize("options", ["", "   :caption: All of it\n"])
@pytest.mark.parametrize("words", ["", "Words.\n\n" * 22])
def test_a_picture_under_a_heading_stays_on_its_page(build, paper, options, words):
    if shutil.which("pdflatex") is None:
        missing("pdflatex is not installed")
    demo = (ROOT / "docs/demo/delivery.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    page = UNDER.format(name="Places", line="=" * 6, words=words, options=options)
    files = {"index.rst": page, "delivery.yaml": "".join(line for line in demo if "doc:" not in line)}
    app = build(files, builder="latex", latex_elements={"papersize": paper}, project="Places")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "places.tex"]
    done = subprocess.run(command, cwd=app.outdir, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0
    log = Path(app.outdir, "places.log").read_text(encoding="utf-8", errors="replace")
    assert "Overfull \\vbox" not in log


CELLS = """Cells
=====

.. note::

   .. list-table::
      :header-rows: 1

      * - Left
        - Right
      * - .. gitops-workflow:: delivery.yaml
             :caption: The whole of it

        - .. gitops-view:: delivery
             :show: stage:source

After.
"""


@pytest.mark.latex
def test_the_text_version_of_a_diagram_in_a_table_follows_the_table_for_no_cell_goes_on_on_another_page(build):
    if shutil.which("pdflatex") is None:
        missing("pdflatex is not installed")
    demo = (ROOT / "docs/demo/delivery.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    files = {"index.rst": CELLS, "delivery.yaml": "".join(line for line in demo if "doc:" not in line)}
    app = build(files, builder="latex", project="Cells")
    text = Path(app.outdir, "cells.tex").read_text(encoding="utf-8")
    table, _, after = text.rpartition("\\sphinxattableend")
    assert table.count("\\gitopspicture") == 2
    assert "Text version" not in table
    assert after.count("Text version of the diagram") == 2
    assert after.index("Text version") < after.index("\\end{sphinxadmonition}") < after.index("After.")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "cells.tex"]
    done = subprocess.run(command, cwd=app.outdir, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0
    log = Path(app.outdir, "cells.log").read_text(encoding="utf-8", errors="replace")
    assert "Overfull \\vbox" not in log
