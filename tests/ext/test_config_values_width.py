"""Pictures are laid out for the column of the theme, unless the project or the directive says how wide."""

from __future__ import annotations

import re

import pytest

from support.project import ROOT
from support.sites import html

PAGE = {
    "index.rst": "T\n=\n\n.. gitops-workflow:: delivery.yaml\n{options}\n",
    "delivery.yaml": "".join(
        line
        for line in (ROOT / "docs/demo/delivery.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
        if "doc:" not in line
    ),
}


def width(build, options: str = "", **settings) -> float:
    files = {**PAGE, "index.rst": PAGE["index.rst"].format(options=options)}
    return float(re.search(r'<svg [^>]*? width="([\d.]+)"', html(build(files, **settings)))[1])


@pytest.mark.parametrize(("theme", "most"), [("alabaster", 672), ("basic", 736)])
def test_a_picture_fits_the_column_of_its_theme(build, theme, most):
    assert most - 60 < width(build, html_theme=theme) <= most


def test_the_project_and_the_directive_go_before_the_theme(build):
    assert 672 < width(build, html_theme="alabaster", gitops_width=736) <= 736
    assert width(build, "   :fit: 620\n", html_theme="alabaster", gitops_width=736) <= 620


def test_another_theme_draws_the_pictures_again(build):
    assert width(build, html_theme="basic") > 672
    assert width(build, html_theme="alabaster") <= 672
