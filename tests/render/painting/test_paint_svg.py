"""What is drawn needs nothing else, says everything and lies about nothing."""

from __future__ import annotations

import re

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_path, read_text
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.pictures import svg
from support.project import ROOT

DELIVERY = scene(read_path(ROOT / "docs/demo/delivery.yaml").workflow, DEFAULT)


def test_the_picture_needs_no_style_script_or_reference():
    text = svg(DELIVERY)
    assert not re.search(r"<(style|script|foreignObject|use|image)|style=|javascript:|\son\w+=", text)
    assert len(text) < 40_000


def test_the_same_scene_gives_the_same_bytes():
    assert svg(DELIVERY) == svg(DELIVERY)


def test_titles_are_larger_the_more_they_hold():
    text = """
stages:
  s:
    title: The stage
    groups: {g: {title: The group, components: {A: {title: The component, subtitle: the second line}}}}
"""
    workflow = read_text(text, locate=lambda *_: Span("t", 1), default="t").workflow
    drawn = svg(scene(workflow, DEFAULT))
    root = float(re.search(r'<svg[^>]* font-size="([\d.]+)"', drawn)[1])
    sizes = {}
    for words in ("The stage", "The group", "The component", "the second line"):
        line = re.search(rf"<text([^>]*)>{words}<", drawn)[1]
        own = re.search(r'font-size="([\d.]+)"', line)
        sizes[words] = float(own[1]) if own else root
    assert sizes["The stage"] > sizes["The group"] > sizes["the second line"]
    assert sizes["The component"] > sizes["the second line"]
