"""What is said of a diagram is in the order of its lines, and an error has its line."""

from __future__ import annotations

from sphinx_gitops.importers.diagrams.diagram import DiagramError, Remark


def test_remarks_are_in_the_order_of_their_lines():
    assert sorted([Remark(9, "a"), Remark(10, "a"), Remark(9, "A")]) == [
        Remark(9, "A"),
        Remark(9, "a"),
        Remark(10, "a"),
    ]


def test_an_error_has_its_line():
    error = DiagramError("no", 3)
    assert (str(error), error.message, error.line) == ("no", "no", 3)
