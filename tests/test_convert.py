"""Pictures for paper: which layout, which file."""

from __future__ import annotations

import io
import re
import shutil
import sys

import pypdf
import pytest
from conftest import ROOT, missing

from sphinx_gitops.emit import to_graph
from sphinx_gitops.facts import legend_entries
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_path, read_text
from sphinx_gitops.render import RenderError, arrange, choose, given, overlay
from sphinx_gitops.render.convert import RsvgConverter, TypstConverter, converter
from sphinx_gitops.render.geometry.layout import Layout, Rect
from sphinx_gitops.render.paper import ENOUGH, SMALLEST, Sheet, flatten, typeset
from sphinx_gitops.render.squeeze import CLOSE
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

DELIVERY = scene(read_path(ROOT / "docs/demo/delivery.yaml").workflow, DEFAULT)
LETTER = Sheet(470, 570)


def read(text: str, template: str = ""):
    reading = read_text(text, locate=lambda a, b: Span("t", a + 1, b + 1), default="t", template=template)
    return scene(reading.workflow, DEFAULT)


def lay(plan) -> Layout:
    source, engine = given(plan.scene, to_graph), choose("auto")
    return arrange(plan.scene, source, engine=engine, config=plan.config, timeout=20, loose=CLOSE)


@pytest.fixture(scope="module")
def printed():
    return typeset(DELIVERY, lay, LETTER, prefix="p", legend=legend_entries(DELIVERY))


def test_the_brief_is_comfortable_on_paper_and_the_template_can_be_read(printed):
    assert printed.text >= ENOUGH
    whole = read("", "gitops")
    found = typeset(whole, lay, LETTER, prefix="p", legend=legend_entries(whole))
    assert found.text >= SMALLEST
    assert not found.landscape


def test_a_picture_for_paper_knows_no_variables_and_no_links(printed):
    assert "var(" not in printed.picture.svg
    assert "<a " not in printed.picture.svg
    assert ">automated flow<" in printed.picture.svg


def test_spots_are_where_components_stand(printed):
    spots = {spot.id: spot.rect for spot in printed.picture.spots}
    assert {node.id for node in DELIVERY.all_nodes()} <= set(spots)
    for rect in spots.values():
        assert 0 <= rect.x < rect.right <= printed.picture.width
        assert 0 <= rect.y < rect.bottom <= printed.picture.height


def test_flattening_keeps_every_component_and_the_groups_that_arrows_end_at():
    shown = read(
        "stages: {s: {groups: {g: {components: {A: a}, groups: {h: {components: {B: b}}}}, k: {components: {C: c}}}}}\n"
        "flows: [A --> k]"
    )
    flat = flatten(shown)
    assert {box.id for box in flat.all_boxes()} == {"s", "k"}
    assert {node.id for node in flat.all_nodes()} == {"A", "B", "C"}
    assert [node.id for node in flat.boxes[0].nodes] == ["A", "B"]


def test_a_wide_picture_lies_on_its_side():
    shown = read("stages: {s: {components: {A: a, B: b}}}")

    def wide(plan) -> Layout:
        boxes = {"s": Rect(0, 0, 1300, 200)}
        return Layout(boxes, {"A": Rect(9, 60, 60, 40), "B": Rect(1200, 60, 60, 40)}, (), curved=False)

    found = typeset(shown, wide, Sheet(300, 570), prefix="p")
    assert found.landscape
    assert found.text >= SMALLEST


def test_titles_break_where_the_configuration_breaks_them():
    shown = read("stages: {s: {components: {A: A component with a rather long title}}}")

    def narrow(plan) -> Layout:
        config = overlay(plan.config, {"flowchart": {"wrappingWidth": 70}})
        return arrange(plan.scene, given(plan.scene, to_graph), engine=choose("auto"), config=config, timeout=20)

    svg = typeset(shown, narrow, LETTER, prefix="p").picture.svg
    assert re.findall(r"<text[^>]*>([^<]+)<", svg)[1:] == ["A", "component", "with a", "rather long", "title"]


def test_without_a_layout_there_is_no_picture():
    assert typeset(DELIVERY, lambda _: None, LETTER, prefix="p") is None


@pytest.mark.parametrize("cls", [TypstConverter, RsvgConverter])
def test_converters_write_the_same_pdf_twice_with_the_words_in_it(printed, cls):
    if cls is RsvgConverter and shutil.which("rsvg-convert") is None:
        missing("rsvg-convert is not on the path")
    tool = cls()
    content = tool.convert(printed.picture.svg, "pdf")
    assert tool.convert(printed.picture.svg, "pdf") == content
    text = pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text()
    assert "Security Scanner" in text
    assert tool.convert(printed.picture.svg, "png").startswith(b"\x89PNG")
    assert tool.version


@pytest.mark.parametrize("cls", [TypstConverter, RsvgConverter])
def test_garbage_is_an_error(cls):
    if cls is RsvgConverter and shutil.which("rsvg-convert") is None:
        missing("rsvg-convert is not on the path")
    with pytest.raises(RenderError, match="cannot convert"):
        cls().convert("<svg", "pdf")


def test_letters_that_the_font_lacks_do_not_stop_it():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 20" font-family="Arimo"><text y="15">日本 ✓</text></svg>'
    assert TypstConverter().convert(svg, "pdf").startswith(b"%PDF-1.5")


def test_without_a_converter_there_is_one_warning_and_the_words(build, warnings, monkeypatch):
    from test_build import site

    monkeypatch.setattr("sphinx_gitops.ext.drawing.renderer.converter", lambda: None)
    app = build(site(), builder="latex")
    assert len(warnings(app)) == 1
    assert 'no converter to PDF is installed, so diagrams show as text: pip install "sphinx-gitops[static]"' in warnings(app)[0]  # fmt: skip
    assert "Scanner" in (app.outdir / "projectnamenotset.tex").read_text(encoding="utf-8")


def test_a_converter_that_does_not_work_is_as_none(monkeypatch, tmp_path):
    command = tmp_path / "rsvg-convert"
    command.write_text("#!/bin/sh\nexit 127\n")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "typst", None)
    assert converter.__wrapped__() is None


def test_a_path_among_the_folders_of_modules_does_no_harm(monkeypatch, tmp_path, printed):
    monkeypatch.setattr(sys, "path", [*sys.path, tmp_path])
    assert TypstConverter._apart(printed.picture.svg, "png").startswith(b"\x89PNG")


def test_another_package_can_register_an_engine(monkeypatch):
    from importlib.metadata import EntryPoint

    from sphinx_gitops.render import engines

    point = EntryPoint("mine", "sphinx_gitops.render.mmdr:MmdrEngine", engines.ENTRY_POINTS)
    engines.known.cache_clear()
    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda group: [point] if group == engines.ENTRY_POINTS else []
    )
    try:
        assert list(engines.known()) == ["merman", "mmdr", "mmdc", "mine"]
        assert engines.choose("mine").name == "mmdr"
    finally:
        engines.known.cache_clear()
        engines._load.cache_clear()
