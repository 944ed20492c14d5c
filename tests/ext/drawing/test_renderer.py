"""Pictures of a build: one cache for all builders, and drawings that fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_gitops.ext.drawing import renderer
from sphinx_gitops.render.drawing import RenderError
from support.sites import site


def read(app, name: str) -> str:
    return Path(app.outdir, name).read_text(encoding="utf-8")


def test_one_cache_serves_all_builders_and_a_second_build_draws_nothing(build, monkeypatch):
    calls = []
    for name in ("draw", "typeset"):
        own = getattr(renderer, name)
        monkeypatch.setattr(renderer, name, lambda *args, own=own, **more: calls.append(own) or own(*args, **more))
    build(site())
    assert len(calls) == 1
    build(site(), builder="dirhtml")
    build(site(), builder="singlehtml")
    assert len(calls) == 1
    build(site(), builder="latex")
    assert len(calls) == 2
    build(site(), builder="epub")
    assert len(calls) == 2


def test_a_damaged_entry_is_drawn_again(build):
    app = build(site())
    entries = list(Path(app.doctreedir, "gitops").glob("*.json"))
    assert entries
    for entry in entries:
        entry.write_bytes(b'{"boxes": 1}')
    again = build(site(), builder="dirhtml")
    assert "<svg xmlns" in read(again, "index.html")


def test_where_nothing_is_drawn_the_words_stand_in_with_one_warning(build, warnings, monkeypatch):
    def refuse(*_, **__):
        raise RenderError("nothing is right")

    monkeypatch.setattr(renderer, "draw", refuse)
    app = build(site())
    assert "<svg xmlns" not in read(app, "index.html")
    assert 'id="gitops-delivery.SCAN"' in read(app, "index.html")
    (line,) = warnings(app)
    assert "the diagram 'delivery': nothing is right; its text equivalent stands in for it [gitops.renderer]" in line


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_whoever_stops_a_build_stops_it(build, monkeypatch, error):
    def stop(*_, **__):
        raise error

    monkeypatch.setattr(renderer, "draw", stop)
    with pytest.raises(error):
        build(site())


def test_an_unwritable_cache_is_one_warning_and_a_page(build, warnings, monkeypatch):
    def full(self, key, suffix, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sphinx_gitops.cache.Cache.put", full)
    app = build(site())
    assert "<svg xmlns" in read(app, "index.html")
    assert len(warnings(app)) == 1
    assert "cannot be written: No space left on device" in warnings(app)[0]


def test_letters_that_no_font_has_on_paper_are_one_warning_with_the_remedy(build, warnings, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.render.printing.converters._librsvg", lambda: None)
    text = "T\n=\n\n.. gitops-workflow::\n\n   id: w\n   stages: {s: {components: {A: 日本}}}\n"
    (line,) = warnings(build({"index.rst": text}, builder="latex"))
    assert "index.rst:4" in line
    assert "the font of pictures on paper has no 日 本: install rsvg-convert" in line
