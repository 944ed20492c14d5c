"""Which edges are turned round so that no circle is left."""

from __future__ import annotations

from random import Random

import pytest

from sphinx_gitops.render.layout.graph.cycles import turned_edges


def test_only_the_edge_that_closes_a_circle_is_turned() -> None:
    assert turned_edges(3, [(0, 1), (1, 2), (2, 0)], [False] * 3) == [False, False, True]


def test_an_edge_that_leads_back_by_its_meaning_decides_no_order() -> None:
    assert turned_edges(2, [(1, 0), (0, 1)], [True, False]) == [True, False]


def test_an_edge_against_the_order_written_is_none_that_closes_a_circle() -> None:
    assert turned_edges(3, [(2, 1), (1, 0)], [False, False]) == [False, False]


def test_a_loop_is_not_turned() -> None:
    assert turned_edges(1, [(0, 0)], [False]) == [False]


def test_two_ways_round_a_vertex_that_is_fed_from_outside_start_there() -> None:
    assert turned_edges(3, [(0, 1), (1, 0), (2, 1)], [False] * 3) == [True, False, False]


def test_a_path_longer_than_the_stack_is_deep() -> None:
    edges = [(number, number + 1) for number in range(5000)]
    assert turned_edges(5001, [*edges, (5000, 0)], [False] * 5001) == [False] * 5000 + [True]


@pytest.mark.parametrize("seed", range(12))
def test_no_circle_is_left_and_without_one_nothing_is_turned(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    edges = [(random.randrange(9), random.randrange(9)) for _ in range(20)]
    edges = [pair for pair in edges if pair[0] != pair[1]]
    turned = turned_edges(9, edges, [False] * len(edges))
    kept = [(b, a) if back else (a, b) for (a, b), back in zip(edges, turned, strict=True)]
    left = set(range(9))
    while free := {v for v in left if not any(b == v and a in left for a, b in kept)}:
        left -= free
    assert left == set()
    assert not any(turned_edges(9, kept, [False] * len(kept)))
