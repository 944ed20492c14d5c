"""Kinds of a project: what can be used of each is used, and the rest is told."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Mark
from sphinx_gitops.scene import Shape
from sphinx_gitops.settings.faults import Faults
from sphinx_gitops.settings.kinds import read_kinds
from sphinx_gitops.vocabulary import DEFAULT


def read(value):
    faults = Faults()
    return read_kinds(value, DEFAULT.classes, faults), [problem.text for problem in faults.problems]


def test_a_kind_has_what_it_gives_and_defaults():
    kinds, problems = read({"flag": {"class": "ops", "mark": "sync", "shape": "hexagon"}, "plain": {}})
    assert problems == []
    flag, plain = kinds["flag"], kinds["plain"]
    assert (flag.colour, flag.mark, flag.shape) == ("ops", Mark.SYNC, Shape.HEXAGON)
    assert (plain.colour, plain.mark, plain.shape, plain.glyph) == ("neutral", None, Shape.RECTANGLE, "")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"class": "opps"}, "there is no class 'opps'; did you mean 'ops'?"),
        ({"mark": "syn"}, "there is no mark 'syn'; did you mean 'sync'?"),
        ({"shape": "hexagn"}, "there is no shape 'hexagn'; did you mean 'hexagon'?"),
        ({"glyph": 3}, "glyph: expected the path data of an icon, found 3"),
        ({"glyph": "M0 0 <script>"}, "glyph: "),
        ({"shap": "hexagon"}, "unknown key 'shap'; did you mean 'shape'?"),
        ("ops", "expected a mapping with "),
    ],
)
def test_what_cannot_be_used_is_told_and_has_its_default(value, said):
    kinds, problems = read({"flag": value})
    (problem,) = problems
    assert problem.startswith(f"gitops_kinds['flag']: {said}")
    assert (kinds["flag"].colour, kinds["flag"].shape, kinds["flag"].glyph) == ("neutral", Shape.RECTANGLE, "")


def test_every_fault_of_a_kind_is_told_at_once():
    _, problems = read({"flag": {"class": "x1", "mark": "x2", "shape": "x3", "glyph": 4}})
    assert len(problems) == 4
