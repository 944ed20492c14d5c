"""A figure and its text version belong together by their key, wherever other extensions have put them."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes
from sphinx.registry import SphinxComponentRegistry
from sphinx.transforms import SphinxTransform

from sphinx_gitops.ext.nodes import gitops_diagram, gitops_outline
from support.sites import html

TEXT = """\
Site
====

.. gitops-workflow::
   :caption: Delivery

   id: delivery
   stages: {s: {components: {A: Build, B: Scan}}}
   flows: [A --> B]

A paragraph that stays.

.. gitops-view:: delivery
   :show: A

.. gitops-view:: nowhere

Another one that stays.
"""


def between(document):
    for outline in list(document.findall(gitops_outline)):
        outline.parent.insert(outline.parent.index(outline), nodes.paragraph("", "an advertisement"))


def around_figures(document):
    for figure in list(document.findall(nodes.figure)):
        container = nodes.container(classes=["wrapper"])
        figure.replace_self(container)
        container += figure


def around_diagrams(document):
    for diagram in list(document.findall(gitops_diagram)):
        container = nodes.container(classes=["wrapper"])
        diagram.parent.replace(diagram, container)
        container += diagram


def without_figures(document):
    for figure in list(document.findall(nodes.figure)):
        figure.parent.replace(figure, nodes.container("", *figure.children, ids=figure["ids"]))


def without_outlines(document):
    for outline in list(document.findall(gitops_outline)):
        outline.parent.remove(outline)


def without_diagrams(document):
    for figure in list(document.findall(nodes.figure)):
        figure.parent.remove(figure)


def swapped(document):
    outlines = list(document.findall(gitops_outline))
    for outline in outlines:
        outline.parent.remove(outline)
    for section in document.findall(nodes.section):
        section.extend(reversed(outlines))


@pytest.fixture
def built(build, monkeypatch):
    """A site that a transform of another extension changes after reading."""

    def run(change, text=TEXT, **options):
        class Change(SphinxTransform):
            default_priority = 800

            def apply(self, **kwargs):
                change(self.document)

        transforms = SphinxComponentRegistry.get_transforms
        monkeypatch.setattr(SphinxComponentRegistry, "get_transforms", lambda self: [*transforms(self), Change])
        return build({"index.rst": text}, **options)

    return run


CHANGES = [between, around_figures, around_diagrams, without_figures, swapped]


@pytest.mark.parametrize("builder", ["html", "latex", "text"])
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_others_put_around_or_between_changes_neither(built, warnings, change, builder):
    app = built(change, builder=builder)
    assert [line for line in warnings(app) if "there is no workflow 'nowhere'" not in line] == []
    if builder == "html":
        page = html(app)
        assert page.count("gitops-outline-body") == 2
        assert page.count("<svg xmlns=") == 2
        assert page.count('id="gitops-delivery.A"') == 1
        assert page.index('href="#gitops-delivery.A"') > 0
        assert "A paragraph that stays." in page
        assert "Another one that stays." in page


def test_a_text_version_that_another_extension_removed_is_described_by_nothing(built, warnings):
    app = built(without_outlines)
    assert "gitops-outline-body" not in html(app)
    assert "aria-details" not in html(app)
    assert "A paragraph that stays." in html(app)
    assert len(warnings(app)) == 1


def test_a_text_version_whose_picture_was_removed_goes_with_it(built):
    page = html(built(without_diagrams))
    assert "gitops-outline" not in page
    assert "A paragraph that stays." in page


def test_a_neighbourhood_without_its_component_takes_nothing_else_away(built):
    text = "T\n=\n\n.. gitops-component:: delivery.GONE\n   :diagram:\n\n   Prose that stays.\n"
    page = html(built(between, text))
    assert "Prose that stays." in page
    assert "an advertisement" in page
    assert "gitops-outline" not in page


def test_a_neighbourhood_without_its_component_and_its_text_version_goes(built):
    text = "T\n=\n\n.. gitops-component:: delivery.GONE\n   :diagram:\n\n   Prose that stays.\n"
    page = html(built(without_outlines, text))
    assert "Prose that stays." in page
    assert "<figure" not in page


def without_the_second_diagram(document):
    _, figure, *_ = document.findall(nodes.figure)
    figure.parent.remove(figure)


@pytest.mark.parametrize("builder", ["html", "text"])
def test_the_text_version_of_one_picture_that_was_removed_goes_and_the_others_stay(built, builder):
    app = built(
        without_the_second_diagram, TEXT.replace("   :show: A\n", "   :show: A\n   :caption: Second\n"), builder=builder
    )
    page = Path(app.outdir, "index.html" if builder == "html" else "index.txt").read_text(encoding="utf-8")
    assert "Second" not in page
    assert page.count("gitops-outline-body") == (1 if builder == "html" else 0)
    assert page.count("Scan") >= 1


def test_a_wrapped_picture_under_a_condition_that_does_not_hold_leaves_no_label(built, warnings):
    hidden = "\n.. only:: internal\n\n   .. gitops-view:: delivery\n      :name: secret\n\n:ref:`Words <secret>`\n"
    app = built(around_diagrams, TEXT.replace(".. gitops-view:: nowhere\n", "") + hidden)
    (line,) = warnings(app)
    assert "undefined label: 'secret'" in line
