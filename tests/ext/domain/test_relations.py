"""What stands around a component: its neighbours and its runbooks."""

from __future__ import annotations

import re

import pytest

from support.described import MARKUP, RST, SITES
from support.sites import html


@pytest.fixture(params=list(SITES))
def app(build, request):
    return build(SITES[request.param], nitpicky=True, **MARKUP)


@pytest.mark.parametrize(
    ("books", "expected"),
    [
        (RST["books"], "books.html#gitops-runbook-scan-failed"),
        (RST["books"] + "\n.. gitops-runbook:: two\n   :components: SCAN\n   :procedure: rollback\n", "books.html#gitops-runbook-scan-failed"),
        (RST["books"] + "\n.. gitops-runbook:: two\n   :components: SCAN\n   :procedure: incident-response\n", "parts.html#gitops-delivery.SCAN"),
        ("Books\n=====\n\n.. gitops-runbook:: scan-red\n", "parts.html#gitops-delivery.SCAN"),
    ],
)  # fmt: skip
def test_a_picture_may_lead_to_the_runbook(build, books, expected):
    page = html(build(SITES["rst"] | {"books.rst": books}, gitops_node_target="runbook"), "flow").split("</svg>")[0]
    assert f'href="{expected}"' in page
    assert 'href="#gitops-delivery.BUILD"' in page


@pytest.mark.parametrize("form", list(SITES))
def test_a_description_draws_what_stands_around(build, warnings, form):
    files = {
        name: text.replace(":tags: prod", ":tags: prod\n   :diagram:" if form == "rst" else ":tags: prod\n:diagram:")
        for name, text in SITES[form].items()
    }
    app = build(files, nitpicky=True, **MARKUP)
    assert warnings(app) == []
    page = html(app, "parts")
    picture = page[page.index("<svg") : page.index("</svg>")]
    assert "gitops-neighbourhood" in page
    for link in ("#gitops-delivery.SCAN", "flow.html#gitops-delivery.BUILD", "flow.html#gitops-delivery.PKG"):
        assert f'href="{link}"' in picture, link
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
