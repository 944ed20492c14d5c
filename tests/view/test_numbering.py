"""Flows have numbers in their order where a picture asks for them, and arrows of one flow have one number."""

from __future__ import annotations

import pytest

from sphinx_gitops.emit import to_outline
from sphinx_gitops.model import Flow
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.view import Selection, collapse, numbered, runs, scene, select
from sphinx_gitops.vocabulary import DEFAULT

TEXT = """\
stages:
  s: {components: {A: a, B: b, C: c}}
  t: {components: {D: d}}
flows:
  - A --> B & C
  - A & B --> D
  - {from: C, to: D, label: last, url: "https://x.example/"}
"""
WORKFLOW = read_text(TEXT, locate=lambda *_: Span("w", 1), default="x").workflow
NUMBERED = numbered(WORKFLOW)


def test_a_flow_has_one_number_whatever_its_arrows():
    assert [edge.number for edge in scene(NUMBERED, DEFAULT).edges] == [1, 1, 2, 2, 3]
    assert {edge.number for edge in scene(WORKFLOW, DEFAULT).edges} == {0}


def test_a_number_goes_before_the_label():
    assert [edge.words for edge in scene(NUMBERED, DEFAULT).edges][-2:] == ["2", "3. last"]


def test_one_arrow_for_several_flows_has_no_number_and_no_page():
    (edge,) = collapse(scene(NUMBERED, DEFAULT), 0).edges
    assert (edge.number, edge.url, edge.label) == (0, "", "3 flows")


def test_the_outline_has_the_same_numbers():
    assert to_outline(NUMBERED, DEFAULT).splitlines()[-3:] == [
        "1. a -> b, c",
        "2. a, b -> d",
        "3. c -> d (last) [https://x.example/]",
    ]


def test_a_part_keeps_the_numbers_of_the_whole():
    part = select(NUMBERED, Selection(hide="B")).workflow
    assert [(flow.sources, flow.number) for flow in part.flows] == [(("A",), 1), (("A",), 2), (("C",), 3)]
    part = select(NUMBERED, Selection(show="A, C, D")).workflow
    assert [flow.number for flow in part.flows] == [1, 2, 3]
    part = select(NUMBERED, Selection(show="C, D")).workflow
    assert [flow.number for flow in part.flows] == [3]


@pytest.mark.parametrize(
    ("numbers", "lists"),
    [
        ((), []),
        ((0, 0, 0), [[0, 0, 0]]),
        ((1, 2, 3), [[1, 2, 3]]),
        ((2, 3, 5, 8, 9), [[2, 3], [5], [8, 9]]),
    ],
)
def test_numbers_that_follow_one_another_are_one_list(numbers, lists):
    span = Span("w", 1)
    flows = [Flow(sources=("A",), targets=("B",), number=number, span=span) for number in numbers]
    assert [[flow.number for flow in run] for run in runs(flows)] == lists
