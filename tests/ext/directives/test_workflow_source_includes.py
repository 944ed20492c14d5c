"""Pages whose workflows are spread over files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from support.included import FILES, MAIN
from support.sites import html


def test_a_file_on_another_drive_is_watched_by_its_whole_path(build, warnings, monkeypatch):
    known = os.path.relpath

    def relpath(path, start=os.curdir):
        if Path(path).name == "a.yaml":
            raise ValueError("path is on mount 'D:', start on mount 'C:'")
        return known(path, start)

    monkeypatch.setattr(os.path, "relpath", relpath)
    app = build(FILES | {"index.rst": "T\n=\n\n.. gitops-workflow:: w.yaml\n"})
    assert warnings(app) == []
    assert Path(app.srcdir, "parts/a.yaml") in set(map(Path, app.env.dependencies["index"]))


BODY = "".join(f"   {line}\n" for line in MAIN.splitlines())
SITE = {
    "index.rst": "Site\n====\n\n.. toctree::\n\n   sub/page\n   plain\n",
    "sub/page.rst": "Page\n====\n\n.. gitops-workflow::\n\n" + BODY.replace("parts/a", "/sub/parts/a"),
    "plain.rst": "Plain\n=====\n",
    **{f"sub/{name}": text for name, text in FILES.items() if name != "w.yaml"},
}


@pytest.mark.parametrize("kind", ["body", "file", "markdown"])
def test_a_page_follows_includes_and_is_read_again_with_them(build, warnings, kind):
    files, extensions = dict(SITE), ["sphinx_gitops", "myst_parser"]
    if kind == "file":
        files.update({"sub/page.rst": "Page\n====\n\n.. gitops-workflow:: w.yaml\n", "sub/w.yaml": MAIN})
    if kind == "markdown":
        del files["sub/page.rst"]
        files["sub/page.md"] = f"# Page\n\n```{{gitops-workflow}}\n{MAIN}```\n"
    app = build(files, nitpicky=True, extensions=extensions)
    assert warnings(app) == []
    assert "Three" in html(app, "sub/page")
    before = Path(app.outdir, "plain.html").stat().st_mtime_ns
    files["sub/parts/deeper/h.yaml"] = "components: {H: Changed}\n"
    app = build(files, extensions=extensions)
    assert "Changed" in html(app, "sub/page")
    assert Path(app.outdir, "plain.html").stat().st_mtime_ns == before


def test_a_warning_stands_at_the_line_of_the_included_file(build, warnings):
    app = build({**SITE, "sub/parts/g.yaml": "title: Gg\ncomponents:\n  G: {kind: biuld}\n  H: Hh\n"})
    (found,) = warnings(app)
    assert "sub/parts/g.yaml:3: WARNING: stages.b.groups.g.components.G.kind: 'biuld'" in found


def test_a_missing_file_is_a_warning_at_the_include_and_is_found_once_it_is_there(build, warnings):
    files = {name: text for name, text in SITE.items() if name != "sub/parts/a.yaml"}
    found = [line for line in warnings(build(files)) if "file-not-found" in line]
    assert len(found) == 1
    assert "sub/page.rst:9: WARNING: stages.a: '/sub/parts/a.yaml'" in found[0]
    assert warnings(build(SITE)) == []


def test_docutils_setting_forbids_includes(build, warnings):
    off = "def setup(app):\n    app.connect('builder-inited', lambda app: app.env.settings.update(file_insertion_enabled=False))\n"
    app = build({**SITE, "conf.py": off})
    assert any("file_insertion_enabled is off" in line for line in warnings(app))
    assert "Three" not in html(app, "sub/page")
