"""Titles stand at the top left of their boxes."""

from __future__ import annotations

from sphinx_gitops.render.drawing import Budget
from sphinx_gitops.render.layout import lay_out
from sphinx_gitops.render.painting.titles import title_spots
from support.layouts import SCENES


def test_each_title_is_as_far_from_the_corner_of_its_box():
    assert SCENES
    for shown in SCENES.values():
        layout = lay_out(shown, Budget())
        spots = title_spots(shown, layout)
        assert [box.id for box, _ in spots] == [box.id for box in shown.all_boxes()]
        offsets = {(spot.x - layout.boxes[box.key].x, spot.y - layout.boxes[box.key].y) for box, spot in spots}
        assert len(offsets) == 1
        assert all(spot.right <= layout.boxes[box.key].right for box, spot in spots)
