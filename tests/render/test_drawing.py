"""A scene in, its picture out; and a version of all that decides about it."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render.drawing import Budget, RenderError, draw, drawing_version
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.sites import WORKFLOW
from support.small_scenes import scene as empty

READ = read_text(WORKFLOW, locate=lambda line, _: Span("w", line + 1, 1), default="w")
SCENE = scene(READ.workflow, DEFAULT)


def test_links_are_left_out_where_none_are_wanted():
    assert "<a " in draw(SCENE, prefix="x", budget=Budget()).svg
    assert "<a " not in draw(SCENE, prefix="x", links=False).svg


def test_nothing_to_draw_is_an_error():
    with pytest.raises(RenderError, match="nothing to draw"):
        draw(empty(), prefix="x")


def test_the_version_is_the_same_in_one_process():
    assert drawing_version() == drawing_version()
    assert len(drawing_version()) == 16
