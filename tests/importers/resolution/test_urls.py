"""URLs of repositories: equal ones are equal however they are written."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.resolution.urls import canonical_url

pytest_plugins = ("support.repositories",)


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/Me/Fleet",
        "https://github.com/me/fleet.git",
        "ssh://git@github.com/me/fleet.git",
        "ssh://git@github.com:22/me/fleet",
        "git@github.com:me/fleet.git/",
        "https://token@github.com/me/fleet?x=y",
        "ssh://git@ssh.github.com:443/me/fleet.git",
    ],
)
def test_every_way_to_write_a_url(url):
    assert canonical_url(url) == "github.com/me/fleet"


def test_the_two_ways_of_azure_are_one():
    one = canonical_url("git@ssh.dev.azure.com:v3/org/project/fleet")
    assert one == canonical_url("https://org@dev.azure.com/org/project/_git/fleet") == "dev.azure.com/org/project/fleet"
