"""Problems become warnings of Sphinx, with their place and their code."""

from __future__ import annotations

import re

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
