"""Labels stand where the layout keeps a place for them, inside the picture."""

from __future__ import annotations

import re

from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.painting.labels import label_spot
from sphinx_gitops.render.painting.paint import paint
from sphinx_gitops.render.text_fitting.text_width import width
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.pictures import read


def test_a_label_at_the_rim_stands_inside_the_picture():
    shown = scene(
        read("stages: {ci: {components: {A: One, B: Two}}}\nflows: ['A -->|a rather long label| B']").workflow, DEFAULT
    )
    box, node = Rect(0, 0, 60, 200), Rect(10, 10, 40, 30)
    route = Route(((30, 40), (30, 150)), Rect(30, 95, 0, 0))
    text = paint(shown, Layout({"ci": box}, {"A": node, "B": Rect(10, 150, 40, 30)}, (route,)), prefix="p").svg
    left, _, wide, _ = (float(part) for part in re.search(r'viewBox="([^"]*)"', text)[1].split())
    longest = width("a rather long label")
    assert left <= 30 - longest / 2
    assert left + wide >= 30 + longest / 2


def test_a_label_is_in_the_middle_of_its_place():
    shown = scene(read("stages: {s: {components: {A: a, B: b}}}\nflows: ['A -->|goes| B', A --> B]").workflow, DEFAULT)
    named, plain = shown.edges
    spot = label_spot(named, Route(((0, 0), (0, 90)), Rect(-50, 40, 100, 30)), 140)
    assert (spot.x + spot.width / 2, spot.y + spot.height / 2) == (0, 55)
    assert label_spot(plain, Route(((0, 0), (0, 90))), 140) is None
