"""Shapes that say what a node is have a kind that a component may have."""

from __future__ import annotations

from sphinx_gitops.importers.mermaid.shapes import KINDS, PLAIN, SHAPES
from sphinx_gitops.vocabulary import DEFAULT


def test_a_kind_is_one_of_ours():
    assert set(KINDS.values()) <= set(DEFAULT.kinds)


def test_no_plain_shape_has_a_kind():
    assert not PLAIN & set(KINDS)


def test_names_of_before_are_no_shapes_of_data():
    assert {"square", "lean_right", "inv_trapezoid"}.isdisjoint(SHAPES)
    assert {"rect", "rounded", "cyl", "docs", "procs", "curv-trap", "lin-doc"} <= SHAPES
