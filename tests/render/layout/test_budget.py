"""A budget's widths: to fill, and still to be shown smaller."""

from __future__ import annotations

from sphinx_gitops.render.layout.budget import MARGIN, Budget


def test_the_margin_is_taken_off_both_widths() -> None:
    budget = Budget(width=500, shrink=1.5)
    assert (budget.inner, budget.widest) == (500 - MARGIN, 750 - MARGIN)


def test_widths_are_whole_px_and_never_more_than_there_is() -> None:
    budget = Budget(width=100.9, shrink=1.1)
    assert (budget.inner, budget.widest) == (84, 94)
    assert isinstance(budget.inner, int)
    assert isinstance(budget.widest, int)


def test_without_shrinking_a_picture_is_no_wider_than_its_column() -> None:
    budget = Budget(width=400, shrink=1.0)
    assert budget.widest == budget.inner
