"""What each row needs along the way of the arrows."""

from __future__ import annotations

from sphinx_gitops.model import Direction
from sphinx_gitops.render.layout.graph.spacing import CLEAR, PAIR, TITLE_GAP
from sphinx_gitops.render.layout.routing.row_heights import Line, row_lines
from support.small_scenes import WIDE, Planted, edge, flows, graph_of, group, planted_graph, stage


def lines(made: Planted) -> list[Line]:
    return row_lines(made.graph, made.paths, made.graph.root.last + 1)


def test_a_row_of_components_is_as_high_as_the_highest_and_a_title_as_its_text() -> None:
    made = planted_graph(graph_of(stage("A", "a", "b"), stage("B", "c")))
    made.cell("b").height = 99
    found = lines(made)
    assert [(line.height, line.nodes, line.label) for line in found] == [
        (made.frame("A").header, False, False),
        (99, True, False),
        (made.frame("B").header, False, False),
        (made.cell("c").height, True, False),
    ]


def test_titles_beside_each_other_have_the_height_of_the_highest() -> None:
    made = planted_graph(graph_of(stage("A", boxes=(group("G", "a"), group("H", "b")))))
    made.frame("H").header = 70
    assert [line.height for line in lines(made)][1] == 70


def test_a_label_in_a_row_makes_it_as_high_as_itself_and_dummies_take_nothing() -> None:
    made = planted_graph(graph_of(stage("A", "a", "b", "c"), edges=(*flows("ab bc"), edge("a", "c", label="again"))))
    found = lines(made)[made.cell("a").last + 1]
    assert (found.height, found.nodes, found.label) == (made.graph.labels[2][1], False, True)
    plain = planted_graph(graph_of(stage("A", "a"), stage("B", "b"), stage("C", "c"), edges=flows("ac")))
    assert [line.label for line in lines(plain)] == [False] * 6


def test_a_label_on_an_arrow_along_a_row_counts_where_the_row_is_as_high_as_text_is_wide() -> None:
    words = "a label of many words"
    for direction, counts in ((Direction.LR, True), (Direction.TB, False)):
        made = planted_graph(
            graph_of(stage("A", "a", "b"), edges=(edge("a", "b", label=words),), direction=direction), WIDE
        )
        made.graph.labels[0] = (40, 333)
        heights = [line.height for line in lines(made)]
        assert (333 in heights) is counts


def test_two_arrows_between_neighbours_make_room_for_a_label_that_stands_further_out() -> None:
    """It stays clear of the title over the row: 8 px is what lies between the two."""
    found = {}
    for words in ("there", ""):
        edges = (edge("a", "b", label=words), edge("b", "a"))
        made = planted_graph(graph_of(stage("A", "a", "b"), edges=edges))
        found[words] = (max(line.height for line in lines(made)), made.graph.labels[0][1])
    (high, label), (low, _) = found["there"], found[""]
    assert low < high == 2 * (PAIR + CLEAR + label - TITLE_GAP)
    single = planted_graph(graph_of(stage("A", "a", "b"), edges=(edge("a", "b", label="there"),)))
    assert max(line.height for line in lines(single)) == low
