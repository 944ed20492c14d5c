"""Around a component: its boxes, what it receives from and what it sends to."""

from __future__ import annotations

from sphinx_gitops.graph.adjacency import Adjacency
from support.mistakes import read

TEXT = """\
stages:
  ci:
    components: {A: Aa, B: Bb}
    groups: {g: {title: Gg, components: {C: Cc}}}
  cd: {components: {D: Dd}}
flows:
  - A --> B
  - {from: B, to: g, label: goes in}
  - {from: C, to: D, kind: sync}
  - ci --> D
  - A --> B
"""


def around() -> Adjacency:
    reading = read(TEXT)
    assert not reading.problems
    return Adjacency.of(reading.workflow)


def ends(found) -> tuple[list[str], list[str]]:
    receives, sends = found
    return [one.id for one in receives], [one.id for one in sends]


def test_boxes_are_those_around_it_from_the_outside_in():
    found = around()
    assert {name: [box.id for box in boxes] for name, boxes in found.boxes.items()} == {
        "A": ["ci"],
        "B": ["ci"],
        "C": ["ci", "g"],
        "D": ["cd"],
    }


def test_a_flow_of_a_box_counts_for_what_is_inside_and_a_flow_said_twice_counts_once():
    found = around()
    assert ends(found.neighbours("A")) == ([], ["B", "D"])
    assert ends(found.neighbours("B")) == (["A"], ["g", "D"])


def test_the_box_at_which_a_flow_ends_is_named():
    receives, sends = around().neighbours("C")
    assert [(one.id, one.label, one.box) for one in receives] == [("B", "goes in", "Gg"), ("D", "", "")]
    assert [(one.id, one.box) for one in sends] == [("D", ""), ("D", "ci")]


def test_a_sync_goes_both_ways():
    receives, sends = around().neighbours("D")
    assert "C" in [one.id for one in receives]
    assert [one.id for one in sends] == ["C"]


def test_a_name_that_is_none_has_nothing_around_it():
    assert around().neighbours("X") == ((), ())
