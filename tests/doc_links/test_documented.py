"""The components of an export, with what they are bound to and where they are written."""

from __future__ import annotations

from sphinx_gitops.alerts.finding import NOWHERE
from sphinx_gitops.alerts.pages import Pages
from sphinx_gitops.doc_links.documented import components_of
from sphinx_gitops.problems import Span
from support.doc_links_site import EXPORT, PAGES


def test_components_without_a_binding_are_left_out():
    found = {one.name: one for one in components_of(EXPORT, PAGES)}
    assert [*found] == ["delivery.SHOP", "delivery.CART", "delivery.INFRA", "delivery.CATALOGUE"]
    shop = found["delivery.SHOP"]
    assert [one.text for one in shop.bindings] == [
        "Application/argocd/shop",
        "ApplicationSet/argocd/shops",
        "Deployment/shop/web",
    ]
    assert (shop.owner, shop.span) == ("team-shop", Span("docs/shop.md", 3))


def test_a_component_whose_page_is_not_there_has_no_place():
    assert {one.span for one in components_of(EXPORT, Pages([]))} == {NOWHERE}
    assert list(components_of({}, PAGES)) == []
