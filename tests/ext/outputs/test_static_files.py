"""A static file is written where it is new or another, and left as it is where it is the same."""

from __future__ import annotations

from types import SimpleNamespace

from sphinx_gitops.ext.outputs.static_files import STATIC, write_static, write_text


def test_what_has_not_changed_is_left_as_it_is(tmp_path):
    app, target = SimpleNamespace(outdir=tmp_path), tmp_path / "_static" / "x.css"
    write_text(app, "x.css", "a\n")
    before = target.stat().st_mtime_ns
    write_text(app, "x.css", "a\n")
    assert target.stat().st_mtime_ns == before
    write_text(app, "x.css", "b\n")
    assert target.read_bytes() == b"b\n"


def test_a_file_of_the_package_is_written_as_it_is(tmp_path):
    write_static(SimpleNamespace(outdir=tmp_path), "gitops.js")
    assert (tmp_path / "_static" / "gitops.js").read_text() == (STATIC / "gitops.js").read_text()
