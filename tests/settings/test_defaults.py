"""The defaults are what settings are where nothing is given."""

from __future__ import annotations

from sphinx_gitops import settings
from sphinx_gitops.settings.alerts import AlertSettings
from sphinx_gitops.settings.defaults import ALERT_DEFAULTS, DEFAULTS, DOCS_ANNOTATION, LINK_DEFAULTS
from sphinx_gitops.settings.rules import PROFILES


def test_they_are_those_of_the_frozen_objects():
    found, problems = settings.read_settings(DEFAULTS)
    assert problems == ()
    assert found == settings.Settings()
    assert found.alerts == AlertSettings()
    assert found.docs_annotation == DOCS_ANNOTATION
    assert DEFAULTS["gitops_rules_profile"] == PROFILES[0]


def test_every_one_is_among_all():
    assert {*ALERT_DEFAULTS, *LINK_DEFAULTS} < {*DEFAULTS}
    assert tuple(DEFAULTS) == settings.NAMES
