"""Orders that follow the edges, and layers by the longest path."""

from __future__ import annotations

from random import Random

import pytest

from sphinx_gitops.render.layout.graph.hierarchy import Cell
from sphinx_gitops.render.layout.packing.ranking import chain_order, layers, topological
from support.small_scenes import cells, join, keys


def word(some: list[Cell]) -> str:
    return keys([some])[0]


@pytest.mark.parametrize(
    ("written", "edges", "found"),
    [
        ("abc", "", "abc"),
        ("abc", "cb ba", "cba"),
        ("abcd", "da", "bcda"),
        ("abcd", "ad bd cd", "abcd"),
        ("", "", ""),
    ],
)
def test_edges_lead_on_and_the_rest_stands_as_written(written: str, edges: str, found: str) -> None:
    assert word(topological(join(cells(*written), edges))) == found


def test_edges_from_and_to_what_is_not_among_the_cells_decide_nothing() -> None:
    a, b = join(cells(*"abcd"), "ca ad db")[:2]
    assert word(topological([a, b])) == "ab"
    assert word(chain_order([b, a])) == "ba"
    assert layers([a, b]) == [[a, b]]


@pytest.mark.parametrize(
    ("written", "edges", "found"),
    [
        ("abcd", "ab ac cd", "acdb"),
        ("abcd", "ac bd", "acbd"),
        ("abc", "ab ac", "abc"),
        ("abcde", "ac bc cd be", "abcde"),
        ("abcd", "ab bd ac cd", "abcd"),
        ("", "", ""),
    ],
)
def test_an_order_follows_from_each_cell_its_longest_way_on(written: str, edges: str, found: str) -> None:
    assert word(chain_order(join(cells(*written), edges))) == found


@pytest.mark.parametrize(
    ("written", "edges", "found"),
    [
        ("abcd", "ab bc ac", ["ad", "b", "c"]),
        ("abc", "ca cb", ["c", "ab"]),
        ("abcd", "ad bd", ["ab", "dc"]),
        ("abc", "", ["abc"]),
        ("", "", []),
    ],
)
def test_layers_are_longest_paths_from_a_source_and_what_has_no_edge_stands_where_there_are_fewest(
    written: str, edges: str, found: list[str]
) -> None:
    assert keys(layers(join(cells(*written), edges))) == found


@pytest.mark.parametrize("seed", range(10))
def test_every_cell_stands_once_in_each_and_after_what_feeds_it(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    pairs = {tuple(sorted(random.sample("abcdefgh", 2))) for _ in range(9)}
    made = join(cells(*random.sample("abcdefgh", 8)), " ".join(map("".join, sorted(pairs))))
    for order in (topological(made), chain_order(made), [cell for layer in layers(made) for cell in layer]):
        assert sorted(word(order)) == list("abcdefgh")
        assert [(a, b) for a, b in pairs if word(order).index(a) > word(order).index(b)] == []
