"""What is kept among the documents as read belongs to a builder and a folder; both may be moved together."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from sphinx_gitops.ext.outputs.kept_files import kept_for


def app(builder: str, out: str, doctrees: str) -> SimpleNamespace:
    return SimpleNamespace(builder=SimpleNamespace(name=builder), outdir=out, doctreedir=doctrees)


def test_each_builder_and_each_folder_has_its_own():
    places = {kept_for(app(*one, "/d"), ".x") for one in (("html", "/a"), ("html", "/b"), ("latex", "/a"))}
    assert len(places) == 3
    assert {path.parent for path in places} == {Path("/d")}
    assert {path.suffix for path in places} == {".x"}


def test_it_is_the_same_where_both_are_moved():
    before, after = kept_for(app("html", "/a/out", "/a/trees"), ".x"), kept_for(app("html", "/b/out", "/b/trees"), ".x")
    assert before.name == after.name
