"""A class of a project has its own words in a legend."""

from __future__ import annotations

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
