"""Which parts are so many flows away from others."""

from __future__ import annotations

import pytest

from sphinx_gitops.view.terms import items
from sphinx_gitops.view.walk import walks
from support.mistakes import read

TEXT = """\
stages:
  a: {components: {A: a, B: b}}
  b: {components: {C: c, D: d}}
  c: {components: {E: e, F: f}}
flows:
  - A --> B --> C
  - C --> c
  - D <--> E
"""


def ways():
    reading = read(TEXT)
    assert not reading.problems
    return walks(reading.workflow, items(reading.workflow))


@pytest.mark.parametrize(
    ("start", "hops", "found"),
    [
        ("A", 0, "A"),
        ("A", 1, "A B"),
        ("A", 2, "A B C"),
        ("A", 3, "A B C E F"),
        ("A", None, "A B C D E F"),
        ("D", 1, "D E"),
        ("F", None, "F"),
    ],
)
def test_forth(start, hops, found):
    assert ways()[0].reach([start], hops) == set(found.split())


@pytest.mark.parametrize(
    ("start", "hops", "found"), [("C", 1, "B C"), ("F", 1, "C F"), ("E", 1, "C D E"), ("A", None, "A")]
)
def test_back(start, hops, found):
    assert ways()[1].reach([start], hops) == set(found.split())


def test_a_walk_does_not_go_on_from_beyond():
    assert ways()[0].reach(["A"], beyond=["B"]) == {"A", "B"}
