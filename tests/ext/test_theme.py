"""Palettes can be read, and a project's own colours reach every output."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sphinx_gitops.emit import to_mermaid
from sphinx_gitops.facts import legend_entries
from sphinx_gitops.palette import DEFAULT, EDGE, HIGH_CONTRAST, MONO
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render.geometry.layout import Layout, Rect
from sphinx_gitops.render.painting.ink import paper
from sphinx_gitops.render.painting.paint import paint
from sphinx_gitops.settings import read_settings
from sphinx_gitops.settings.colours import pale
from sphinx_gitops.settings.colours import read_swatches as read
from sphinx_gitops.settings.faults import Faults
from sphinx_gitops.view import scene
from support.pictures import svg
from support.sites import html, site

"""The grounds of the themes' pages: furo, pydata-sphinx-theme, sphinx-rtd-theme."""
TWO = """
title: T
stages:
  ci: {title: CI, components: {A: {title: Aa, kind: build}, B: {title: Bb, kind: security-scan}}}
flows: [A ==> B]
"""


def read_swatches(theme: object, classes: object):
    faults = Faults()
    return read(theme, classes, faults), faults.problems


def drawn(theme: object, text: str = TWO):
    settings, problems = read_settings({"gitops_theme": theme})
    assert {problem.code for problem in problems} <= {"low-contrast"}
    reading = read_text(text, locate=lambda line, column: Span("t", line + 1, column + 1), default="t")
    return scene(reading.workflow, settings.vocabulary)


@pytest.mark.parametrize(("theme", "fill"), [("high-contrast", HIGH_CONTRAST["security"].light.fill), ({"security": {"fill": "#fafafa", "stroke": "#000000", "text": "#111111"}}, "#fafafa")])  # fmt: skip
def test_a_theme_reaches_pages_paper_and_mermaid(theme, fill):
    shown = drawn(theme)
    layout = Layout({"ci": Rect(0, 0, 300, 200)}, {"A": Rect(10, 30, 90, 40), "B": Rect(150, 30, 90, 40)}, ())  # fmt: skip
    unlinked = drawn(theme, TWO.replace("flows: [A ==> B]", ""))
    assert f'fill="{fill}"' in paint(unlinked, layout, prefix="p", ink=paper, links=False).svg
    assert f"var(--gitops-security-fill,{fill})" in svg(shown)
    assert f"fill:{fill}" in to_mermaid(shown)


def test_stages_groups_and_arrows_have_the_theme_s_colours():
    theme = {"stage": {"fill": "#fefefe"}, "edge": {"stroke": "#000001", "dark": {"stroke": "#fffffe"}}}
    shown = drawn(theme)
    assert shown.swatches[EDGE].dark.stroke == "#fffffe"
    assert "var(--gitops-stage-fill,#fefefe)" in svg(shown)
    assert "var(--gitops-edge-stroke,#000001)" in svg(shown)
    assert re.search(r"linkStyle 0 stroke:#000001", to_mermaid(shown))
    assert "fill:#fefefe" in to_mermaid(shown)


def test_a_workflow_restyles_stages_for_itself():
    shown = drawn("default", TWO + "styles: {stage: {fill: '#fffffe'}}\n")
    assert "var(--gitops-stage-fill,#fffffe)" in svg(shown)
    assert "fill:#fffffe" in to_mermaid(shown)


def test_a_mapping_lies_over_its_base():
    found, problems = read_swatches({"base": "mono", "source": {"stroke": "#001122"}}, {})
    assert problems == []
    assert found["build"] == MONO["build"]
    assert (found["source"].light.stroke, found["source"].light.fill) == ("#001122", "#ffffff")


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        ("hihg-contrast", "gitops_theme: there is no palette 'hihg-contrast'; did you mean 'high-contrast'?"),
        ("solarized", "gitops_theme: there is no palette 'solarized'; known: default, high-contrast, mono"),
        ({"base": "momo"}, "gitops_theme['base']: there is no palette 'momo'; did you mean 'mono'?"),
        ({"sourc": {}}, "gitops_theme['sourc']: no class and no part of a palette; did you mean 'source'?"),
        ({"source": "#fff"}, "gitops_theme['source']: expected a mapping with fill, stroke, text, light, dark, found '#fff'"),
        ({"source": {"fil": "#fff"}}, "gitops_theme['source']: unknown key 'fil'; did you mean 'fill'?"),
        ({"source": {"fill": "blue"}}, "gitops_theme['source']: fill 'blue' is no colour: write a hex colour"),
        ({"source": {"dark": {"text": 7}}}, "gitops_theme['source']: text 7 is no colour: write a hex colour"),
        ({"edge": {"fill": "#fff"}}, "gitops_theme['edge']: unknown key 'fill'; expected one of stroke, light, dark"),
        (7, "gitops_theme: there is no palette 7; known:"),
    ],
)  # fmt: skip
def test_a_bad_theme_is_one_error_that_says_what_is_meant(theme, expected):
    found, problems = read_swatches(theme, {})
    assert len(problems) == 1
    assert str(problems[0]).startswith(f"conf.py:1:1: error: {expected}")
    assert problems[0].code.value == "option"
    assert set(found) == set(DEFAULT)


def test_a_part_of_the_picture_is_no_class():
    _, problems = read_swatches("default", {"stage": {"fill": "#fff"}})
    assert "gitops_classes['stage']: a part of every picture, and no class" in problems[0].text


def test_text_that_cannot_be_read_is_a_warning():
    found, problems = read_swatches({"source": {"fill": "#eef"}}, {})
    assert problems == []
    assert [problem.text.partition(":")[0] for problem in pale(found)] == ["'source' cannot be read in dark"]
    assert not list(pale(DEFAULT))


def test_classes_that_look_alike_are_explained_by_shape():
    text = "stages: {ci: {components: {A: {kind: build}, B: {kind: registry}, C: {kind: operator}}}}"
    assert [(entry.what, entry.name) for entry in legend_entries(drawn("mono", text))] == [
        ("shape", "rectangle"),
        ("shape", "cylinder"),
        ("shape", "hexagon"),
    ]
    assert [entry.what for entry in legend_entries(drawn("default", text))] == ["class", "class"]


def test_two_projects_in_one_process_keep_their_colours(build, warnings):
    first = build(
        site(),
        source="a",
        gitops_theme="mono",
        gitops_classes={"own": {"fill": "#ffffff", "stroke": "#000000", "text": "#000000"}},
    )
    second = build(site(), source="b")
    assert warnings(first) == warnings(second) == []
    assert "var(--gitops-security-fill,#ffffff)" in html(first)
    assert f"var(--gitops-security-fill,{DEFAULT['security'].light.fill})" in html(second)
    assert "gitops-theme.css" in html(first)
    assert "gitops-theme.css" not in html(second)
    assert not Path(second.outdir, "_static/gitops-theme.css").exists()


def test_a_theme_s_sheet_stands_between_ours_and_the_project_s(build):
    app = build({**site(), "_static/own.css": ""}, gitops_theme="mono", html_static_path=["_static"], html_css_files=["own.css"])  # fmt: skip
    order = [html(app).index(name) for name in ("gitops.css", "gitops-theme.css", "own.css")]
    assert order == sorted(order)
    sheet = Path(app.outdir, "_static/gitops-theme.css").read_text(encoding="utf-8")
    assert sheet.startswith(":root,.gitops-client{\n--gitops-source-fill:#ffffff;")


def test_another_theme_writes_the_pages_again(build):
    build(site())
    app = build(site(), gitops_theme="high-contrast")
    assert f"var(--gitops-security-fill,{HIGH_CONTRAST['security'].light.fill})" in html(app)


def test_what_mermaid_draws_in_the_browser_stays_light_with_its_legend(build):
    app = build(site(), gitops_html_output="mermaid", gitops_theme="mono")
    assert 'class="gitops-workflow gitops-client' in html(app)
    assert "edgeLabelBackground: '#f3f3f3'" in html(app)
    for name in ("gitops.css", "gitops-theme.css"):
        sheet = Path(app.outdir, "_static", name).read_text(encoding="utf-8")
        assert ":root,.gitops-client{\n--gitops-source-fill:#" in sheet
    ours = Path(app.outdir, "_static/gitops.css").read_text(encoding="utf-8")
    assert "figure.gitops-client.gitops-client{color-scheme:light!important}" in ours


STYLED = ":orphan:\n\nT\n=\n\n.. gitops-workflow::\n\n   id: %s\n   styles: {source: {fill: '%s'}}\n   stages: {s: {components: {A: {kind: repository}}}}\n"


def test_workflows_whose_names_join_alike_keep_their_colours(build):
    pages = {"ci": STYLED % ("delivery-prod", "#ff0000"), "ci-delivery": STYLED % ("prod", "#00ff00")}
    app = build({"index.rst": "I\n=\n", **{f"{name}.rst": text for name, text in pages.items()}})
    first, second = (re.search(r"gitops-style-[\w-]+", html(app, name))[0] for name in pages)
    sheet = Path(app.outdir, "_static/gitops-custom.css").read_text(encoding="utf-8")
    assert first != second
    assert all(f".{name}" in sheet for name in (first, second))
    assert {"#ff0000", "#00ff00"} <= set(re.findall(r"source-fill:(#\w+)", sheet))
