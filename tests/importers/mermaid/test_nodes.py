"""Each shape has its name, and each id, label, class and data of a node is read."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.diagrams.numbered_text import NumberedText
from sphinx_gitops.importers.mermaid.parser import parse


def vertex(text: str):
    (found,) = parse(NumberedText.of(f"graph LR\n{text}", 1)).vertices.values()
    return found


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("A[x]", "square"), ("A(x)", "round"), ("A([x])", "stadium"), ("A[[x]]", "subroutine"), ("A[(x)]", "cylinder"),
        ("A((x))", "circle"), ("A(((x)))", "doublecircle"), ("A{x}", "diamond"), ("A{{x}}", "hexagon"), ("A>x]", "odd"),
        ("A[/x/]", "lean_right"), ("A[\\x\\]", "lean_left"), ("A[/x\\]", "trapezoid"), ("A[\\x/]", "inv_trapezoid"),
        ("A(-x-)", "ellipse"), ("A[|k:w|x]", "rect"), ("A@{ shape: doc, label: x }", "doc"),
    ],
)  # fmt: skip
def test_a_shape_has_its_name(text, shape):
    found = vertex(text)
    assert found.label
    assert (found.shape, found.label.text) == (shape, "x")


def test_a_class_and_data_stand_behind_a_node():
    found = vertex('A["x"]:::wide@{ shape: cyl }')
    assert (found.classes, found.shape, found.label.is_markdown) == (["wide"], "cyl", False)


def test_a_string_of_markdown_is_one():
    assert vertex('A["`x`"]').label == ("x", True)
