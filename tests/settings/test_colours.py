"""A class of a project has its own words in a legend, and a theme lies over a palette."""

from __future__ import annotations

import pytest

from sphinx_gitops.facts import legend_entries
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.settings import read_settings
from sphinx_gitops.view import scene

TEXT = "stages: {s: {components: {A: {class: actor}, B: {class: source}, C: {class: plain}}}}"


def words(classes: dict[str, object]) -> list[str]:
    settings, problems = read_settings({"gitops_classes": {"actor": {}, "plain": {}, **classes}})
    assert problems == ()
    workflow = read_text(TEXT, locate=lambda *_: Span("w", 1), default="x", vocabulary=settings.vocabulary).workflow
    return [entry.words for entry in legend_entries(scene(workflow, settings.vocabulary)) if entry.what == "class"]


def test_a_title_is_the_word_of_a_legend():
    own = {"actor": {"title": "People\n who act", "fill": "#ffffff", "stroke": "#123456", "text": "#000000"}}
    assert words(own | {"source": {"title": "Git"}}) == ["Git", "People who act", "plain"]


def test_a_title_that_is_no_text_is_a_fault():
    _, problems = read_settings({"gitops_classes": {"actor": {"title": 3}}})
    assert ["title 3 is no text" in problem.message for problem in problems] == [True]


OWN = {"fill": "#ffffff", "stroke": "#123456", "text": "#000000"}


def test_a_theme_lies_over_the_palette_that_it_names():
    settings, problems = read_settings({"gitops_theme": {"base": "mono", "source": OWN}})
    assert problems == ()
    mono = read_settings({"gitops_theme": "mono"})[0].vocabulary.classes
    changed = {name for name, swatch in settings.vocabulary.classes.items() if swatch != mono[name]}
    assert changed == {"source"}
    assert settings.vocabulary.classes["source"].light.stroke == "#123456"


@pytest.mark.parametrize(
    ("theme", "message"),
    [
        ({"sourse": OWN}, "gitops_theme['sourse']: no class and no part of a palette; did you mean 'source'?; new classes go into gitops_classes"),
        ({"base": "nope"}, "gitops_theme['base']: there is no palette 'nope'; known: default, high-contrast, mono"),
        ("nope", "gitops_theme: there is no palette 'nope'; known: default, high-contrast, mono"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_theme_is_said(theme, message):
    _, problems = read_settings({"gitops_theme": theme})
    assert [problem.text for problem in problems] == [message]
