"""Pictures of a build: one cache for all builders, and engines that fail."""

from __future__ import annotations

from pathlib import Path

from support.sites import site


def read(app, name: str) -> str:
    return Path(app.outdir, name).read_text(encoding="utf-8")


def test_one_cache_serves_all_builders_and_a_second_build_draws_nothing(build, monkeypatch):
    from sphinx_gitops.render.merman import MermanEngine

    calls = []
    lay = MermanEngine.layout
    monkeypatch.setattr(MermanEngine, "layout", lambda *args, **more: calls.append(1) or lay(*args, **more))
    build(site())
    first = len(calls)
    assert first == 1
    build(site(), builder="dirhtml")
    build(site(), builder="singlehtml")
    assert len(calls) == first
    build(site(), builder="latex")
    second = len(calls)
    build(site(), builder="epub")
    assert len(calls) == second


def test_a_damaged_entry_is_drawn_again(build):
    app = build(site())
    entries = list(Path(app.doctreedir, "gitops").glob("*.json"))
    assert entries
    for entry in entries:
        entry.write_bytes(b'{"boxes": 1}')
    again = build(site(), builder="dirhtml")
    assert "<svg xmlns" in read(again, "index.html")


def test_a_failing_engine_gives_way_to_the_next_and_a_warning_names_both(build, warnings, monkeypatch):
    from sphinx_gitops.render import RenderError
    from sphinx_gitops.render.merman import MermanEngine

    def fail(*args, **more):
        raise RenderError("it is tired")

    monkeypatch.setattr(MermanEngine, "layout", fail)
    app = build(site())
    assert "<svg xmlns" in read(app, "index.html")
    found = [line for line in warnings(app) if "tired" in line]
    assert len(found) == 1
    assert "the diagram 'delivery' cannot be drawn by merman: it is tired; trying mmdr [gitops.renderer]" in found[0]


def test_when_every_engine_fails_the_words_stand_in(build, warnings, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.render.arrangement.check", _refuse)
    app = build(site())
    assert "<svg xmlns" not in read(app, "index.html")
    assert 'id="gitops-delivery.SCAN"' in read(app, "index.html")
    assert "its text equivalent stands in for it" in warnings(app)[-1]


def _refuse(layout, shown):
    from sphinx_gitops.render import RenderError

    raise RenderError("nothing is right")


def test_an_unwritable_cache_is_one_warning_and_a_page(build, warnings, monkeypatch):
    def full(self, key, suffix, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sphinx_gitops.render.cache.Cache.put", full)
    app = build(site())
    assert "<svg xmlns" in read(app, "index.html")
    assert len(warnings(app)) == 1
    assert "cannot be written: No space left on device" in warnings(app)[0]
