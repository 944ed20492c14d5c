"""What a builder takes is decided once a build, for builders of Sphinx and for those of others."""

from __future__ import annotations

import dataclasses

import pytest

from sphinx_gitops.ext.outputs.capabilities import CellLines, Outline, PictureForm, capabilities
from support.sites import site

EXPECTED = {
    "html": (PictureForm.INLINE, Outline.FOLDED, CellLines.BREAKS, False, True),
    "dirhtml": (PictureForm.INLINE, Outline.FOLDED, CellLines.BREAKS, False, True),
    "singlehtml": (PictureForm.INLINE, Outline.FOLDED, CellLines.BREAKS, True, True),
    "json": (PictureForm.INLINE, Outline.FOLDED, CellLines.BREAKS, False, True),
    "epub": (PictureForm.BOOK_IMAGE, Outline.CONTAINER, CellLines.BREAKS, False, True),
    "latex": (PictureForm.PDF, Outline.CONTAINER, CellLines.BLOCK, True, True),
    "texinfo": (PictureForm.IMAGE, Outline.CONTAINER, CellLines.BLOCK, True, True),
    "man": (PictureForm.NONE, Outline.BARE, CellLines.BLOCK, True, False),
    "text": (PictureForm.NONE, Outline.CONTAINER, CellLines.COMMAS, False, False),
    "xml": (PictureForm.NONE, Outline.CONTAINER, CellLines.BLOCK, False, True),
}


@pytest.mark.parametrize("builder", EXPECTED)
def test_each_builder_has_its_answer(make_app, tmp_path, builder):
    (tmp_path / "conf.py").write_text("", "utf-8")
    app = make_app(builder, srcdir=tmp_path, confoverrides={"extensions": ["sphinx_gitops"]})
    found = capabilities(app)
    assert (found.picture, found.outline, found.cell_lines, found.assembled, found.figures) == EXPECTED[builder]
    assert capabilities(app) is found
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.picture = PictureForm.NONE


def test_the_catalogue_keeps_the_placeholders(make_app, tmp_path):
    (tmp_path / "conf.py").write_text("", "utf-8")
    app = make_app("gettext", srcdir=tmp_path, confoverrides={"extensions": ["sphinx_gitops"]})
    assert not capabilities(app).resolves


def test_a_builder_of_others_that_takes_images_gets_the_best_kind(make_app, tmp_path, monkeypatch):
    monkeypatch.setattr("sphinx.builders.text.TextBuilder.supported_image_types", ["image/png", "application/pdf"])
    (tmp_path / "conf.py").write_text("", "utf-8")
    app = make_app("text", srcdir=tmp_path, confoverrides={"extensions": ["sphinx_gitops"]})
    assert (capabilities(app).picture, capabilities(app).image_suffix) == (PictureForm.IMAGE, "pdf")


def test_the_scene_of_a_diagram_is_made_once_for_an_output(build, monkeypatch):
    from sphinx_gitops.ext.drawing import resolved_diagram

    made = []
    scene = resolved_diagram.scene
    monkeypatch.setattr(resolved_diagram, "scene", lambda *args, **more: made.append(1) or scene(*args, **more))
    build(site("   :show-source:\n   :outline: open"))
    assert len(made) == 1
