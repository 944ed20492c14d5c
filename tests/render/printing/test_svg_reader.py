"""What of an SVG is drawn: outlines, lines of text, links, with styles and places that they inherit."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.geometry.layout import RenderError
from sphinx_gitops.render.printing.svg_reader import LinkItem, PathItem, TextItem, read_svg


def read(inside: str, root: str = 'viewBox="0 0 40 20" width="80" height="40"'):
    return read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {root}>{inside}</svg>')


def only(inside: str):
    (item,) = read(inside).items
    return item


def test_a_drawing_has_its_size_and_its_title():
    found = read("<title>A picture</title><desc>of it</desc>")
    assert (found.view_box, found.width, found.height, found.title) == ((0, 0, 40, 20), 80, 40, "A picture")
    assert found.items == ()
    assert read("", 'viewBox="0 0 40 20"').width == 40


def test_styles_are_inherited():
    (first, second) = read('<g fill="#f00"><g><path d="M0 0L1 1"/></g><path d="M0 0L1 1" fill="#00f"/></g>').items
    assert isinstance(first, PathItem)
    assert (first.style.fill, second.style.fill) == ((1, 0, 0), (0, 0, 1))


@pytest.mark.parametrize(
    ("transform", "matrix"),
    [
        ("translate(3 4)", (1, 0, 0, 1, 3, 4)),
        ("translate(3)", (1, 0, 0, 1, 3, 0)),
        ("scale(2)", (2, 0, 0, 2, 0, 0)),
        ("scale(2, 3)", (2, 0, 0, 3, 0, 0)),
        ("matrix(1 2 3 4 5 6)", (1, 2, 3, 4, 5, 6)),
        ("translate(10 20) scale(2)", (2, 0, 0, 2, 10, 20)),
    ],
)
def test_a_transform_is_one_matrix(transform, matrix):
    assert only(f'<path d="M0 0L1 1" transform="{transform}"/>').matrix == matrix


def test_a_transform_is_inside_the_one_around_it():
    inner = '<path d="M0 0L1 1" transform="translate(3 4)"/>'
    assert only(f'<g transform="scale(2)">{inner}</g>').matrix == (2, 0, 0, 2, 6, 8)


@pytest.mark.parametrize(
    "shape",
    [
        '<rect width="4" height="2"/>',
        '<rect width="4" height="2" rx="1"/>',
        '<circle r="3"/>',
        '<ellipse rx="3" ry="2"/>',
        '<line x2="3"/>',
        '<polygon points="0,0 1,0 1,1"/>',
        '<polyline points="0,0 1,0"/>',
        '<path d="M0 0H3V2Z"/>',
    ],
)
def test_every_shape_that_is_painted_has_an_outline(shape):
    assert len(only(shape).contour.commands) >= 2


def test_a_polygon_is_closed_and_a_polyline_is_not():
    assert only('<polygon points="0,0 1,0 1,1"/>').contour.commands == "MLLZ"
    assert only('<polyline points="0,0 1,0 1,1"/>').contour.commands == "MLL"


def test_lines_of_a_text_have_their_places():
    first, second = read(
        '<text x="5" y="6" font-size="10px" text-anchor="middle">one<tspan x="7" dy="1.5em" font-weight="bold">two</tspan></text>'
    ).items
    assert isinstance(first, TextItem)
    assert (first.text, first.x, first.y, first.style.anchor, first.length) == ("one", 5, 6, "middle", None)
    assert (second.text, second.x, second.y, second.style.bold) == ("two", 7, 21, True)
    assert only('<text y="9" dy="2" textLength="12">a</text>').length == 12


def test_a_text_may_have_all_its_lines_in_spans():
    assert [
        line.text for line in read('<text x="5" y="6">\n<tspan>one</tspan><tspan dy="9">two</tspan></text>').items
    ] == [
        "one",
        "two",
    ]


def test_a_link_elsewhere_is_a_link_and_one_inside_is_not():
    link = only('<a href="https://x.example"><path d="M0 0L1 1"/></a>')
    assert isinstance(link, LinkItem)
    assert (link.url, len(link.items)) == ("https://x.example", 1)
    assert isinstance(only('<a href="#here"><path d="M0 0L1 1"/></a>'), PathItem)


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<path d="M0 0L1 1" fill="red"/>', "the colour 'red' of the picture cannot be printed"),
        ('<path d="M0 0L1 1" transform="rotate(3)"/>', "the transform 'rotate'"),
        ("<image/>", "the element 'image'"),
        ("<path", "the picture cannot be printed"),
        ('<path d="M0 0L1 1" stroke-width="wide"/>', "the picture cannot be printed"),
    ],
)
def test_what_cannot_be_printed_is_an_error(inside, said):
    with pytest.raises(RenderError, match="printed") as raised:
        read(inside)
    assert said in str(raised.value)
