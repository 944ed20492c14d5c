"""References as each builder writes them, and which document a source is."""

from __future__ import annotations

import re

import pytest

from sphinx_gitops.ext.domain.make_reference import said_in
from support.sites import html, site


@pytest.mark.parametrize(
    ("source", "docname"), [("sub/w.yaml", "sub/w"), ("sub/page.rst", "sub/page"), ("", "index"), ("<string>", "index")]
)
def test_a_source_is_a_document_or_what_its_file_would_be(build, source, docname):
    app = build({"index.rst": "T\n=\n", "sub/page.rst": "P\n=\n", "sub/w.yaml": "id: w\n"})
    path = str(app.srcdir / source) if source and not source.startswith("<") else source
    assert said_in(app.env, path, "index") == docname


def test_a_reference_on_one_page_has_one_anchor(build):
    page = html(build(site(), builder="singlehtml"))
    links = re.findall(r'href="([^"]*gitops-delivery\.SCAN)"', page)
    assert links
    assert all(link.count("#") == 1 for link in links)
