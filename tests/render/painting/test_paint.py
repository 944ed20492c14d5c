"""What is painted says everything, belongs together, and takes a writer's text as nothing but text."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise

import pytest

from sphinx_gitops.palette import EDGE, GROUP, PALETTES, PARTS, STAGE, blend, contrast
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.painting.ink import QUIET, paper, quiet
from sphinx_gitops.render.painting.paint import paint, smallest_text
from sphinx_gitops.render.text_fitting.node_text import header_size, label_size, node_size
from sphinx_gitops.render.text_fitting.notes import annotated
from sphinx_gitops.render.text_fitting.text_width import FONT_SIZE, SECOND_SIZE
from sphinx_gitops.scene import Colours, Scene, Swatch
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT, KINDS
from support.colour_distance import distance

SVG = "{http://www.w3.org/2000/svg}"


def read(text: str) -> Scene:
    reading = read_text(text, locate=lambda line, column: Span("t", line + 1, column + 1), default="t")
    assert not reading.problems
    return annotated(scene(reading.workflow, DEFAULT))


def laid(shown: Scene) -> Layout:
    """Boxes and components below one another, arrows straight between their middles."""
    boxes: dict[str, Rect] = {}
    nodes: dict[str, Rect] = {}
    y = 0.0
    for box in shown.boxes:
        wide, high = header_size(box)
        top, y = y, y + high + 20
        for node in box.nodes:
            across, along = node_size(node)
            nodes[node.key] = Rect(20, y, across, along)
            y += along + 110
        boxes[box.key] = Rect(0, top, max([wide + 40, *(rect.width + 40 for rect in nodes.values())]), y - top)
        y += 20
    places = {**boxes, **nodes}
    routes = []
    for edge in shown.edges:
        source, target = places[edge.source], places[edge.target]
        start, end = (source.x + 20, source.bottom), (source.x + 20, target.y)
        wide, high = label_size(edge)
        middle = (start[1] + end[1]) / 2
        label = Rect(start[0] - wide / 2, middle - high / 2, wide, high) if wide else None
        routes.append(Route((start, end), label))
    return Layout(boxes, nodes, tuple(routes))


def drawn(text: str, **options) -> str:
    shown = read(text)
    return paint(shown, laid(shown), prefix="p", **options).svg


HOSTILE = """
title: '</title><script>alert(1)</script>'
stages:
  s:
    title: '"quoted" & <b>'
    subtitle: '</text><image href="x"/>'
    note: '<foreignObject>&amp;'
    components:
      A: {title: 'a < b & "c"', subtitle: "it's <i>", note: ']]> <!-- -->', description: '<svg onload=alert(1)>'}
      B: {title: 'x', owner: '"><a>'}
flows:
  - {from: A, to: B, label: '--> <b onclick="x">'}
"""


def test_hostile_text_is_text():
    root = ET.fromstring(drawn(HOSTILE))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "a", "g", "rect", "path", "text", "circle",
    }  # fmt: skip
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or name == "style"]
    words = " ".join("".join(element.itertext()) for element in root.iter(SVG + "text"))
    for said in ("<b>", '"quoted"', "</text><image", "<foreignObject>&amp;", "it's <i>", "]]> <!--", "<b onclick="):
        assert said in re.sub(r"\s+", " ", words), said


TWO = """
stages:
  s: {title: Stage, components: {A: {title: Build, kind: build}, B: {title: Scan, kind: security-scan}}}
"""


def test_each_arrow_is_one_path_that_names_its_ends():
    text = drawn(TWO + "  t: {title: Empty}\nflows: [A --> B, B ==> A, A -.-> t]")
    ends = re.findall(r'data-from="([^"]*)" data-to="([^"]*)"', text)
    assert ends == [("A", "B"), ("B", "A"), ("A", "t")]
    assert text.count('class="gitops-flow ') == 3


def points(data: str) -> list[tuple[float, float]]:
    """Points all along the straight legs of path data."""
    found: list[tuple[float, float]] = []
    for way in data.split("M")[1:]:
        corners = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", way)]
        corners += [(corners[0][0], float(y)) for y in re.findall(r"V(-?[\d.]+)", way)]
        for (ax, ay), (bx, by) in pairwise(corners):
            found += [(ax + (bx - ax) * n / 50, ay + (by - ay) * n / 50) for n in range(51)]
    return found


@pytest.mark.parametrize(
    "label", ["a", "two words here", "PR → merge", "a longer label that takes several lines of text"]
)
def test_no_line_is_seen_behind_a_label(label):
    text = TWO + f"flows: ['A -->|{label}| B']"
    shown = read(text)
    layout = laid(shown)
    spot = layout.routes[0].label
    line = re.search(r'<path d="([^"]*)" fill="none"[^>]* data-from', paint(shown, layout, prefix="p").svg)[1]
    behind = [y for x, y in points(line) if spot.x < x < spot.right and spot.y + 1 < y < spot.bottom - 1]
    assert behind == []
    assert max(y for _, y in points(line)) > spot.bottom
    assert min(y for _, y in points(line)) < spot.y


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_glyph_that_takes_no_room(kind):
    text = f"stages: {{s: {{components: {{A: {{title: Thing, kind: {kind}}}}}}}}}"
    shown = read(text)
    layout = laid(shown)
    with_glyph, without = (paint(replace(shown, icons=icons), layout, prefix="p") for icons in (True, False))
    assert with_glyph.svg.count('class="gitops-glyph"') == with_glyph.svg.count('class="gitops-badge"') == 1
    assert "gitops-glyph" not in without.svg
    assert "gitops-badge" not in without.svg
    assert (with_glyph.width, with_glyph.height) == (without.width, without.height)


def test_a_second_line_is_smaller_and_quieter():
    text = drawn("stages: {s: {components: {A: {title: Argo CD, subtitle: namespace argocd}}}}")
    line = re.search(r"<text [^>]*>namespace argocd<", text)[0]
    assert 'font-size="13"' in line
    assert f'fill-opacity="{QUIET:g}"' in line
    plain = drawn("stages: {s: {components: {A: {title: Argo CD, subtitle: namespace argocd}}}}", ink=paper)
    assert "fill-opacity" not in plain
    assert blend(DEFAULT.swatches["neutral"].light.text, DEFAULT.swatches["neutral"].light.fill, QUIET) in plain


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("side", ["light", "dark"])
def test_a_second_line_can_be_read_in_every_palette(name, side):
    for part, swatch in PALETTES[name].items():
        if part != EDGE:
            colours = getattr(swatch, side)
            assert quiet(swatch)
            assert contrast(blend(colours.text, colours.fill, QUIET), colours.fill) >= 4.5, part


def test_a_pale_text_of_a_project_is_not_made_quieter():
    pale = Colours(fill="#ffffff", stroke="#767676", text="#707070")
    assert contrast(pale.text, pale.fill) > 4.5
    assert not quiet(Swatch(light=pale, dark=pale))


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("side", ["light", "dark"])
def test_a_glyph_stands_out_from_its_disc(name, side):
    for part, swatch in PALETTES[name].items():
        if part not in PARTS:
            colours = getattr(swatch, side)
            assert contrast(colours.fill, colours.stroke) >= 3, part


@pytest.mark.parametrize("name", ["default", "high-contrast"])
@pytest.mark.parametrize("side", ["light", "dark"])
def test_the_fills_of_two_classes_look_different(name, side):
    fills = {part: getattr(swatch, side).fill for part, swatch in PALETTES[name].items() if part not in PARTS}
    near = [(a, b) for a in fills for b in fills if a < b and distance(fills[a], fills[b]) < 10]
    assert near == []


def test_distance_is_that_of_cie_1976():
    assert distance("#ffffff", "#000000") == pytest.approx(100, abs=0.1)
    assert distance("#ff0000", "#00ff00") == pytest.approx(170.6, abs=0.5)


NOTED = "stages: {s: {title: Stage, note: Only on weekdays, components: {A: {title: A, note: Paused in December}}}}"


def test_a_note_is_a_sheet_with_a_folded_corner_on_a_dotted_tie():
    text = drawn(NOTED)
    assert text.count('class="gitops-note"') == text.count('class="gitops-tie"') == 2
    assert "stroke-dasharray" in re.search(r'<path class="gitops-tie"[^>]*>', text)[0]
    for words in ("Only on weekdays", "Paused in December"):
        assert f">{words}</text>" in text


def test_a_note_leads_nowhere():
    assert set(re.findall(r'href="([^"]*)"', drawn(NOTED))) == {"gitops:s", "gitops:A"}


def test_text_from_right_to_left_begins_where_it_must():
    text = drawn("stages: {s: {title: التسليم المستمر, components: {A: مستودع}}}")
    title = re.search(r"<text [^>]*>التسليم المستمر<", text)[0]
    assert 'direction="rtl"' in title
    assert 'text-anchor="end"' in title
    assert 'direction="ltr"' in text.partition(">")[0]


def test_a_stage_title_is_larger_than_a_group_s():
    text = drawn("stages: {s: {title: Stage, components: {A: A}}}")
    assert 'font-size="16" font-weight="bold"' in re.search(r"<text [^>]*>Stage<", text)[0]


def test_the_label_of_a_flow_with_a_page_is_a_link():
    flows = ("label: why, url: 'https://e.example/?a=1&b=2'", "label: no", "label: doc, doc: guide", "doc: guide")
    text = drawn(TWO + f"flows: [{', '.join(f'{{from: A, to: B, {words}}}' for words in flows)}]")
    found = re.findall(r'<a class="gitops-label" href="([^"]*)" aria-label="([^"]*)"', text)
    assert found == [
        ("https://e.example/?a=1&amp;b=2", "why: Build \u2192 Scan"),
        ("gitops-flow:2", "doc: Build \u2192 Scan"),
    ]
    assert text.count('<path class="gitops-underline"') == 2
    assert "<a " not in drawn(TWO + f"flows: [{{from: A, to: B, {flows[0]}}}]", links=False)


def test_the_same_scene_gives_the_same_bytes():
    assert drawn(HOSTILE) == drawn(HOSTILE)


def test_boxes_are_painted_with_the_parts_of_the_palette():
    text = drawn(TWO, ink=paper)
    assert f'fill="{DEFAULT.swatches[STAGE].light.fill}"' in text
    assert DEFAULT.swatches[GROUP].light.fill not in text


@pytest.mark.parametrize(
    ("more", "size"), [("", FONT_SIZE), (", subtitle: eu-west-1", SECOND_SIZE), (", note: No access.", SECOND_SIZE)]
)
def test_the_smallest_text_is_that_of_a_subtitle_or_a_note_of_a_box_too(more, size):
    assert smallest_text(read(f"stages: {{s: {{title: S{more}, components: {{A: Aa}}}}}}\n")) == size
