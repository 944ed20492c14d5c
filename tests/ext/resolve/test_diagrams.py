"""Every placeholder is replaced before references are resolved, in every output."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext.nodes import gitops_diagram, gitops_outline
from support.sites import html, site


def resolved(app):
    """The page as its builder writes it."""
    doctree = app.env.get_doctree("index")
    app.env.apply_post_transforms(doctree, "index")
    return doctree


@pytest.mark.parametrize("builder", ["html", "latex", "text", "man", "texinfo", "epub"])
def test_no_placeholder_is_left(build, builder):
    app = build(site(), builder=builder, version="1", copyright="x")
    doctree = resolved(app)
    assert list(doctree.findall(gitops_diagram)) == list(doctree.findall(gitops_outline)) == []
    assert "Scanner" in doctree.astext()


def test_a_view_of_nothing_leaves_its_caption(build, warnings):
    app = build({"index.rst": "T\n=\n\n.. gitops-view:: none\n   :caption: What was here\n"})
    assert len(warnings(app)) == 1
    assert "What was here" in html(app)
