"""Of a flowchart everything is kept or named: kinds, boxes, links, and a line for what is lost."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.mermaid.reading import read_mermaid
from sphinx_gitops.model import Direction, FlowKind
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from support.imported import emitted, graph, imported


def diagram(text: str):
    return read_mermaid(f"graph LR\n{text}", 1)


def remarks(text: str) -> list[str]:
    return [one.text for one in diagram(text).remarks]


@pytest.mark.parametrize(
    ("arrow", "kind"),
    [("-->", FlowKind.AUTOMATION), ("-.->", FlowKind.FEEDBACK), ("==>", FlowKind.PROMOTION), ("<-->", FlowKind.SYNC)],
)
def test_an_arrow_has_its_kind_and_loses_nothing(arrow, kind):
    found = diagram(f"A {arrow} B")
    assert ([one.kind for one in found.edges], found.remarks) == ([kind], ())


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("A --- B", "the link from A to B: a line without a head is drawn as an arrow"),
        ("A --o B", "the link from A to B: its end, a circle, is drawn as an arrow"),
        ("A x--x B", "the link from A to B: its end, a cross, is drawn as an arrow"),
        ("A <==> B", "the link from A to B: its line, with heads at both ends, is drawn solid"),
        ("A <-- t --x B", "the link from A to B: its halves do not fit together"),
        ("A -->|fa:fa-x t| B", "the link from A to B: its icon is left out"),
        ("A ~~~ B", "the invisible link from A to B is left out"),
        ("A([x])", "the shape of A, stadium, is left out"),
        ('A[" "]', "A has no title, so its id is shown"),
        ("A[fa:fa-x y]", "the icon of A is left out"),
        ('A@{ icon: "fa:user", label: "U" }', "the icon of A is left out"),
        (
            'subgraph s\nA\nend\ns --> B\nclick s "https://x.example"',
            "the link of the subgraph s is left out: only a component has one",
        ),
        ("A e1@--> B\nB --> e1", "the link from B to e1 is left out: one of them is the id of a link"),
    ],
)
def test_what_is_lost_is_said(text, lost):
    assert remarks(text) == [lost]


def test_an_invisible_link_is_no_flow():
    assert diagram("A ~~~ B").edges == ()


def test_boxes_are_in_the_order_in_which_they_begin():
    found = diagram("subgraph s [S]\ndirection TB\nsubgraph t\nA\nend\nend\nsubgraph one two\nB\nend")
    assert [(one.id, one.lines, one.box, one.is_named, one.direction) for one in found.boxes] == [
        ("s", ("S",), "", True, Direction.TB),
        ("t", ("t",), "s", True, None),
        ("subGraph2", ("one two",), "", False, None),
    ]
    assert [(one.id, one.box) for one in found.nodes] == [("A", "t"), ("B", "subGraph2")]


def test_subgraphs_inside_one_another_both_ways_are_put_side_by_side():
    found = diagram("subgraph s\nt\nend\nsubgraph t\ns\nend")
    assert sorted((one.id, one.box) for one in found.boxes) == [("s", ""), ("t", "s")]
    assert [one.text for one in found.remarks] == ["s is inside itself, so it is put beside t"]


def test_shapes_that_say_what_a_node_is_have_a_kind():
    assert [one.kind for one in diagram("A{x} --> B[(y)] --> C[z]").nodes] == ["decision", "state-store", ""]


def test_the_notes_of_what_we_print_come_back():
    text = "stages: {s: {title: S, note: No access., components: {A: {title: Gate, note: Who decides?}, B: Bee}}}\nflows: [A --> B]\n"
    workflow = read_text(text, locate=lambda line, column: Span("w", line + 1, column + 1), default="w").workflow
    back = imported(emitted(workflow))
    assert graph(back)[:2] == graph(workflow)[:2]
    assert [stage.note for stage in back.stages] == ["No access."]
    assert [one.note for one in back.components()] == ["Who decides?", ""]
