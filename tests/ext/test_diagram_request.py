"""What a directive asks of its diagram: frozen, and what follows from it."""

from __future__ import annotations

import dataclasses

import pytest

from sphinx_gitops.ext.config_values import WIDTH
from sphinx_gitops.ext.diagram_request import DiagramRequest
from sphinx_gitops.problems import Span

PLAIN = DiagramRequest(key="k", span=Span("a.rst", 1))


def test_a_request_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        PLAIN.key = "other"


@pytest.mark.parametrize(
    ("given", "indexed", "linked"),
    [
        ({}, False, False),
        ({"anchored": True}, False, True),
        ({"anchored": True, "entries": True}, True, True),
        ({"view": "w"}, False, True),
        ({"entries": True}, False, False),
    ],
)
def test_parts_are_links_where_there_are_anchors(given, indexed, linked):
    request = dataclasses.replace(PLAIN, **given)
    assert (request.indexed, request.linked) == (indexed, linked)


def test_a_picture_is_laid_out_for_the_column_of_common_themes():
    assert PLAIN.fit == WIDTH == 736
