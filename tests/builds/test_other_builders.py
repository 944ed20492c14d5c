"""Builders from elsewhere write the picture and the words."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from support.project import ROOT, missing

pytestmark = pytest.mark.others
DEMO = ROOT / "docs" / "demo"


def run(tmp_path: Path, builder: str, extension: str) -> tuple[Path, str]:
    if importlib.util.find_spec(extension.partition(".")[0]) is None:
        missing(f"{extension} is not installed")
    folder = str(Path(sys.executable).parent)
    command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-D", f"extensions=sphinx_gitops,{extension}"]
    command += ["-D", "html_theme=basic", "-d", str(tmp_path / "trees"), str(DEMO), str(tmp_path / "out")]
    environment = {"PATH": f"{folder}:/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=environment)
    assert done.returncode == 0, done.stderr[-3000:]
    return tmp_path / "out", done.stderr


def test_markdown_has_the_diagram_as_mermaid_and_the_words(tmp_path):
    out, said = run(tmp_path, "markdown", "sphinx_markdown_builder")
    text = (out / "index.md").read_text(encoding="utf-8")
    assert "unknown node" not in said
    assert "```mermaid\nflowchart TB\n" in text
    assert "How a change reaches production" in text
    assert re.search(r'[*-] <a id="gitops-delivery.SCAN"></a>\s*Security Scanner \(security scan, security check', text)


def test_rinohtype_has_a_vector_picture_on_its_page(tmp_path):
    out, _ = run(tmp_path, "rinoh", "rinoh.frontend.sphinx")
    reader = pypdf.PdfReader(next(out.glob("*.pdf")))
    assert len(reader.pages) < 40
    text = "".join(page.extract_text() for page in reader.pages)
    assert "Infrastructure Code (infrastructure repository)" in " ".join(text.split())
    assert b"/Subtype /Form" in next(out.glob("*.pdf")).read_bytes()


def test_simplepdf_has_the_picture_with_its_links(tmp_path):
    out, said = run(tmp_path, "simplepdf", "sphinx_simplepdf")
    assert "No anchor" not in said
    reader = pypdf.PdfReader(next(out.glob("*.pdf")))
    pages = [page for page in reader.pages if "sync point" in page.extract_text()]
    assert pages
    names = {str(one.get_object().get("/Dest")) for one in pages[0]["/Annots"]}
    assert {"gitops-delivery.LINT", "gitops-delivery.SECMGR", "gitops-delivery.CD"} <= names
    page = (out / "index.html").read_text(encoding="utf-8")
    assert not re.search(r'fill="var\(', page)
