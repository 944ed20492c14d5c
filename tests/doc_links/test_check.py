"""A whole check: what is counted, and whether a command fails."""

from __future__ import annotations

from sphinx_gitops.alerts.pages import Pages
from sphinx_gitops.alerts.site import Site
from sphinx_gitops.doc_links.check import check_links
from support.doc_links_site import FORMER, SETTINGS, SHOP, SITE, application, checked, deployment, sources, thing


def test_objects_and_bound_ones_are_counted():
    outcome = checked(a=application(), b=thing("Service", "x", "v1"))
    assert (outcome.objects, outcome.bound, outcome.fails) == (2, 1, False)
    assert checked(b=deployment(FORMER)).fails


def test_without_an_export_links_are_resolved_and_nothing_is_missing():
    site = Site(pages=SITE.pages, runbooks=(), is_known=False)
    assert [
        one.code for one in check_links(sources(a=application(), b=deployment(FORMER)), site, SETTINGS).findings
    ] == ["docs-link-moved"]
    empty = Site(pages=Pages([]), runbooks=(), is_known=False)
    assert [one.code for one in check_links(sources(b=deployment(SHOP)), empty, SETTINGS).findings] == [
        "docs-link-broken"
    ]
