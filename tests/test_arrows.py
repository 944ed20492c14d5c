"""The short form of flows, read at once where it is plain."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_gitops.model import FlowKind
from sphinx_gitops.reader import arrows
from sphinx_gitops.reader.arrows import ArrowError, End, Link, read_arrows

TOKENS = [
    "A",
    "B-",
    "-b",
    "_x",
    "a.b",
    "é",
    "9a",
    "-->",
    "==>",
    "<-->",
    "-.->",
    "--",
    "<",
    ">",
    "-",
    ".",
    " ",
    "\t",
    "&",
    "|l|",
]


def outcome(text: str) -> object:
    try:
        return read_arrows(text)
    except ArrowError as error:
        return str(error), error.column


@given(st.lists(st.sampled_from(TOKENS), max_size=7).map("".join))
@example("A-->B")
@example(" a.b  -.-> B ")
@example("A --> B --> C")
def test_a_plain_flow_reads_as_any_other(text):
    fast = outcome(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrows, "_PLAIN", re.compile(r"(?!)"))
        assert outcome(text) == fast


def test_an_end_knows_its_column():
    assert read_arrows("  SCAN ==> PROD") == (Link((End("SCAN", 2),), (End("PROD", 11),), FlowKind.PROMOTION, ""),)
