"""Ports stand evenly where that adds no bend."""

from __future__ import annotations

from itertools import pairwise

from sphinx_gitops.render.layout.coordinates.coordinates import assign
from sphinx_gitops.render.layout.coordinates.port_spacing import spread_ports
from sphinx_gitops.render.layout.coordinates.variables import measure
from sphinx_gitops.render.layout.graph.spacing import PORT
from support.small_scenes import WIDE, flows, graph_of, planted_graph, stage


def test_arrows_that_turn_anyway_stand_evenly_beside_the_one_that_runs_straight() -> None:
    boxes = [stage("A", "a", "b", "c", "d"), stage("B", "t")]
    made = planted_graph(graph_of(*boxes, edges=flows("at bt ct dt")))
    variables = measure(made.graph, made.paths)
    places = assign(variables, made.paths, WIDE)
    assert places is not None
    cell = made.cell("t")
    ends = variables.sides[cell, False]
    found = [places[cell.number] - cell.left, *(places[variables.ports[end]] for end in ends)]
    steps = [other - one for one, other in pairwise([*found, places[cell.number] + cell.left])]
    turned = [legs for legs in variables.legs if any(places[leg.upper] != places[leg.lower] for leg in legs)]
    assert len(turned) == 3
    assert max(steps[1:]) - min(steps[1:]) <= 1
    assert min(steps) > PORT


def test_a_straight_arrow_stays_straight_beside_one_that_turns() -> None:
    made = planted_graph(graph_of(stage("A", "a", "b"), stage("B", "t"), edges=flows("at bt")))
    variables = measure(made.graph, made.paths)
    places = assign(variables, made.paths, WIDE)
    assert places is not None
    straight = [leg for legs in variables.legs for leg in legs if places[leg.upper] == places[leg.lower]]
    before = list(places)
    spread_ports(variables, places)
    assert places == before
    assert straight
