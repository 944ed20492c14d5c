"""The parts that others have removed, and a document without them."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes

from sphinx_gitops.ext.removed.removed_roots import chains, drop
from sphinx_gitops.ext.removed.shown_anchors import ShownAnchors

LOST = {("runbooks", "mend")}


def document() -> nodes.document:
    """Two sections, the second with a container of a description."""
    found = new_document("x")
    found += nodes.section("", nodes.paragraph("", "a"), ids=["first"])
    signature = addnodes.desc_signature("", "", ids=["gitops-runbook-mend"])
    inside = nodes.container("", nodes.paragraph("", "b"), addnodes.desc("", signature))
    found += nodes.section("", nodes.paragraph("", "c"), inside, ids=["second"])
    return found


def roots(doctree, before):
    return {chain.root(ShownAnchors.of(doctree)) for chain in before if chain.of(LOST)}


@pytest.mark.parametrize(
    ("path", "wanted"), [((1,), (1,)), ((1, 1), (1, 1)), ((1, 1, 1), (1, 1, 1)), ((1, 1, 1, 0), (1, 1, 1, 0))]
)
def test_the_root_is_the_outermost_part_that_is_gone(path, wanted):
    doctree = document()
    before = chains(doctree)
    node = doctree
    for number in path:
        node = node.children[number]
    node.parent.remove(node)
    assert roots(doctree, before) == {wanted}


def test_a_part_whose_copy_is_there_is_no_root():
    doctree = document()
    before = chains(doctree)
    copy = doctree[1].deepcopy()
    copy.remove(copy[1])
    doctree[1] = copy
    assert roots(doctree, before) == {(1, 1)}


def test_nothing_is_gone():
    doctree = document()
    assert roots(doctree, chains(doctree)) == {None}


def test_other_anchors_are_of_nothing_that_is_lost():
    assert not any(chain.of({("runbooks", "other"), ("workflows", "mend")}) for chain in chains(document()))


def test_parts_are_dropped_by_their_paths_however_they_are_nested():
    doctree = document()
    drop(doctree, {(1, 1), (1, 1, 1), (0, 0)})
    assert doctree.astext().strip() == "c"
    assert [len(section) for section in doctree] == [0, 1]


def test_parents_of_an_assembled_document_are_not_asked():
    whole, part = new_document("x"), document()
    start = addnodes.start_of_file()
    start.children = part.children  # as Sphinx does
    whole += start
    assert [chain.path for chain in chains(whole)] == [(0, 1, 1, 1, 0)]
