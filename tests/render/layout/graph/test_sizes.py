"""Sizes of text are whole px and grow with the text."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import FlowKind
from sphinx_gitops.render.layout.graph.sizes import caption_size, label_size, node_size
from support.small_scenes import edge, node, stage


def test_a_component_is_larger_than_its_title_and_grows_with_it() -> None:
    small, large = node_size(node("a", "CI")), node_size(node("a", "Kubernetes clusters"))
    assert small[0] < large[0]
    assert all(isinstance(part, int) for part in (*small, *large))


@pytest.mark.parametrize("kind", [FlowKind.AUTOMATION, FlowKind.SECURITY])
def test_a_flow_without_words_has_no_label_though_its_kind_has_a_sign(kind: FlowKind) -> None:
    assert label_size(edge("a", "b", kind)) == (0, 0)
    assert min(label_size(edge("a", "b", kind, "signed"))) > 0


def test_a_sign_takes_room_beside_the_words() -> None:
    plain, signed = (label_size(edge("a", "b", kind, "x")) for kind in (FlowKind.AUTOMATION, FlowKind.SECURITY))
    assert signed[0] > plain[0]


def test_a_longer_title_takes_more_room() -> None:
    assert caption_size(stage("A"))[0] < caption_size(stage("A much longer name"))[0]
