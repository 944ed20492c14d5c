"""What the directives that draw put on a page: a figure with its placeholder, and the outline that belongs to it."""

from __future__ import annotations

from docutils import nodes

from sphinx_gitops.ext.nodes import gitops_diagram, gitops_outline

PAGE = "T\n=\n\n.. gitops-workflow::\n   :caption: Words\n   :name: named\n\n   id: w\n   stages: {s: {components: {A: a}}}\n\n.. gitops-view:: w\n"


def test_each_drawing_is_a_figure_with_its_own_outline(build):
    doctree = build({"index.rst": PAGE}).env.get_doctree("index")
    diagrams, outlines = list(doctree.findall(gitops_diagram)), list(doctree.findall(gitops_outline))
    keys = [diagram.request.key for diagram in diagrams]
    assert len(set(keys)) == len(keys) == 2
    assert [outline["key"] for outline in outlines] == keys
    assert all(isinstance(diagram.parent, nodes.figure) for diagram in diagrams)


def test_a_figure_has_its_caption_and_its_name(build):
    doctree = build({"index.rst": PAGE}).env.get_doctree("index")
    figure = next(iter(doctree.findall(nodes.figure)))
    assert [caption.astext() for caption in figure.findall(nodes.caption)] == ["Words"]
    assert "named" in figure["ids"]
