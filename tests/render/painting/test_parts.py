"""The parts of a picture: links where a page takes them."""

from __future__ import annotations

import re

from sphinx_gitops.reader import read_path
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.pictures import svg
from support.project import ROOT

DELIVERY = scene(read_path(ROOT / "docs/demo/delivery.yaml").workflow, DEFAULT)


def test_every_node_and_box_is_a_link():
    text = svg(DELIVERY)
    names = {thing.id for thing in (*DELIVERY.all_nodes(), *DELIVERY.all_boxes())}
    assert set(re.findall(r'href="gitops:([^"]*)"', text)) == names
    assert len(names) == 29
