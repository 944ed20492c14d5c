"""Problems become warnings of Sphinx, with their place and their code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.sites import html


@pytest.mark.parametrize(
    ("title", "body", "line"),
    [
        pytest.param("index.rst", "T\n=\n\n.. gitops-workflow::\n   :caption: x\n\n   stages:\n     ci:\n       titel: x\n", 9, id="rst"),
        pytest.param("index.rst", "T\n=\n\n.. gitops-workflow::\n\n   stages:\n     ci:\n       titel: x\n", 8, id="rst-no-options"),
        pytest.param("index.rst", "T\n=\n\n* .. note::\n\n     .. gitops-workflow::\n\n        stages:\n          ci:\n            titel: x\n", 10, id="rst-nested"),
        pytest.param("index.md", "# T\n\n```{gitops-workflow}\n:caption: x\n\nstages:\n  ci:\n    titel: x\n```\n", 8, id="myst"),
        pytest.param("index.md", "# T\n\n```{gitops-workflow}\nstages:\n  ci:\n    titel: x\n```\n", 6, id="myst-no-options"),
        pytest.param("index.md", "# T\n\n:::{note}\n```{gitops-workflow}\nstages:\n  ci:\n    titel: x\n```\n:::\n", 7, id="myst-nested"),
    ],
)  # fmt: skip
def test_an_error_points_at_its_line(build, warnings, title, body, line):
    app = build({title: body}, extensions=["sphinx_gitops", "myst_parser"], myst_enable_extensions=["colon_fence"])
    assert len(warnings(app)) == 1
    assert f"{title}:{line}: WARNING: stages.ci: unknown key 'titel'; did you mean 'title'?" in warnings(app)[0]
    assert "<svg" in html(app)


def test_an_error_in_a_file_points_into_the_file(build, warnings):
    app = build({"index.rst": "T\n=\n\n.. gitops-workflow:: w.yaml\n", "w.yaml": "stages:\n  ci:\n    titel: x\n"})
    assert re.search(r"w\.yaml:3: WARNING: stages\.ci: unknown key", warnings(app)[0])


def test_a_code_can_be_silenced(build, warnings):
    app = build(
        {"index.rst": "T\n=\n\n.. gitops-workflow::\n\n   stages: {ci: {titel: x}}\n"},
        suppress_warnings=["gitops.unknown-key"],
    )
    assert warnings(app) == []


TWICE = """\
from docutils import nodes
from sphinx.util.docutils import SphinxDirective


class Twice(SphinxDirective):
    has_content = True

    def run(self):
        found = [nodes.container(), nodes.container()]
        for one in found:
            self.state.nested_parse(self.content, self.content_offset, one)
        return found


def setup(app):
    app.add_directive("twice", Twice)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
FAULTS = """\
.. gitops-workflow::

   id: w
   stages: {s: {titel: x, components: {A: {title: A, doc: nope}, B: B}}}
   flows: [other.X --> A]

.. gitops-runbook:: red
   :components: w.ZZ
   :procedure: nonsense

   :gitops:component:`nix`

.. gitops-component:: w.QQ

.. gitops-view:: w
   :focus: YY

.. gitops-view:: none

.. gitops-table:: components
   :filter: kind == securty-scan
"""


@pytest.mark.parametrize("parallel", [0, 2])
@pytest.mark.parametrize("way", ["parsed twice", "included"])
def test_what_is_read_twice_is_said_once(build, warnings, way, parallel, monkeypatch, tmp_path):
    (tmp_path / "twice.py").write_text(TWICE)
    monkeypatch.syspath_prepend(tmp_path)
    toctree = ".. toctree::\n   :glob:\n\n   p*\n\n"
    if way == "included":
        page = "T\n=\n\n.. include:: part.txt\n"
        files = {
            "index.rst": "T\n=\n\n" + toctree,
            **{f"p{number}.rst": page for number in range(8)},
            "part.txt": FAULTS,
        }
    else:
        files = {"index.rst": "T\n=\n\n.. twice::\n\n" + "".join(f"   {line}\n" for line in FAULTS.splitlines())}
    found = warnings(build(files, extensions=["sphinx_gitops", "twice"], parallel=parallel))
    assert len(found) == 10, found
    assert len(set(found)) == 10


def test_another_build_says_it_again(build, warnings):
    app = build({"index.rst": "T\n=\n\n.. gitops-view:: none\n"})
    before = len(warnings(app))
    Path(app.srcdir, "index.rst").write_text("T\n=\n\nX\n\n.. gitops-view:: none\n.. gitops-view:: none\n")
    app.build()
    assert (before, len(warnings(app))) == (1, 3)
