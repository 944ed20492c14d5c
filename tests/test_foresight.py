"""How long a layout must be, told from another, and the layouts for paper that are not made because of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_convert import LETTER, lay, read
from test_geometry import FILES

from sphinx_gitops.model import Direction
from sphinx_gitops.reader import read_path
from sphinx_gitops.render.foresight import least_length
from sphinx_gitops.render.geometry.layout import DOWN, Layout, Rect
from sphinx_gitops.render.painting.paint import extent
from sphinx_gitops.render.paper import Plan, Sheet, other_plans, typeset
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

STEPS = "stages: {s: {components: {A: First step, B: Second step, C: Third step}}}\n"
LINE = read(STEPS + "flows: [A --> B --> C]\n")
WIDE = read(
    "stages: {s: {components: {A: From here, " + ", ".join(f"B{n}: A component with a long title" for n in range(9))
    + "}}}\nflows: [A --> " + " & ".join(f"B{n}" for n in range(9)) + "]\n"
)  # fmt: skip
HIGH = read(
    "stages: {s: {components: {" + ", ".join(f"A{n}: A component with a long title" for n in range(20)) + "}}}\n"
    + "flows: [" + " --> ".join(f"A{n}" for n in range(20)) + "]\n"
)  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("direction", [Direction.TB, Direction.LR], ids=lambda direction: direction.name)
def test_no_layout_is_shorter_than_what_another_says(path, direction):
    shown = scene(read_path(path).workflow, DEFAULT)
    plain = next(plan for plan in other_plans(shown, 1.0) if plan.scene.direction is direction).scene
    known = lay(Plan(plain))
    for plan in (Plan(plain), *other_plans(plain, 1.0)):
        found = extent(plan.scene, lay(plan))
        along = found.height if plan.scene.direction in DOWN else found.width
        assert least_length(plain, known, direction=plan.scene.direction, wrap=plan.wrap) <= along


def test_what_stands_side_by_side_is_no_chain():
    rects = {"A": Rect(0, 0, 100, 40), "B": Rect(120, 0, 100, 40), "C": Rect(0, 60, 100, 40)}
    known = Layout({"s": Rect(-20, -20, 260, 140)}, rects, (), curved=False)
    assert least_length(LINE, known, direction=Direction.TB, wrap=known.wrap) == 40 + 12 + 40 + 2 * 12
    assert least_length(LINE, known, direction=Direction.LR, wrap=known.wrap) == 100 + 12 + 100 + 2 * 12
    assert least_length(replace(LINE, boxes=()), known, direction=Direction.LR, wrap=known.wrap) == 0


@pytest.mark.parametrize(
    ("shown", "sheet", "made"),
    [
        pytest.param(LINE, LETTER, 1, id="comfortable"),
        pytest.param(WIDE, LETTER, 3, id="too wide: turned, it may be larger"),
        pytest.param(HIGH, LETTER, 1, id="too high: neither broken titles nor turning help"),
        pytest.param(HIGH, Sheet(470, 3000), 1, id="as high as it wants to be"),
    ],
)
def test_only_layouts_are_made_whose_text_may_be_larger(shown, sheet, made):
    plans: list[Plan] = []

    def counted(plan: Plan) -> Layout:
        plans.append(plan)
        return lay(plan)

    assert typeset(shown, counted, sheet, prefix="p")
    assert len(plans) == made
