"""The package as a library."""

from __future__ import annotations

import io
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

import sphinx_gitops
from sphinx_gitops.model import Component, Stage, Workflow
from sphinx_gitops.problems import Span
from support.described import WORKFLOW
from support.project import ROOT

HERE = Span("code", 1)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "delivery.yaml"
    path.write_text(WORKFLOW, encoding="utf-8")
    return path


def test_a_file_is_read(file):
    workflow = sphinx_gitops.read(file)
    assert isinstance(workflow, Workflow)
    assert [component.id for component in workflow.components()] == ["PKG", "BUILD", "SCAN"]
    assert sphinx_gitops.read(str(file)) == workflow


def test_every_error_of_a_file_is_told(file):
    file.write_text(
        WORKFLOW.replace("kind: build", "kid: build").replace("BUILD --> SCAN", "BUILD --> SCAM"), encoding="utf-8"
    )
    with pytest.raises(sphinx_gitops.WorkflowError) as caught:
        sphinx_gitops.read(file)
    assert [problem.code.value for problem in caught.value.problems] == ["unknown-key", "unknown-id"]
    assert caught.value.workflow.id == "delivery"
    assert f"{file}:10:" in str(caught.value)
    with pytest.raises(sphinx_gitops.WorkflowError):
        sphinx_gitops.read(file.parent / "none.yaml")


def test_a_workflow_is_written(file):
    workflow = sphinx_gitops.read(file)
    source = sphinx_gitops.to_mermaid(workflow, links={"SCAN": "https://x.example/", "NONE": "https://y.example/"})
    assert source.count("click ") == 1
    assert 'href "https://x.example/"' in source
    assert "- Builder (build)" in sphinx_gitops.to_outline(workflow)


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<svg "), ("pdf", b"%PDF-"), ("png", b"\x89PNG")])
def test_a_workflow_is_drawn(file, kind, start):
    workflow = sphinx_gitops.read(file)
    drawn = sphinx_gitops.draw(workflow, kind)
    assert drawn.startswith(start)
    assert drawn == sphinx_gitops.draw(workflow, kind)


def test_a_drawing_leads_to_the_pages_of_components_and_nowhere_else(file):
    address = "https://scan.example/?a=1&b=%22"
    file.write_text(WORKFLOW.replace("owner: security", f"owner: security, url: '{address}'"), encoding="utf-8")
    drawn = sphinx_gitops.draw(sphinx_gitops.read(file))
    links = [element.get("href") for element in ET.fromstring(drawn).iter("{http://www.w3.org/2000/svg}a")]
    assert links == [address]
    assert b"gitops:" not in drawn
    rendered = subprocess.run(
        [sys.executable, "-m", "sphinx_gitops", "render", str(file)], check=True, capture_output=True
    )
    assert rendered.stdout == drawn
    assert addresses_in(sphinx_gitops.draw(sphinx_gitops.read(file), "pdf")) == [address]


def addresses_in(pdf: bytes) -> list[str]:
    """The addresses of the links in a PDF of one page."""
    (page,) = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [annotation.get_object()["/A"]["/URI"] for annotation in page.get("/Annots", [])]


def test_a_pdf_leads_nowhere_but_to_addresses(file):
    flow = "- {from: BUILD, to: SCAN, label: go, url: 'https://go.example/'}"
    documented = "- {from: BUILD, to: PKG, label: back, doc: a-page}"
    text = WORKFLOW.replace("- BUILD --> SCAN", f"{flow}\n  {documented}")
    assert text != WORKFLOW
    file.write_text(text, encoding="utf-8")
    assert addresses_in(sphinx_gitops.draw(sphinx_gitops.read(file), "pdf")) == ["https://go.example/"]


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"kind": "gif"}, ValueError, "'gif' is no kind"),
        ({"colours": "dim"}, ValueError, "there are no colours 'dim': expected light, dark or auto"),
    ],
)
def test_what_cannot_be_drawn_is_said(file, options, error, words):
    with pytest.raises(error, match=words):
        sphinx_gitops.draw(sphinx_gitops.read(file), **options)


def test_a_workflow_without_stages_cannot_be_drawn():
    with pytest.raises(sphinx_gitops.RenderError, match="the workflow 'w' has no stage"):
        sphinx_gitops.draw(replace(stage(), stages=()))


def test_sphinx_is_not_needed(file):
    code = (
        "import sys; sys.modules['sphinx'] = sys.modules['docutils'] = None; import sphinx_gitops as g;"
        f"w = g.read({str(file)!r}); g.to_outline(w), g.to_mermaid(w), g.draw(w)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_names_that_are_not_there_are_not(file):
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        _ = sphinx_gitops.write
    assert {"read", "draw", "to_mermaid"} <= set(dir(sphinx_gitops))


def stage(**more) -> Workflow:
    one = Component(id="A", title="A", span=HERE, **more)
    return Workflow(id="w", title="W", span=HERE, stages=(Stage(id="s", title="S", span=HERE, components=(one,)),))


def test_the_public_names_are_documented():
    page = (Path(ROOT) / "docs/reference/python-api.md").read_text(encoding="utf-8")
    for name in sphinx_gitops.__all__:
        assert f"sphinx_gitops.{name}" in page or name == "setup", name
