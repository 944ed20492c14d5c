"""What is loaded late is there, and is not loaded before a document has something of ours."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sphinx_gitops import ext
from sphinx_gitops.ext.late import loaded
from support.sites import html, site

NAMES = [*ext.DIRECTIVES.values(), *ext.POST_TRANSFORMS, *(source for _, source, _ in ext.LISTENERS)]
HEAVY = ("reader", "render", "emit", "rules", "importers", "query")
BUILD = """
import sys
from sphinx.cmd.build import main
assert main(["-q", "-b", "html", sys.argv[1], sys.argv[2]]) == 0
print(*(name for name in sys.modules if name.startswith("sphinx_gitops.")))
"""


@pytest.mark.parametrize("name", NAMES)
def test_each_name_is_one(name):
    assert callable(loaded(name))


def test_the_priority_of_a_post_transform_is_its_own():
    for name, priority in ext.POST_TRANSFORMS.items():
        assert loaded(name).default_priority == priority


@pytest.mark.parametrize(("text", "there"), [("Site\n====\n", False), (site()["index.rst"], True)])
def test_a_build_loads_what_draws_only_where_something_is_drawn(tmp_path, text, there):
    (tmp_path / "conf.py").write_text("extensions = ['sphinx_gitops']\n", encoding="utf-8")
    (tmp_path / "index.rst").write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", BUILD, str(tmp_path), str(tmp_path / "out")]
    names = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert {f"sphinx_gitops.{part}" for part in HEAVY} & set(names) == (
        {"sphinx_gitops.reader", "sphinx_gitops.render"} if there else set()
    ) or there


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
