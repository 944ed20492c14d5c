"""Lines of text with a mark before the first one."""

from __future__ import annotations

import re

from sphinx_gitops.render.painting.marked_text import TextLook, draw_lines, halo
from sphinx_gitops.render.text_fitting.node_text import node_text
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.mistakes import read

LOOK = TextLook(colour="#123456", second='fill="#abcdef"')


def drawn(text: str, **options) -> list[str]:
    (node,) = scene(read("stages: {s: {components: {A: " + text + "}}}").workflow, DEFAULT).all_nodes()
    return list(draw_lines(node_text(node), 100, 50, LOOK, **options))


def test_each_line_is_an_element_in_its_order_and_second_lines_have_their_own_look():
    lines = drawn("{title: First words that are so many that they break, subtitle: under}")
    assert len(lines) >= 3
    assert "#abcdef" in lines[-1]
    heights = [float(found[1]) for line in lines if (found := re.search(r' y="([\d.]+)"', line))]
    assert heights == sorted(heights)
    assert len(set(heights)) == len(heights)


def test_a_mark_is_drawn_once_before_the_first_line():
    plain, marked = drawn("{title: Scan}"), drawn("{title: Scan, kind: security-scan}")
    assert len(marked) == len(plain) + 1
    assert "#123456" in marked[0]


def test_a_halo_keeps_a_text_apart():
    assert 'paint-order="stroke"' in halo("#fff")
