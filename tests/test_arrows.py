"""The short form of flows."""

from __future__ import annotations

from sphinx_gitops.model import FlowKind
from sphinx_gitops.reader.arrows import End, Link, read_arrows


def test_an_end_knows_its_column():
    assert read_arrows("  SCAN ==> PROD") == (Link((End("SCAN", 2),), (End("PROD", 11),), FlowKind.PROMOTION, ""),)
