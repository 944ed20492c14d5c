"""Of a digraph everything is kept or named."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.graphviz.reading import read_graphviz
from sphinx_gitops.model import Direction, FlowKind
from support.imported import read_back


def diagram(body: str, header: str = "digraph"):
    return read_graphviz(f"{header} {{\n{body}\n}}", 1)


@pytest.mark.parametrize(
    ("attributes", "kind", "ends"),
    [
        ("", FlowKind.AUTOMATION, "ab"), ("style=dotted", FlowKind.FEEDBACK, "ab"), ("style=dashed", FlowKind.FEEDBACK, "ab"),
        ('style="bold,rounded"', FlowKind.PROMOTION, "ab"), ("dir=both", FlowKind.SYNC, "ab"), ("dir=back", FlowKind.AUTOMATION, "ba"),
    ],
)  # fmt: skip
def test_an_edge_has_its_kind(attributes, kind, ends):
    (edge,) = diagram(f"a -> b [{attributes}]").edges
    assert (edge.kind, edge.source + edge.target) == (kind, ends)


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        ("a -> b [dir=none]", "the edge from a to b: a line without a head is drawn as an arrow"),
        ("a -> b [dir=back]", "the edge from a to b: its head is at a, so it is drawn from b"),
        ("a -> b [style=invis]", "the invisible edge from a to b is left out"),
        ("a -> b [lhead=cluster_x]", "the edge from a to b: lhead is left out"),
        ("a [shape=hexagon]", "the shape of a, hexagon, is left out"),
        ("a [fillcolor=red, style=filled]", "the colours of a are left out: a component has those of its class"),
        ("node [fillcolor=red, style=filled]; a", "how every node looks is left out"),
        ("a:p -> b", "the port of a is left out"),
        ("a [style=invis]", "a is invisible in the diagram, and drawn in the workflow"),
        ('a [label=""]', "a has no title, so its id is shown"),
        (
            'subgraph cluster_x { URL="https://x.example"; a }',
            "the link of cluster_x is left out: only a component has one",
        ),
    ],
)
def test_what_is_lost_is_said(body, lost):
    assert [one.text for one in diagram(body).remarks] == [lost]


def test_clusters_are_boxes_inside_one_another():
    found = diagram(
        'subgraph cluster_ci { label="CI"; a; subgraph cluster_in { b } } subgraph cluster_cd { b; c } subgraph rank { d }'
    )
    assert [(one.id, one.lines, one.box) for one in found.boxes] == [
        ("cluster_ci", ("CI",), ""),
        ("cluster_in", ("cluster_in",), "cluster_ci"),
        ("cluster_cd", ("cluster_cd",), ""),
    ]
    assert {one.id: one.box for one in found.nodes} == {
        "a": "cluster_ci",
        "b": "cluster_in",
        "c": "cluster_cd",
        "d": "",
    }
    read_back(found)


def test_a_box_and_a_node_of_one_name_are_told_apart():
    found = diagram("subgraph cluster_a { cluster_a -> b }")
    assert [one.id for one in (*found.boxes, *found.nodes)] == ["cluster_a-box", "cluster_a", "b"]
    read_back(found)


@pytest.mark.parametrize(
    ("header", "body", "title", "direction"),
    [
        ("digraph", 'label="How\\nit goes"; rankdir=LR', "How it goes", Direction.LR),
        ("digraph how_it_goes", "graph [rankdir=BT]", "how it goes", Direction.BT),
        ("digraph G", "rankdir=XY", "", None),
    ],
)
def test_a_graph_has_a_title_and_a_direction(header, body, title, direction):
    found = diagram(body, header)
    assert (found.title, found.direction) == (title, direction)


def test_nodes_have_titles_links_and_kinds():
    (node,) = diagram(
        'a [label="Image\\nstore" shape=cylinder URL="https://x.example" tooltip="Holds images" class="wan lan"]'
    ).nodes
    assert (node.lines, node.kind, node.url) == (("Image", "store"), "state-store", "https://x.example")
    assert (node.description, node.classes) == ("Holds images", ("wan", "lan"))
