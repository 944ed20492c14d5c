"""A diagram becomes a sound workflow with a component for each node and a flow for each arrow, no more and no less."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_gitops.importers.diagrams.diagram import Diagram, DiagramEdge, DiagramError, DiagramNode
from sphinx_gitops.importers.diagrams.workflow_text import workflow_text
from sphinx_gitops.importers.mermaid.reading import read_mermaid
from sphinx_gitops.model import Direction, FlowKind
from sphinx_gitops.reader import read_path
from support.flowcharts import FLOWCHARTS
from support.fuzzing import Source, model
from support.imported import emitted, graph, imported, read_back
from support.project import ROOT, corpus

ACCEPTED = [one["source"] for one in FLOWCHARTS if one["answer"]]
QUICK = settings(
    max_examples=300, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)
PIECES = (
    "A", "B1", "end", "o", "é", " --> ", " --- ", " -.-> ", " ==> ", " <--> ", " ~~~ ", " -- t -->", "|t|", " & ", "\n", "\n", ";", "[x]", '["x: #y"]',
    "{x}", "(x)", "[(x)]", ":::c", "subgraph s\n", "subgraph s [t]\n", "subgraph a b\n", "end\n", "direction LR\n", "%% c\n", "#quot;", '"', "|",
    "classDef c fill:#eee\n", "style A fill:#111\n", "class A stage\n", 'click A "https://x.example"\n', "linkStyle 0 stroke:red\n", "<br/>", "@{ shape: doc }",
)  # fmt: skip


def document(text: str) -> dict:
    return yaml.safe_load(workflow_text(read_mermaid(text, 1), "Page")[0])


@pytest.mark.parametrize("source", ACCEPTED, ids=lambda source: source[:60])
def test_what_mermaid_accepts_becomes_a_sound_workflow(source):
    diagram = read_mermaid(source, 1)
    workflow = read_back(diagram)
    assert len(list(workflow.components())) == len(diagram.nodes)
    inside = sum("one is inside the other" in one.text for one in workflow_text(diagram, "x")[1])
    assert sum(1 for flow in workflow.flows for _ in flow.pairs()) == len(diagram.edges) - inside


def test_diagrams_of_others_become_sound_workflows():
    paths = sorted(corpus("mermaid").glob("*.mmd"))
    assert len(paths) > 9
    for path in paths:
        diagram = read_mermaid(path.read_text(encoding="utf-8"), 1)
        workflow = read_back(diagram)
        assert [one.id for one in workflow.components()] != []
        assert len(list(workflow.components())) == len(diagram.nodes)
        assert len(workflow.flows) == len(diagram.edges)


@QUICK
@given(data=st.binary(max_size=240))
def test_what_is_emitted_is_imported_as_the_same_graph(data):
    workflow = replace(model(data), direction=Direction.LR)
    assert graph(imported(emitted(workflow))) == graph(workflow)


@QUICK
@given(data=st.binary(max_size=120))
def test_any_text_is_a_sound_workflow_or_is_refused(data):
    text = "graph LR\n" + Source(data).words(PIECES)
    try:
        diagram = read_mermaid(text, 1)
    except DiagramError as error:
        line = error.line
    else:
        line = 1
        read_back(diagram)
    assert 1 <= line <= text.count("\n") + 2


@pytest.mark.parametrize("path", sorted((ROOT / "docs").rglob("gallery/*.yaml")), ids=lambda path: path.stem)
def test_the_gallery_is_imported_as_it_is_emitted(path):
    workflow = read_path(path).workflow
    assert workflow
    again = imported(emitted(workflow))
    assert [one.id for one in again.parts()] == [one.id for one in workflow.parts()]
    assert graph(again)[1] == graph(workflow)[1]
    assert graph(again)[0] == graph(workflow)[0]


def test_ids_titles_links_and_classes_are_kept():
    text = (
        'graph LR\nA["Build<br>with care"]:::wan --> B\nclick A "https://x.example" "What it does"\n'
        "classDef wan fill:lightblue,stroke:#00f,color:#fff"
    )
    found, remarks = workflow_text(read_mermaid(text, 1), "Page one")
    assert yaml.safe_load(found) == {
        "id": "page-one",
        "title": "Page one",
        "direction": "LR",
        "stages": {
            "page-one": {
                "title": "Page one",
                "components": {
                    "A": {
                        "title": "Build",
                        "subtitle": "with care",
                        "class": "wan",
                        "description": "What it does",
                        "url": "https://x.example",
                    },
                    "B": "B",
                },
            }
        },
        "flows": ["A --> B"],
        "styles": {"wan": {"fill": "#add8e6", "stroke": "#00f", "text": "#000000"}},
    }
    assert [one.text for one in remarks] == [
        "the text of the class wan is drawn in #000000: #fff cannot be read on #add8e6"
    ]


def test_outermost_boxes_are_stages_and_what_is_in_none_has_its_own():
    found = document("graph TD\nX --> A\nsubgraph s [CI]\nsubgraph t\nA\nend\nend\nsubgraph u\nB\nend")
    assert list(found["stages"]) == ["other-components", "s", "u"]
    assert found["stages"]["s"] == {"title": "CI", "kind": "ci", "groups": {"t": {"components": {"A": "A"}}}}
    assert found["stages"]["other-components"] == {"title": "Other components", "components": {"X": "X"}}
    assert list(document("graph TD\nsubgraph s\nA\nend\nA --> X")["stages"]) == ["s", "other-components"]


def test_flows_that_short_forms_cannot_say_are_mappings():
    edges = [
        DiagramEdge(source="A", target="B", line=1, label='say "x|y"'),
        DiagramEdge(source="A", target="B", line=1, kind=FlowKind.FEEDBACK, label="x|y"),
        DiagramEdge(source="B", target="A", line=1, url="https://x.example"),
    ]
    nodes = tuple(DiagramNode(id=name, line=1, lines=(name,)) for name in "AB")
    text, _ = workflow_text(Diagram(nodes=nodes, edges=tuple(edges)), "x")
    assert yaml.safe_load(text)["flows"] == [
        {"from": "A", "to": "B", "label": 'say "x|y"'},
        {"from": "A", "to": "B", "kind": "feedback", "label": "x|y"},
        {"from": "B", "to": "A", "url": "https://x.example"},
    ]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ('A\nclick A "../page.html"', "the link of A to '../page.html' is left out: it is relative, and leads elsewhere from every page"),
        ('A\nclick A "javascript:alert(1)"', "the link of A to 'javascript:alert(1)' is left out: it could run code"),
        ("subgraph s\nA\nend\ns --> A", "the link from s to A is left out: one is inside the other"),
    ],
)  # fmt: skip
def test_what_no_workflow_can_have_is_said(text, lost):
    diagram = read_mermaid(f"graph LR\n{text}", 1)
    assert [one.text for one in workflow_text(diagram, "x")[1]] == [lost]
    read_back(diagram)


def test_a_cylinder_is_what_its_title_says():
    found = document("graph LR\nA[(Image registry)]\nB[(Git repository)]\nC[(Terraform state)]")
    kinds = [one["kind"] for one in found["stages"]["page"]["components"].values()]
    assert kinds == ["registry", "repository", "state-store"]
