"""The settings of alerts."""

from __future__ import annotations

import pytest

from sphinx_gitops.settings import AlertSettings, read_settings


def read(**values: object):
    settings, problems = read_settings(values)
    return settings.alerts, [problem.text for problem in problems]


def test_without_any_the_defaults_count():
    assert read() == (AlertSettings(), [])


def test_the_base_is_that_of_the_pages_unless_it_is_given():
    assert read(html_baseurl="https://docs.example/")[0].bases == ("https://docs.example/",)
    assert read(html_baseurl="")[0].bases == ()
    given = read(html_baseurl="https://docs.example/", gitops_alerts_base=["https://a.example/*/", "http://b.example"])
    assert given == (AlertSettings(bases=("https://a.example/*/", "http://b.example")), [])


def test_one_text_is_a_list_of_one():
    assert read(gitops_alerts="rules")[0].globs == ("rules",)
    assert read(gitops_alerts_required=["a", "a", " b "])[0].required == ("a", "b")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"gitops_alerts": 3}, "gitops_alerts: expected a list of texts, found 3"),
        ({"gitops_alerts": ["a", 3]}, "gitops_alerts: expected a text, found 3"),
        ({"gitops_alerts_required": [""]}, "gitops_alerts_required: expected a text, found ''"),
        ({"gitops_alerts_base": "docs.example"}, "gitops_alerts_base: 'docs.example' is no address"),
    ],
)
def test_what_cannot_be_used_is_said(values, words):
    assert [problem for problem in read(**values)[1] if problem.startswith(words)]
