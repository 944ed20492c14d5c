"""The page that explains the signs draws every one of them."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from sphinx_gitops.emit import to_mermaid
from sphinx_gitops.facts import legend_entries
from sphinx_gitops.model import FlowKind, Mark, Tier
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.scene import FLOW_MARKS, Border, Shape
from sphinx_gitops.styles import FLOW_STYLES
from sphinx_gitops.view import collapse, scene
from sphinx_gitops.vocabulary import DEFAULT, KINDS, STAGE_KINDS
from support.project import ROOT

PAGE = (ROOT / "docs/reference/visual-language.md").read_text(encoding="utf-8")
DIRECTIVES = [
    body.partition("\n\n") for body in re.findall(r"^```\{gitops-workflow\}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
]
BODIES = [body for _, _, body in DIRECTIVES]
DEPTHS = [0 if ":collapse: stages" in options else None for options, _, _ in DIRECTIVES]
WORKFLOWS = [read_text(body, locate=lambda line, column: Span("t", line + 1, column + 1), default="t").workflow for body in BODIES]  # fmt: skip
SCENES = [collapse(scene(workflow, DEFAULT), depth) for workflow, depth in zip(WORKFLOWS, DEPTHS, strict=True)]
NODES = [node for shown in SCENES for node in shown.all_nodes()]


def test_everything_is_drawn():
    assert {node.kind for node in NODES} >= set(KINDS)
    assert {node.shape for node in NODES} == set(Shape)
    assert {node.mark for node in NODES} == {*Mark, None}
    assert {node.border for node in NODES} == set(Border)
    assert {node.colour for node in NODES} == set(DEFAULT.classes)
    assert {edge.kind for shown in SCENES for edge in shown.edges} == set(FlowKind)
    assert {stage.kind for workflow in WORKFLOWS for stage in workflow.stages} >= set(STAGE_KINDS)
    assert {tier for w in WORKFLOWS for tier in (component.tier for component in w.components()) if tier} == set(Tier)


@pytest.mark.parametrize("name", [*KINDS, *(kind.value for kind in FlowKind), *(tier.value for tier in Tier)])
def test_everything_is_named(name):
    prose = re.sub(r"^```.*?^```", "", PAGE, flags=re.MULTILINE | re.DOTALL)
    assert f"`{name}`" in prose or name in {tier.value for tier in Tier}
    assert name in PAGE


def test_a_node_is_titled_with_its_sign():
    named = {node.title: node.kind for node in NODES if node.kind and node.title in KINDS}
    assert named == {kind: kind for kind in KINDS}


@pytest.mark.parametrize(("one", "other"), [*combinations(FlowKind, 2)])
def test_two_kinds_of_flow_differ_without_colour(one, other):
    def grey(kind: FlowKind):
        look = FLOW_STYLES[kind]
        return (look.width, look.dashes, look.two_heads, FLOW_MARKS.get(kind))

    assert grey(one) != grey(other)


@pytest.mark.parametrize(("one", "other"), [*combinations(FlowKind, 2)])
def test_two_kinds_of_flow_differ_in_mermaid_without_colour(one, other):
    def grey(kind: FlowKind):
        text = (
            f"stages: {{s: {{components: {{A: a, B: b}}}}}}\nflows: [{{from: A, to: B, kind: {kind.value}, label: x}}]"
        )
        source = to_mermaid(scene(read_text(text, locate=lambda *_: Span("t", 1), default="t").workflow, DEFAULT))
        return re.sub("stroke:#[0-9a-f]+,", "", source)

    assert grey(one) != grey(other)


def test_the_legend_explains_every_sign_of_the_flows():
    flows = max(SCENES, key=lambda shown: len(shown.edges))
    assert {entry.name for entry in legend_entries(flows) if entry.what == "flow"} == {kind.value for kind in FlowKind}
