"""Distances that other distances rely on."""

from __future__ import annotations

from sphinx_gitops.render.layout.graph import spacing

DISTANCES = {name: value for name, value in vars(spacing).items() if name.isupper()}


def test_every_distance_is_a_whole_number_of_px() -> None:
    assert len(DISTANCES) > 20
    assert {name: value for name, value in DISTANCES.items() if type(value) is not int or value <= 0} == {}


def test_an_arrow_that_passes_never_stands_nearer_than_two_arrows_beside_each_other() -> None:
    assert min(spacing.LEG_WALL, spacing.LEG_NODE, spacing.TITLE_LEG, spacing.PORT) >= spacing.LEG


def test_the_arrow_makes_the_gap_wider_in_a_row_and_between_rows() -> None:
    assert spacing.NODE_GAP < spacing.ARROW_GAP
    assert spacing.LOOSE_GAP < spacing.ROW_GAP


def test_between_two_rows_with_an_arrow_a_run_and_its_head_have_room() -> None:
    assert spacing.RUN_WALL + spacing.RUN_HEAD <= spacing.ROW_GAP
