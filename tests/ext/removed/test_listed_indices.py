"""The index of components that a builder of HTML has made before it writes."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.removed.listed_indices import renew
from support.private_pages import PRIVATE

ALL = {"middle": frozenset({("workflows", "crypt"), ("workflows", "shown")})}


def names(app) -> tuple[list[str], list[str]]:
    return [one[0] for one in app.builder.domain_indices], [one[0] for one in app.builder.globalcontext["rellinks"]]


def test_it_goes_with_the_last_component_and_comes_back(build):
    app, domain = (found := build(PRIVATE)), gitops_domain(found.env)
    whole = names(app)
    assert "gitops-components" in whole[0]
    domain.removed = ALL
    domain.forget()
    assert renew(app)
    assert names(app) == tuple([name for name in part if name != "gitops-components"] for part in whole)
    domain.removed = {}
    domain.forget()
    assert renew(app)
    assert names(app) == whole
    assert not renew(app)


@pytest.mark.parametrize("wanted", [False, []])
def test_a_project_that_wants_none_has_none(build, wanted):
    app = build(PRIVATE, html_domain_indices=wanted)
    assert not renew(app)
    assert names(app)[0] == []


def test_a_builder_without_pages_has_none(build):
    assert not renew(build(PRIVATE, builder="text"))
