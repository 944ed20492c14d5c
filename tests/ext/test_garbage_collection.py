"""While a build is under way, garbage collection leaves alone what was there before; after it all is as it was."""

from __future__ import annotations

import gc
import sys
from types import SimpleNamespace

import pytest

from sphinx_gitops.ext import garbage_collection
from support.sites import site


@pytest.fixture(autouse=True)
def nothing_frozen():
    """A build of another test may have been broken off."""
    garbage_collection._Frozen.is_ours = False
    gc.unfreeze()
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


@pytest.fixture
def counts(build, monkeypatch):
    """How many objects are frozen while pages are written, and after the build."""

    def run(files: dict[str, str]) -> tuple[list[int], int]:
        found: list[int] = []

        def setup(app):
            app.connect("doctree-resolved", lambda *_: found.append(gc.get_freeze_count()))

        monkeypatch.setitem(sys.modules, "looking", SimpleNamespace(setup=setup))
        build(files, extensions=["sphinx_gitops", "looking"])
        return found, gc.get_freeze_count()

    return run


def test_what_was_there_is_frozen_until_the_build_ends(counts):
    during, after = counts(site())
    assert min(during) > 10_000
    assert after == 0


def test_what_another_has_frozen_stays_frozen(counts):
    gc.freeze()
    try:
        during, after = counts(site())
        assert {*during, after} == {after}
        assert after > 0
    finally:
        gc.unfreeze()


def test_a_build_that_fails_leaves_nothing_frozen(build):
    def fail(app, env):
        raise RuntimeError("no")

    app = build(site())
    app.connect("env-updated", fail)
    with pytest.raises(Exception, match="no"):
        app.build(force_all=True)
    assert gc.get_freeze_count() == 0


def test_a_build_after_one_that_was_broken_off_freezes_and_leaves_nothing_frozen(counts, build):
    app = build({"index.rst": "Site\n====\n"})
    app.events.emit("env-before-read-docs", app.env, [])
    assert gc.get_freeze_count() > 10_000
    during, after = counts(site())
    assert min(during) > 10_000
    assert after == 0


@pytest.mark.parametrize(
    ("before", "during"), [((700, 9, 8), (2000, 9, 8)), ((5000, 9, 8), (5000, 9, 8)), ((0, 9, 8), (0, 9, 8))]
)
def test_garbage_is_looked_for_less_often_until_the_build_ends(build, monkeypatch, before, during):
    found = []

    def setup(app):
        app.connect("doctree-resolved", lambda *_: found.append(gc.get_threshold()))

    monkeypatch.setitem(sys.modules, "looking", SimpleNamespace(setup=setup))
    gc.set_threshold(*before)
    build(site(), extensions=["sphinx_gitops", "looking"])
    assert {*found} == {during}
    assert gc.get_threshold() == before


def test_a_build_after_one_that_was_broken_off_looks_as_often_in_the_end_as_before_both(build):
    gc.set_threshold(700, 10, 10)
    app = build({"index.rst": "Site\n====\n"})
    app.events.emit("env-before-read-docs", app.env, [])
    build(site())
    assert gc.get_threshold() == (700, 10, 10)
