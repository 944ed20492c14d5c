"""The text of a component is inside of its outline, whatever the text and the outline are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_gitops.model import FlowKind, Mark
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.outline_corners import boundary
from sphinx_gitops.render.painting.outlines import text_centre
from sphinx_gitops.render.text_fitting.node_text import (
    fitted_text,
    header_size,
    label_size,
    label_text,
    node_size,
    node_text,
    note_size,
    note_text,
    title_size,
    title_text,
)
from sphinx_gitops.render.text_fitting.notes import annotated, is_note
from sphinx_gitops.render.text_fitting.outline_room import outline_size, text_room
from sphinx_gitops.scene import Border, Box, Edge, Node, Shape
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT, KINDS

INK = 15.0
"""The height of the letters of a line, in px."""
TITLES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=80).filter(str.split)


def node(title: str, shape: Shape = Shape.RECTANGLE, mark: Mark | None = None, subtitle: str = "") -> Node:
    return Node(
        key="A", id="A", title=title, kind="", shape=shape, colour="neutral", mark=mark, border=Border.NORMAL, subtitle=subtitle
    )  # fmt: skip


def within(x: float, y: float, corners: list[tuple[float, float]]) -> bool:
    """Whether a point is inside of a polygon."""
    odd = False
    for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def letters(shown: Node, rect: Rect) -> list[Rect]:
    """The boxes of the letters of each line as they are drawn."""
    block = fitted_text(shown, rect)
    x, y = text_centre(shown.shape, rect)
    top = y - block.height / 2
    found = []
    for count, line in enumerate(block.lines):
        wide = block.measure.width(line) + (0 if count else block.measure.indent)
        found.append(Rect(x - wide / 2, top + (count + 0.5) * block.leading - INK / 2, wide, INK))
    return found


def outside(shown: Node, rect: Rect) -> list[Rect]:
    corners = boundary(shown.shape, rect)
    return [
        box
        for box in letters(shown, rect)
        if not all(within(x, y, corners) for x in (box.x, box.right) for y in (box.y, box.bottom))
    ]


@pytest.mark.parametrize("shape", Shape)
@settings(max_examples=60, deadline=None)
@given(title=TITLES, mark=st.sampled_from([None, *Mark]))
def test_all_letters_are_inside_of_the_outline(shape, title, mark):
    shown = node(title, shape, mark)
    wide, high = node_size(shown)
    assert outside(shown, Rect(0, 0, wide, high)) == []


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize(
    "title", ["Linter", "Security Scanner", "registry.example/platform/shop@sha256:9f86d081884c7d65"]
)
def test_letters_are_inside_of_an_outline_as_high_as_its_neighbours(shape, title):
    shown = node(title, shape)
    wide, high = node_size(shown)
    assert outside(shown, Rect(0, 0, wide + 14, max(high, 72))) == []


@pytest.mark.parametrize("shape", Shape)
@settings(max_examples=40, deadline=None)
@given(title=TITLES)
def test_an_outline_is_no_wider_than_its_kind_of_text_needs(shape, title):
    wide, high = node_size(node(title, shape))
    assert wide <= (402 if any(sign in title for sign in "/@:") else 302)
    assert wide % 2 == high % 2 == 0


@pytest.mark.parametrize("shape", Shape)
def test_the_room_of_an_outline_is_that_of_its_text(shape):
    wide, high = outline_size(shape, 100.0, 45.0)
    assert text_room(shape, Rect(0, 0, wide, high)) == pytest.approx(100.0)


def test_a_second_line_makes_a_component_higher_and_no_title_changes():
    plain, second = node("Argo CD"), node("Argo CD", subtitle="namespace argocd")
    assert node_size(second)[1] > node_size(plain)[1]
    assert node_text(second).lines == node_text(plain).lines
    assert node_text(second).second == ("namespace argocd",)


def test_lines_of_a_narrower_outline_are_narrower():
    shown = node("Compliance Check of a rather long chain")
    assert fitted_text(shown, Rect(0, 0, 110, 90)).width <= 86


@settings(max_examples=60, deadline=None)
@given(TITLES, TITLES)
def test_labels_titles_and_notes_have_the_size_that_they_are_drawn_in(title, second):
    edge = Edge(source="A", target="B", kind=FlowKind.SECURITY, label=title)
    assert label_size(edge)[0] >= label_text(edge).width
    box = Box(key="s", id="s", title=title, level=0, direction=None, subtitle=second, note=second)
    assert title_size(box)[0] >= title_text(box).width
    assert header_size(box)[0] >= title_size(box)[0] + note_size(second)[0]
    assert note_size(second)[1] >= note_text(second).height


def test_an_arrow_without_words_has_no_label():
    assert label_size(Edge(source="A", target="B", kind=FlowKind.SYNC, label="")) == (0, 0)


def test_the_title_of_a_stage_is_larger_than_that_of_a_group():
    sizes = [title_text(Box(key="s", id="s", title="T", level=level, direction=None, subtitle="x")) for level in (0, 1)]
    stage, group = (block.measure.size for block in sizes)
    assert stage > 15 > group > 13


NOTED = """
stages:
  s: {note: Of the stage, components: {A: {title: A, note: Of the first}, note_A: B}}
flows: [A --> note_A]
"""


def test_a_note_of_a_component_is_a_node_tied_to_it():
    plain = scene(read_text(NOTED, locate=lambda *_: Span("t", 1), default="t").workflow, DEFAULT)
    shown = annotated(plain)
    notes = [found for found in shown.all_nodes() if is_note(found.key)]
    assert [found.title for found in notes] == ["Of the first"]
    assert [(edge.source, edge.target) for edge in shown.edges] == [("A", "note_A"), ("A", notes[0].key)]
    assert node_size(notes[0]) == note_size("Of the first")
    assert annotated(shown).edges[:2] == shown.edges


def test_a_scene_without_notes_stays_as_it_is():
    plain = scene(read_text("stages: {s: {components: {A: A}}}", locate=lambda *_: Span("t", 1), default="t").workflow, DEFAULT)  # fmt: skip
    assert annotated(plain) is plain


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("title", ["QA", "Staging", "Security Scanner", "Artifact registry"])
def test_a_title_that_fits_an_outline_is_not_broken_where_a_row_makes_that_higher(kind, title):
    text = f"stages: {{s: {{components: {{A: {{title: {title}, kind: {kind}}}}}}}}}"
    (node,) = scene(read_text(text, locate=lambda *_: Span("t", 1), default="t").workflow, DEFAULT).all_nodes()
    wide, high = node_size(node)
    for more in (0, 24, 60):
        assert fitted_text(node, Rect(0, 0, wide, high + more)).lines == node_text(node).lines
