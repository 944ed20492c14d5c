"""Kinds and classes of a project."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from support.sites import html


def test_kinds_and_classes_of_a_project(build, warnings):
    text = "T\n=\n\n.. gitops-workflow::\n\n   stages: {ci: {components: {F: {title: Flag, kind: feature-flag}}}}\n"
    app = build(
        {"index.rst": text},
        gitops_classes={"flag": {"fill": "#ffffff", "stroke": "#123456", "text": "#000000"}},
        gitops_kinds={"feature-flag": {"class": "flag", "mark": "verification", "shape": "hexagon"}},
    )
    assert warnings(app) == []
    assert "var(--gitops-flag-stroke,#123456)" in html(app)
    assert "--gitops-flag-stroke:#123456" in Path(app.outdir, "_static/gitops-theme.css").read_text(encoding="utf-8")


def test_a_bad_kind_of_a_project_is_an_error(build, warnings):
    app = build({"index.rst": "T\n=\n"}, gitops_kinds={"flag": {"class": "none-such"}})
    assert "gitops_kinds['flag']: there is no class 'none-such'" in warnings(app)[0]


PAGE = "T\n=\n\n.. gitops-workflow::\n\n   id: w\n   stages: {s: {components: {A: Aa, B: Bb}}}\n   flows: [A --> B]\n\nThe end.\n"


def page(app) -> str:
    return Path(app.outdir, "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["gitops_kinds", "gitops_classes"])
@pytest.mark.parametrize("value", [None, [], "x", {"a": None}, {1: {}}, {"a": {"b": []}}, {"a": {"class": []}}, {"a": {"fill": ["#fff"]}}, {"a": {"mark": {}}}, {"a b": {}}])  # fmt: skip
def test_wrong_vocabulary_is_an_option_error_and_a_page(build, warnings, name, value):
    app = build({"index.rst": PAGE}, **{name: value})
    assert warnings(app) or value == []
    assert "Traceback" not in app.warning.getvalue()
    assert "<svg" in page(app)


def test_a_project_without_conf_py_is_told_of_what_is_wrong_on_the_command_line(tmp_path):
    (tmp_path / "source").mkdir()
    (tmp_path / "source/index.rst").write_text(PAGE)
    settings = {"extensions": ["sphinx_gitops"], "html_theme": "basic", "gitops_defaults": {"legnd": "right"}}
    told = io.StringIO()
    with patch_docutils(), docutils_namespace():
        target = tmp_path / "html"
        app = Sphinx(
            tmp_path / "source", None, target, target / "doctrees", "html", settings, status=None, warning=told
        )
        app.build()
    (line,) = (line for line in told.getvalue().splitlines() if "gitops_defaults" in line)
    assert "there is no such option; did you mean 'legend'?" in line
    assert "<svg" in page(app)
