"""Owners of components against owners of paths: names of one team count as one, and a difference has both places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_gitops.alerts.pages import Page, Pages
from sphinx_gitops.doc_links.binding import Bindings
from sphinx_gitops.doc_links.codeowners import read_codeowners
from sphinx_gitops.doc_links.documented import components_of
from sphinx_gitops.doc_links.owners import differing, is_same, names_of
from sphinx_gitops.problems import Severity, Span
from support.doc_links_site import component, deployment, sources

PAGES = Pages([Page(document="shop", path="shop.html", source="docs/shop.md", anchors={"gitops-delivery.A": 7})])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("@acme/team-shop", "team-shop", True),
        ("@acme/team-shop", "Shop", True),
        ("the Shop team", "@acme/shop", True),
        ("shop@acme.example", "@acme/team_shop", True),
        ("shop@acme.example", "shop@other.example", False),
        ("@acme/shop", "@other/shop", False),
        ("@acme/shop", "@ACME/Shop", True),
        ("group:default/shop", "@acme/shop", True),
        ("user:jane", "@jane", True),
        ("@@maintainers", "maintainers", True),
        ("team", "@acme/team", True),
        ("shop", "shopping", False),
        ("platform-delivery", "@acme/platform delivery", True),
    ],
)
def test_one_owner_has_many_names(one, other, expected):
    assert is_same(one, other) is expected
    assert is_same(other, one) is expected


def test_several_owners_are_read_from_one_text():
    assert names_of("a, b and c") == ["a, b and c", "a", "b", "c"]
    assert names_of("") == []


def found(owner: str, codeowners: str, manifest: str = "Deployment/shop/web", **texts: str):
    rules = read_codeowners(codeowners, "CODEOWNERS")
    files = [replace(one, owned=rules.of(one.path)) for one in sources(**texts).files]
    bindings = Bindings(components_of({"components": [component("A", manifest, owner)]}, PAGES), ())
    return [finding for finding, _ in differing(files, bindings, Severity.INFO)]


def test_a_difference_is_at_both_places():
    (finding,) = found("team-shop", "* @all\n/apps/ @acme/web @acme/ops\n", apps__web=deployment())
    assert finding.message == "its owner is 'team-shop', and that of apps/web.yaml is @acme/web, @acme/ops"
    assert (finding.found, finding.documented) == (Span("CODEOWNERS", 2), Span("docs/shop.md", 7))
    assert finding.object == "delivery.A"


@pytest.mark.parametrize(
    ("owner", "codeowners"),
    [("shop", "* @acme/x @acme/shop\n"), ("x and shop", "* @acme/shop\n"), ("", "* @x\n"), ("shop", "/other @x\n")],
)
def test_what_has_an_owner_in_common_or_none_is_not_a_word(owner, codeowners):
    assert found(owner, codeowners, apps__web=deployment()) == []


def test_of_a_folder_one_file_is_enough():
    texts = {"apps__a": deployment(name="a"), "apps__b": deployment(name="b")}
    assert found("shop", "/apps/a.yaml @shop\n/apps/b.yaml @b\n", "apps/", **texts) == []
    assert len(found("shop", "/apps/a.yaml @a\n/apps/b.yaml @b\n", "apps/", **texts)) == 2
    assert len(found("shop", "/apps/ @a\n", "apps/", **texts)) == 1


def test_a_file_without_objects_counts_by_its_name():
    assert len(found("shop", "* @a\n", "ci.yaml#build", ci="jobs: {}\n")) == 1
    assert found("shop", "* @a\n", "other.yaml", ci="jobs: {}\n") == []
