"""The settings of a project: what is given over the defaults, frozen, and every fault once."""

from __future__ import annotations

import dataclasses

import pytest

from sphinx_gitops.settings import NAMES, read_settings
from sphinx_gitops.settings.defaults import DEFAULTS
from sphinx_gitops.vocabulary import DEFAULT


def test_nothing_given_is_the_default_and_no_problem():
    settings, problems = read_settings({})
    assert problems == ()
    assert settings.vocabulary.kinds == DEFAULT.kinds
    assert read_settings(DEFAULTS) == (settings, ())


def test_other_names_are_not_looked_at():
    assert read_settings({"gitops_width": object(), "extensions": 3}) == read_settings({})


def test_kinds_may_have_the_classes_of_the_project():
    colours = {"fill": "#ffffff", "stroke": "#111111", "text": "#000000"}
    settings, problems = read_settings({"gitops_classes": {"own": colours}, "gitops_kinds": {"flag": {"class": "own"}}})
    assert problems == ()
    assert settings.vocabulary.kinds["flag"].colour == "own"


def test_one_bad_value_of_each_name_is_one_problem_each():
    bad = {**dict.fromkeys(NAMES, 3)}
    _, problems = read_settings(bad)
    assert sorted({problem.path.partition("[")[0] for problem in problems}) == sorted(NAMES)


def test_icons_are_off_only_where_it_is_said():
    assert read_settings({"gitops_icons": False})[0].vocabulary.icons is False
    settings, (problem,) = read_settings({"gitops_icons": "no"})
    assert settings.vocabulary.icons is True
    assert problem.text == "gitops_icons: expected True or False, found 'no'"


def test_settings_cannot_be_changed():
    settings, _ = read_settings({})
    with pytest.raises(dataclasses.FrozenInstanceError):
        settings.rules = None
