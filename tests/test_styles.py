"""Each outline, border and kind of flow has a look, and the looks can be told apart without colour."""

from __future__ import annotations

from sphinx_gitops.model import FlowKind
from sphinx_gitops.scene import FLOW_MARKS
from sphinx_gitops.styles import BORDER_STROKES, FLOW_STYLES, SHAPE_STYLES, Border, Shape
from sphinx_gitops.vocabulary import DEFAULT


def test_everything_has_a_look():
    assert list(FLOW_STYLES) == list(FlowKind)
    assert list(BORDER_STROKES) == list(Border)
    assert list(SHAPE_STYLES) == list(Shape)


def test_a_flow_has_the_stroke_of_a_swatch():
    assert {look.colour for look in FLOW_STYLES.values()} <= set(DEFAULT.swatches)


def test_no_two_kinds_of_flow_look_alike_in_grey():
    looks = [(look.stroke, look.two_heads, FLOW_MARKS.get(kind)) for kind, look in FLOW_STYLES.items()]
    assert len(set(looks)) == len(looks)


def test_no_two_borders_and_no_two_words_are_alike():
    assert len(set(BORDER_STROKES.values())) == len(BORDER_STROKES)
    assert len({look.words for look in SHAPE_STYLES.values()}) == len(SHAPE_STYLES)
    assert len({look.words for look in FLOW_STYLES.values()}) == len(FLOW_STYLES)


def test_dashes_are_written_as_svg_writes_them():
    assert FLOW_STYLES[FlowKind.ROLLBACK].dashes == "2 3 2 8"
    assert FLOW_STYLES[FlowKind.AUTOMATION].dashes == ""
    assert FLOW_STYLES[FlowKind.SECURITY].width == 3
