"""What a pointer rests on keeps its arrows, its neighbours and its labels, and nothing else."""

from __future__ import annotations

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render.painting.emphasis import MOST, NONE, emphasis
from sphinx_gitops.scene import Scene
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT


def read(text: str) -> Scene:
    return scene(read_text(text, locate=lambda *_: Span("t", 1), default="t").workflow, DEFAULT)


CHAIN = """
stages:
  s: {components: {A: A, B: B}}
  t: {components: {C: C, D: D}}
flows: [A --> B --> C, A --> t]
"""


def kept(shown: Scene, key: str) -> set[str]:
    found = emphasis(shown)
    number = found.numbers[key]
    edges = {f"{e.source}>{e.target}" for e, near in zip(shown.edges, found.edges, strict=True) if number in near}
    return {other for other, near in found.nodes.items() if number in near} | edges


def test_a_component_keeps_its_neighbours_and_its_arrows():
    assert kept(read(CHAIN), "B") == {"A", "B", "C", "A>B", "B>C"}


def test_an_arrow_to_a_box_joins_all_that_is_in_it():
    assert kept(read(CHAIN), "D") == {"A", "D", "A>t"}
    assert kept(read(CHAIN), "A") == {"A", "B", "C", "D", "A>B", "A>t"}


def test_a_title_keeps_all_that_is_in_its_box_and_what_is_joined_to_it():
    assert kept(read(CHAIN), "s") == {"A", "B", "A>B", "B>C", "A>t"}


def test_a_picture_with_more_parts_than_the_style_sheet_has_rules_for_does_not_fade():
    many = ", ".join(f"C{n}: x" for n in range(MOST))
    assert emphasis(read(f"stages: {{s: {{components: {{{many}}}}}}}")) is NONE
    assert NONE.node("A") == NONE.edge(0) == NONE.number("A") == ""
