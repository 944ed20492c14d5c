"""Every anchor of a document has its line, and the conditions that it is under."""

from __future__ import annotations

from docutils import nodes
from docutils.core import publish_doctree
from sphinx import addnodes

from sphinx_gitops.ext.domain.conditional.page_anchors import anchors_of

TEXT = """\
Title
=====

.. _target:

Words.

.. raw:: html

   <a class="x" name='old'>a</a><b id=plain id2="no"></b>

.. raw:: latex

   <a id="paper">
"""


def test_anchors_are_those_of_nodes_and_of_raw_html():
    document = publish_doctree(TEXT, source_path="index.rst", settings_overrides={"doctitle_xform": False})
    (found,) = anchors_of(document).values()
    assert set(found) == {"title", "target", "old", "plain"}
    assert found["target"] > found["title"] > 0


def test_what_is_under_a_condition_is_apart():
    document = publish_doctree(TEXT, source_path="index.rst", settings_overrides={"doctitle_xform": False})
    document += addnodes.only("", nodes.paragraph("", "x", ids=["hidden"]), expr="html")
    assert [sorted(one) for conditions, one in anchors_of(document).items() if conditions] == [["hidden"]]


def test_an_anchor_of_an_included_file_has_no_line_here():
    document = publish_doctree(TEXT, source_path="index.rst", settings_overrides={"doctitle_xform": False})
    other = nodes.paragraph("", "x", ids=["other"])
    other.source, other.line = "included.txt", 4
    document += other
    assert anchors_of(document)[()]["other"] == 0
