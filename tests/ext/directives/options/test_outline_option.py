"""Text versions have a form for HTML and one for paper, and say on paper what they describe."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.sites import html, site

MESSAGES = {
    "papr=none": "there is no medium 'papr'; did you mean 'paper'?",
    "paper=collapsed": "paper: 'collapsed' is not known here; expected one of open, short, none",
    "html=opn": "html: 'opn' is not known here; did you mean 'open'?",
    "folded shut": "'folded shut' is not known here; expected one of collapsed, open, none",
    "open, html=none": "'html' is given twice",
}


def latex(app) -> str:
    return next(Path(app.outdir).glob("*.tex")).read_text(encoding="utf-8")


def test_one_word_is_for_html_alone(build):
    options = "   :outline: none"
    assert "gitops-outline" not in html(build(site(options)))
    text = latex(build(site(options), builder="latex"))
    assert r"\sphinxstylestrong{Text version of the diagram: Delivery}" in text
    assert "Registry (registry)" in text


@pytest.mark.parametrize(
    ("mode", "entries", "flows"), [("open", True, True), ("short", True, False), ("none", False, False)]
)
def test_paper_has_its_own_form_and_every_anchor_in_each(build, mode, entries, flows):
    options = f"   :outline: html=open, paper={mode}"
    assert '<details class="gitops-outline" open>' in html(build(site(options)))
    text = latex(build(site(options), builder="latex"))
    assert ("Text version of the diagram: Delivery" in text) is entries
    assert ("{Flows}" in text) is flows
    for name in ("delivery", "delivery.ci", "delivery.SCAN", "delivery.OLD", "delivery.PKG"):
        assert text.count(rf"\label{{\detokenize{{index:gitops-{name}}}}}") == 1, name


def test_a_short_text_version_is_a_line_for_each_stage(build):
    text = latex(build(site("   :outline: paper=short"), builder="latex"))
    start = text.index("Text version of the diagram")
    found = re.sub(r"\\[a-zA-Z]+|\{[^{}]*gitops[^{}]*\}|[{}%\n]", "", text[start : text.index("end{itemize}", start)])
    assert "Integration: Scanner, Registry" in " ".join(found.split())


def test_a_text_version_follows_its_picture_on_paper(build):
    text = latex(build(site(), builder="latex"))
    assert r"\begin{figure}[H]" in text
    assert text.index(r"\gitopspicture{") < text.index("Text version of the diagram")


def test_a_picture_without_a_text_version_floats_as_the_project_says(build):
    text = latex(build(site("   :outline: paper=none"), builder="latex"))
    assert r"\begin{figure}[htbp]" in text


def test_views_of_one_workflow_are_told_apart(build):
    files = site()
    files["other.rst"] += "\n.. gitops-view:: delivery\n   :focus: SCAN\n   :caption: What a scan holds up\n"
    text = latex(build(files, builder="latex"))
    assert "Text version of the diagram: Delivery (What a scan holds up)" in text


def test_a_project_sets_both(build):
    config = {"gitops_outline": "html=open, paper=none"}
    assert '<details class="gitops-outline" open>' in html(build(site(), **config))
    assert "Text version" not in latex(build(site(), builder="latex", **config))
    assert "Text version" in latex(build(site("   :outline: paper=open"), builder="latex", **config))
    assert '<details class="gitops-outline">' in html(build(site("   :outline: collapsed"), **config))


@pytest.mark.parametrize("text", MESSAGES)
def test_what_cannot_be_used_is_named_at_its_line(build, warnings, text):
    (line,) = warnings(build(site(f"   :outline: {text}")))
    assert f"index.rst:9: WARNING: :outline: {MESSAGES[text]} [gitops.option]" in line


@pytest.mark.parametrize("value", ["papr=none", 3])
def test_what_a_project_cannot_have_is_named(build, warnings, value):
    found = warnings(build(site(), gitops_outline=value))
    assert len(found) == 1
    assert "conf.py:1: WARNING: gitops_outline: " in found[0]
