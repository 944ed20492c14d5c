"""Which documents a change writes again."""

from __future__ import annotations

from pathlib import Path

from support.sites import html, site


def test_editing_the_file_rebuilds_the_page(build, make_app, tmp_path):
    files = {"index.rst": "T\n=\n\n.. gitops-workflow:: w.yaml\n", "w.yaml": "stages: {ci: Before}\n"}
    build(files)
    again = build({**files, "w.yaml": "stages: {ci: Afterwards}\n"})
    assert "Afterwards" in html(again)


def test_a_renamed_component_rewrites_the_pages_that_show_it(build):
    build(site())
    files = site()
    files["index.rst"] = files["index.rst"].replace("title: Scanner", "title: Inspector")
    assert "Inspector" in html(build(files), "other")


def test_a_second_build_has_nothing_to_do(build):
    build(site())
    again = build(site())
    assert (
        "0 added, 0 changed, 0 removed" in again.status.getvalue()
        or "no targets are out of date" in again.status.getvalue()
    )


def test_a_parallel_build_is_the_serial_one(build, tmp_path):
    files = {
        f"p{n}.rst": f":orphan:\n\nP\n=\n\n.. gitops-workflow::\n\n   id: w{n}\n   stages: {{s{n}: {{components: {{C{n}: x}}}}}}\n"
        for n in range(8)
    }
    files["index.rst"] = "T\n=\n\n" + " ".join(f":gitops:component:`C{n}`" for n in range(8)) + "\n"
    serial = build(files, source="a")
    pages = {path.name: path.read_bytes() for path in Path(serial.outdir).glob("*.html")}
    from sphinx.testing.util import SphinxTestApp

    folder = tmp_path / "src2"
    (tmp_path / "a").rename(folder)
    settings = {"extensions": ["sphinx_gitops"], "html_theme": "basic"}
    app = SphinxTestApp("html", srcdir=folder, builddir=tmp_path / "out2", confoverrides=settings, parallel=2)
    app.build()
    app.cleanup()
    assert {path.name: path.read_bytes() for path in Path(app.outdir).glob("*.html")} == pages
