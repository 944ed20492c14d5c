"""Addresses of parts on pages of HTML: relative, with anchors that are escaped."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext.drawing.resolved_diagram import resolve
from sphinx_gitops.ext.nodes import gitops_diagram
from sphinx_gitops.ext.outputs.addresses import Addresses

FILES = {
    "index.rst": "T\n=\n\n.. toctree::\n\n   sub/w\n",
    "sub/w.rst": "W\n=\n\n.. gitops-workflow::\n   :id: w\n\n   id: w\n   stages: {s: {components: {Größe: a}}}\n".replace(
        "   :id: w\n", ""
    ),
}


@pytest.mark.parametrize(
    ("builder", "there", "here"),
    [
        ("html", "sub/w.html#gitops-w.Gr%C3%B6%C3%9Fe", "#gitops-w.Gr%C3%B6%C3%9Fe"),
        ("dirhtml", "sub/w/#gitops-w.Gr%C3%B6%C3%9Fe", "#gitops-w.Gr%C3%B6%C3%9Fe"),
        ("singlehtml", "#gitops-w.Gr%C3%B6%C3%9Fe", "#gitops-w.Gr%C3%B6%C3%9Fe"),
    ],
)
def test_an_address_is_relative_to_its_page(build, builder, there, here):
    app = build(FILES, builder=builder)
    (node,) = app.env.get_doctree("sub/w").findall(gitops_diagram)
    app.env.temp_data["docname"] = "sub/w"  # as while it is resolved
    diagram = resolve(app.env, node)
    assert Addresses(app, "index", diagram).part("Größe") == there
    assert Addresses(app, "sub/w", diagram).part("Größe") == here
