"""Arrows: the line of each kind of flow, its heads, and what hides it."""

from __future__ import annotations

import re

import pytest

from sphinx_gitops.model import FlowKind
from sphinx_gitops.render.geometry.layout import Rect, Route
from sphinx_gitops.render.painting.edges import draw_edge, draw_tie
from sphinx_gitops.styles import FLOW_STYLES
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.pictures import read, svg

LOOP = "stages: {ci: {components: {A: One}}}\nflows: [A --> A]"


def test_an_arrow_to_itself_is_drawn():
    assert svg(scene(read(LOOP).workflow, DEFAULT)).count("gitops-flow-automation") == 1


ROUTE = Route(((0, 0), (0, 100)))


@pytest.mark.parametrize("kind", FlowKind)
def test_each_kind_has_its_line_and_its_heads(kind):
    text = draw_edge(ROUTE, kind, "#123456")
    look = FLOW_STYLES[kind]
    assert f'class="gitops-flow gitops-flow-{kind.value}"' in text
    assert ("stroke-dasharray" in text) is bool(look.dashes)
    assert text.count(" Z") == (2 if look.two_heads else 1)


def test_a_head_points_at_the_end_and_the_line_stops_before_it():
    line, head = re.findall(r'd="([^"]*)"', draw_edge(ROUTE, FlowKind.AUTOMATION, "#000"))
    assert line == "M0 0V93"
    assert head.startswith("M0 100 L")


def test_a_line_is_not_drawn_behind_a_text():
    text = draw_edge(ROUTE, FlowKind.AUTOMATION, "#000", covers=[Rect(-20, 40, 40, 20)])
    assert re.findall(r'd="([^"]*)"', text)[0] == "M0 0V40M0 60V93"


def test_a_tie_has_no_head():
    assert draw_tie(ROUTE, "#000").count("<path") == 1
