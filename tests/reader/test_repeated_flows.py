"""Flows that a body repeats: each arrow is drawn once, as the body says it."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Flow, FlowKind
from sphinx_gitops.problems import Span
from sphinx_gitops.reader.base import Base
from sphinx_gitops.reader.reading import read_text
from sphinx_gitops.reader.repeated_flows import without_repeated
from sphinx_gitops.yamltree import parse

BASE = """
stages: {cd: {components: {A: Aa, B: Bb, C: Cc}}}
flows: [A --> B & C, A ==> B, B <--> C]
"""


def flow(sources, targets, source, kind=FlowKind.AUTOMATION):
    return Flow(sources=tuple(sources), targets=tuple(targets), kind=kind, span=Span(source, 1))


def read(flows):
    tree, problems = parse(BASE, lambda line, column: Span("deploy", line + 1, column + 1))
    assert not problems
    base = Base(tree=tree, what="the repository", discovered=True)
    found = read_text(
        f"flows: {flows}", locate=lambda line, column: Span("x.rst", line + 1, column + 1), default="x", base=base
    )
    assert found.problems == ()
    return [("&".join(one.sources), one.kind.value, "&".join(one.targets), one.label) for one in found.workflow.flows]


@pytest.mark.parametrize(
    ("flows", "kept"),
    [
        ("[A -->|pulls| B]", [("A", "automation", "C", ""), ("A", "promotion", "B", ""), ("B", "sync", "C", "")]),
        ("[A & B --> C]", [("A", "automation", "B", ""), ("A", "promotion", "B", ""), ("B", "sync", "C", "")]),
        ("[C <-->|both| B]", [("A", "automation", "B&C", ""), ("A", "promotion", "B", "")]),
        ("[B --> A]", [("A", "automation", "B&C", ""), ("A", "promotion", "B", ""), ("B", "sync", "C", "")]),
    ],
)
def test_an_arrow_of_the_body_stands_for_the_same_one_that_it_starts_from(flows, kept):
    found = read(flows)
    assert found[:-1] == kept
    assert found[-1][0] == flows.strip("[]").partition(" -")[0].partition(" <")[0].replace(" & ", "&")


def test_what_one_side_says_twice_itself_is_left_alone():
    flows = (flow("A", "B", "deploy"), flow("A", "B", "deploy"), flow("B", "A", "x.rst"), flow("B", "A", "x.rst"))
    assert tuple(without_repeated(flows, {"deploy"})) == flows
    assert tuple(without_repeated(flows, ())) == flows
