"""The short form of flows."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import FlowKind
from sphinx_gitops.reader.arrows import Arrow, ArrowError, FlowEnd, read_arrows
from support.soon import soon


def test_an_end_knows_its_column():
    assert read_arrows("  SCAN ==> PROD") == (
        Arrow((FlowEnd("SCAN", 2),), (FlowEnd("PROD", 11),), FlowKind.PROMOTION, ""),
    )


@pytest.mark.parametrize("arrow", ["-- x -->", "--x-->", "== x y ==>", "-. x .->", "--   -->"])
def test_a_label_in_an_arrow_is_told_where_it_belongs(arrow):
    with pytest.raises(ArrowError, match="a label is written between bars"):
        read_arrows(f"A {arrow} B")


def test_blanks_behind_half_an_arrow_are_read_at_once():
    with soon(), pytest.raises(ArrowError, match="the arrow '--' is not one of the format's"):
        read_arrows("A --" + " " * 60_000 + "x")
