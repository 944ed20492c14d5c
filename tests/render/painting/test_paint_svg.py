"""What is drawn needs nothing else, says everything and lies about nothing."""

from __future__ import annotations

import re

from sphinx_gitops.reader import read_path
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
