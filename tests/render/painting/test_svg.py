"""Text, numbers and paths as SVG: a writer's text is escaped."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from sphinx_gitops.render.painting import svg as writer
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.pictures import read, svg

HOSTILE = """
title: '<script>alert(1)</script>'
stages:
  end:
    title: '</svg><img src=x onerror=alert(1)>'
    components:
      graph: '"quoted" & `ticks` #35; %%{init}%% $$x$$'
      x: '1. listed'
      o: '- dashed'
      class: 'flow direction TB down'
      naïve-id.v2: '\\back\\slash'
    groups: {empty: {title: Empty}}
flows:
  - 'graph -->|<b>&| x'
  - o <--> class
  - naïve-id.v2 --> graph
"""


def test_hostile_text_shows_literally():
    reading = read(HOSTILE)
    assert not reading.problems
    text = svg(scene(reading.workflow, DEFAULT))
    root = ET.fromstring(text)
    shown = " ".join("".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text"))
    for words in (
        "onerror=alert(1)>",
        '"quoted"',
        "%%{init}%%",
        "$$x$$",
        "1. listed",
        "- dashed",
        "\\back\\slash",
        "<b>&",
    ):
        assert words in shown
    assert {node.tag.rpartition("}")[2] for node in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "a",
        "g",
        "rect",
        "path",
        "text",
    }


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (-0.04, "0"), (2.25, "2.2"), (-3.55, "-3.5"), (1e6, "1000000")]
)
def test_a_coordinate_has_one_decimal_at_most(value, text):
    assert writer.number(value) == text


@pytest.mark.parametrize("letter", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_what_xml_cannot_hold_is_replaced(letter):
    assert writer.as_text(f"a{letter}b") == "a\ufffdb"
    assert writer.attribute(f"a{letter}b") == '"a\ufffdb"'


def test_a_text_is_escaped_for_where_it_is():
    assert writer.as_text("<&>\"'") == "&lt;&amp;&gt;\"'"
    ET.fromstring(f"<a b={writer.attribute(chr(34) + '<&>' + chr(39))}/>")


def test_a_line_is_as_wide_as_it_was_measured_unless_that_was_guessed():
    assert 'textLength="' in writer.fitted("Build")
    assert writer.fitted("\u05e9") == writer.fitted("") == ""


def test_path_data_is_commands_and_numbers():
    assert writer.path("M", 1.0, 2.55, "Z") == "M 1 2.5 Z"
