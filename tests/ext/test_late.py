"""What is loaded late is there, and is not loaded before a document has something of ours."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from sphinx.builders import Builder

from sphinx_gitops import ext
from sphinx_gitops.ext.late import loaded
from support.project import ROOT
from support.sites import html, site

NAMED = {
    name
    for path in (ROOT / "sphinx_gitops/ext").rglob("*.py")
    for name in re.findall(r'"([\w.]+:\w+)"', path.read_text(encoding="utf-8"))
    if not name.startswith("gitops:")  # which nodes have as attributes
}
LIGHT = 40
"""So many modules of ours are loaded where nothing is ours, with the packages that they are in."""
BUILD = """
import sys
from sphinx.cmd.build import main
assert main(["-q", *sys.argv[1:]]) == 0
print(*(name for name in sys.modules if name.startswith("sphinx_gitops")))
"""
PLAIN = {
    "conf.py": "extensions = ['sphinx_gitops', 'myst_parser']\nhtml_theme = 'basic'\n",
    "index.rst": "Site\n====\n\n.. toctree::\n\n   page\n\n:any:`page` :ref:`genindex`\n\n.. only:: html\n\n   :any:`page`\n",
    "page.md": "# Page\n\n[words](index.rst) [](#page)\n",
}


def built(folder, *options: str) -> list[str]:
    """The modules of ours that a process has which builds a site."""
    command = [sys.executable, "-c", BUILD, *options, str(folder), str(folder / "out")]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def test_each_name_is_one():
    assert {*ext.DIRECTIVES.values(), *ext.POST_TRANSFORMS, *(row[1] for row in ext.LISTENERS)} < NAMED
    assert [name for name in sorted(NAMED) if not callable(loaded(name))] == []


def test_the_priority_of_a_transform_is_its_own():
    for name, priority in {**ext.TRANSFORMS, **ext.POST_TRANSFORMS}.items():
        assert loaded(name).default_priority == priority


def test_a_builder_is_the_one_of_its_name(build):
    for name, source in ext.BUILDERS.items():
        assert issubclass(loaded(source), Builder)
        assert loaded(source).name == name
        app = build(site(), builder=name)
        assert type(app.builder) is loaded(source)


def test_the_import_takes_little():
    code = "import sphinx_gitops.ext, sys; print(*(name for name in sys.modules if name.startswith('sphinx_gitops')))"
    names = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "sphinx_gitops.ext.domain.domain" in names
    assert len(names) <= LIGHT


@pytest.mark.parametrize("options", [[], ["-j", "2"], ["-b", "text"], ["-b", "latex"]], ids=" ".join)
def test_a_site_with_nothing_of_ours_loads_no_more_than_its_import_whether_built_anew_or_again(tmp_path, options):
    for name, text in PLAIN.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for _ in range(2):
        names = built(tmp_path, *options)
        assert "sphinx_gitops.ext.domain.domain" in names
        assert [
            name for name in names if name.split(".")[1:2] not in ([], ["ext"], ["settings"], ["phrases"], ["paths"])
        ] == []
        assert len(names) <= LIGHT
        (tmp_path / "page.md").write_text(PLAIN["page.md"] + "\nMore.\n", encoding="utf-8")


def test_a_build_loads_what_draws_where_something_is_drawn(tmp_path):
    (tmp_path / "conf.py").write_text(PLAIN["conf.py"], encoding="utf-8")
    (tmp_path / "index.rst").write_text(site()["index.rst"], encoding="utf-8")
    (tmp_path / "other.rst").write_text("Other\n=====\n", encoding="utf-8")
    assert {"sphinx_gitops.reader", "sphinx_gitops.render"} <= {*built(tmp_path)}


def test_a_document_that_is_read_before_the_first_of_ours_is_among_those_that_mention_it(tmp_path):
    files = {**PLAIN, "zoo.rst": site()["index.rst"].replace("   other\n", "   page\n")}
    files["zoo.rst"] += "\n.. gitops-table:: components\n   :columns: id, mention\n"
    files["index.rst"] += "\n:gitops:component:`SCAN`\n"
    files["page.md"] += "\n[](gitops-delivery.PKG) {any}`PKG`\n"
    for name, text in files.items():
        (tmp_path / name).write_text(text.replace("   page\n", "   page\n   zoo\n", 1), encoding="utf-8")
    built(tmp_path)
    found = (tmp_path / "out/zoo.html").read_text(encoding="utf-8")
    cells = re.findall(r"<tr.*?</tr>", found, re.DOTALL)
    assert any("SCAN" in cell and "Site" in cell for cell in cells)
    assert any("PKG" in cell and "Page" in cell for cell in cells)


@pytest.mark.parametrize("name", ["gitops-workflow", "gitops:workflow"])
def test_a_directive_has_its_options_in_both_spellings(build, warnings, name):
    page = f"Site\n====\n\n.. {name}::\n   :caption: A way\n\n   stages: {{s: {{components: {{A: Build}}}}}}\n"
    app = build({"index.rst": page})
    assert warnings(app) == []
    assert "A way" in html(app, "index")


def test_only_a_page_with_something_of_ours_has_our_style_sheet(build):
    app = build(site(other="Other\n=====\n"))
    assert "gitops.css" in html(app, "index")
    assert "gitops.css" not in html(app, "other")
