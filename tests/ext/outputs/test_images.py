"""Pictures as plain images, for builders that know standard nodes alone."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx_gitops.ext.drawing import renderer
from sphinx_gitops.render.drawing import RenderError
from support.sites import site


def test_a_book_has_each_picture_once(build):
    app = build(site(), builder="epub", version="1", copyright="x")
    pictures = [path.name for path in Path(app.outdir).rglob("*.svg")]
    assert pictures
    assert len(pictures) == len(set(pictures))


def test_a_picture_that_cannot_be_drawn_is_a_warning_and_the_words_stay(build, warnings, monkeypatch):
    def fail(*_args: object, **_options: object) -> None:
        raise RenderError("no way")

    monkeypatch.setattr(renderer, "draw", fail)
    monkeypatch.setattr(renderer, "typeset", fail)
    app = build(site(), builder="epub", version="1", copyright="x")
    assert any("no way" in line for line in warnings(app))
    assert "Scanner" in Path(app.outdir, "index.xhtml").read_text(encoding="utf-8")


def test_a_picture_in_a_book_has_the_width_that_is_asked_for(build):
    app = build(site("   :width: 50%"), builder="epub", version="1", copyright="x")
    (image,) = re.findall(r"<img[^>]*gitops-[^>]*>", Path(app.outdir, "index.xhtml").read_text(encoding="utf-8"))
    assert "width: 50%" in image
