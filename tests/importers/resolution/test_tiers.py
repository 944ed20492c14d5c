"""The tier that the name of a folder says."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.resolution.tiers import tier_of, tier_word

pytest_plugins = ("support.repositories",)


@pytest.mark.parametrize(
    ("name", "tier"),
    [
        ("dev", "development"),
        ("sandbox-1", "development"),
        ("uat", "staging"),
        ("preprod", "staging"),
        ("pre-prod", "staging"),
        ("eu-production", "production"),
        ("prod.eu", "production"),
        ("dr", "disaster-recovery"),
        ("home", ""),
        ("non-prod", ""),
        ("product", ""),
        ("Staging", "staging"),
    ],
)
def test_tiers(name, tier):
    assert tier_of(name) == tier


def test_a_test_tier_is_another_than_staging():
    assert tier_word("qa") != tier_word("staging")
